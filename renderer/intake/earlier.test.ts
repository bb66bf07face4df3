import { expect, test } from 'vitest'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'
import { realItem } from '../../tests/make/catalogue.ts'
import type { CaseSummary } from '../store/find.ts'
import { besides, lookableNumber } from './earlier.ts'

const allowance = realItem('GL-BT')
const card = realItem('YL-YD')
const excluding = (weight: 'wall' | 'hint'): Item => ({
  ...allowance,
  excludes: [{ items: ['YL-YD' as ItemCode], words: '两样不能同时享受', basis: '《示例办法》第三条', weight }],
})
const summary = (id: string, item: string, outcome: CaseSummary['outcome'] = null) =>
  ({ id: id as CaseId, item, outcome }) as CaseSummary
const items = (item: Item) => (kase: CaseSummary) => [item, card].find(({ code }) => code === kase.item)
const said = (item: Item, cases: CaseSummary[], named: CaseSummary[] = []) =>
  besides(item, cases, named, items(item)).map(({ kase, needsReason }) => [kase.id, needsReason])

test('R-DUPLICATE-1: the same item running or granted needs a reason; refused, withdrawn or voided it stands in nobody’s way', () => {
  expect(said(allowance, [summary('1', 'GL-BT'), summary('2', 'GL-BT', 'granted')])).toEqual([
    ['1', true],
    ['2', true],
  ])
  expect(said(allowance, [summary('1', 'GL-BT', 'refused'), summary('2', 'GL-BT', 'voided')])).toEqual([])
  expect(said(allowance, [summary('1', 'YL-YD')])).toEqual([])
})

test('R-DUPLICATE-1: items that exclude one another are said from either side; only a wall needs a reason', () => {
  expect(said(excluding('wall'), [summary('1', 'YL-YD')])).toEqual([['1', true]])
  expect(said(excluding('hint'), [summary('1', 'YL-YD')])).toEqual([['1', false]])
  const fromCard = besides(card, [summary('1', 'GL-BT')], [], items(excluding('wall')))
  expect(fromCard).toMatchObject([{ needsReason: true, says: '两样不能同时享受（《示例办法》第三条）' }])
  expect(said(excluding('wall'), [summary('1', 'YL-YD', 'withdrawn')])).toEqual([])
})

test('R-DUPLICATE-1: another body of the same name is a hint, its own cases are not said twice', () => {
  expect(said(allowance, [summary('1', 'ST-BG')], [summary('1', 'ST-BG'), summary('2', 'ST-BG')])).toEqual([
    ['2', false],
  ])
})

test('R-DUPLICATE-1: the same item comes first, then what walls, then what is only said', () => {
  const both: Item = {
    ...allowance,
    excludes: [
      { items: ['YL-BT' as ItemCode], words: '一般不同时', basis: '《示例办法》第四条', weight: 'hint' },
      { items: ['YL-YD' as ItemCode], words: '两样不能同时享受', basis: '《示例办法》第三条', weight: 'wall' },
    ],
  }
  const known = (kase: CaseSummary) => [both, card, realItem('YL-BT')].find(({ code }) => code === kase.item)
  const cases = [summary('1', 'YL-BT'), summary('2', 'YL-YD'), summary('3', 'GL-BT')]
  expect(besides(both, cases, [], known).map(({ kase }) => kase.id)).toEqual(['3', '2', '1'])
  const named = [summary('4', 'ST-BG', 'cancelled'), summary('5', 'ST-BG')]
  expect(besides(both, [], named, known).map(({ kase }) => kase.id)).toEqual(['5'])
})

test('a number is looked for once it is whole, in one writing', () => {
  const idNo = '11010519491231002x'
  expect(lookableNumber(idNo, true)).toBe('11010519491231002X')
  expect(lookableNumber(idNo.slice(0, 17), true)).toBeNull()
  expect(lookableNumber('', true)).toBeNull()
  expect(lookableNumber(undefined, false)).toBeNull()
  expect(lookableNumber('5153 0111 MJ00 0100 2R', false)).toBe('51530111MJ0001002R')
  expect(lookableNumber('E12345', false)).toBe('E12345')
  expect(lookableNumber('E1234', false)).toBeNull()
})
