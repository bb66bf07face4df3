import { expect, test } from 'vitest'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
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
  ({
    id: id as CaseId,
    item,
    outcome,
    applicant: '赵**',
    applicants: ['applicant:zhao'] as readonly string[],
    falsehood: null,
    commitmentBroken: null,
    validUntil: null,
    again: [] as CaseSummary['again'],
  }) as CaseSummary
const today = '2026-11-26' as Day
const items = (item: Item) => (kase: CaseSummary) => [item, card].find(({ code }) => code === kase.item)
const said = (item: Item, cases: CaseSummary[], named: CaseSummary[] = []) =>
  besides(item, { own: cases, named }, items(item), today).map(({ kase, needsReason }) => [kase.id, needsReason])

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
  const fromCard = besides(card, { own: [summary('1', 'GL-BT')] }, items(excluding('wall')), today)
  expect(fromCard).toMatchObject([{ needsReason: true, says: '两样不能同时享受（《示例办法》第三条）' }])
  expect(said(excluding('wall'), [summary('1', 'YL-YD', 'withdrawn')])).toEqual([])
})

test('R-DUPLICATE-3: what a household has is said to each who lives in it; the same item and a wall need a reason, and bar nobody', () => {
  const of = (item: Item, ...households: CaseSummary[]) => besides(item, { own: [], households }, items(item), today)
  expect(of(allowance, summary('1', 'GL-BT', 'granted'))).toMatchObject([{ needsReason: true, bars: false }])
  const [wall] = of(excluding('wall'), summary('1', 'YL-YD'))
  expect(wall).toMatchObject({ needsReason: true, bars: false })
  expect(wall?.says).toContain('两样不能同时享受（《示例办法》第三条）')
  expect(of(excluding('hint'), summary('1', 'YL-YD'))).toMatchObject([{ needsReason: false }])
  // What has nothing to do with it is worth knowing.
  expect(of(allowance, summary('1', 'YL-YD'))).toMatchObject([
    { says: '申请人是赵**这一户的家庭成员', needsReason: false },
  ])
  expect(of(allowance, summary('1', 'GL-BT', 'refused'))).toEqual([])
  const due = { key: 'a', name: '年审', opens: 'GL-BT' as ItemCode, due: today, from: today }
  expect(of(allowance, { ...summary('1', 'GL-BT', 'granted'), again: [due] })).toMatchObject([{ needsReason: false }])
})

test('R-DUPLICATE-3: of those who live with the applicant only what goes together badly is said', () => {
  const of = (item: Item, ...others: CaseSummary[]) => besides(item, { own: [], others }, items(item), today)
  expect(of(allowance, summary('1', 'GL-BT'))).toMatchObject([{ needsReason: true, bars: false }])
  expect(of(excluding('wall'), summary('1', 'YL-YD'))).toMatchObject([{ needsReason: true, bars: false }])
  expect(of(excluding('hint'), summary('1', 'YL-YD'))).toMatchObject([{ needsReason: false, bars: false }])
  expect(of(allowance, summary('1', 'YL-YD'), summary('2', 'GL-BT', 'refused'))).toEqual([])
  expect(of(allowance, summary('1', 'GL-BT'))[0]?.says).toBe('表里的家庭成员已在赵**的办件里，同一事项')
  expect(of(excluding('hint'), summary('1', 'YL-YD'))[0]?.says).toMatch(/^表里的家庭成员已在赵\*\*的办件里；/)
  // What is due of another's household is not what this application does.
  const due = { key: 'a', name: '年审', opens: 'GL-BT' as ItemCode, due: today, from: today }
  const [again, ...more] = of(allowance, { ...summary('1', 'GL-BT', 'granted'), again: [due] })
  expect(more).toEqual([])
  expect(again).toMatchObject({ needsReason: true, says: expect.not.stringContaining('年审') })
})

test.each(['households', 'others'] as const)(
  'R-DUPLICATE-3: of %s, what was stopped for one stands for another',
  (whose) => {
    const at = (day: string, item: string, applicant: string, grade?: string) => ({
      ...summary(day, item, 'granted'),
      applicants: [`applicant:${applicant}`],
      grade,
      receivedAt: `${day}T02:00:00.000Z` as Instant,
    })
    const real = ({ item }: CaseSummary) => realItem(item)
    const saidOf = (stoppedFor: string) => {
      const cases = [at('2025-03-02', 'DB-SQ', 'zhao'), at('2026-03-02', 'DB-DT', stoppedFor, '停发')]
      return besides(realItem('DB-SQ'), { own: [], [whose]: cases }, real, today).filter((each) => each.needsReason)
    }
    expect(saidOf('qian')).toMatchObject([{ kase: { id: '2025-03-02' } }])
    expect(saidOf('zhao')).toEqual([])
  },
)

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
  expect(besides(both, { own: cases }, known, today).map(({ kase }) => kase.id)).toEqual(['3', '2', '1'])
  const named = [summary('4', 'ST-BG', 'cancelled'), summary('5', 'ST-BG')]
  expect(besides(both, { own: [], named }, known, today).map(({ kase }) => kase.id)).toEqual(['5'])
})

test('R-LAW-42: false material bars the same item for its year, walled off and with a reason; another item is not barred', () => {
  const graves = realItem('BZ-GM')
  const before = (falsehood: string, item = 'BZ-GM') => ({
    ...summary('1', item, 'refused'),
    falsehood: falsehood as Instant,
  })
  const found = (kase: CaseSummary) => besides(graves, { own: [kase] }, () => graves, today)
  expect(found(before('2025-11-26T02:00:00.000Z'))).toMatchObject([{ needsReason: true, bars: true }])
  expect(found(before('2025-11-26T02:00:00.000Z'))[0]?.says).toContain('2026年11月26日为止')
  expect(found(before('2025-11-25T02:00:00.000Z'))).toEqual([])
  expect(found(before('2026-11-20T02:00:00.000Z', 'DM-MG'))).toEqual([])
})

test('R-LAW-41: who promised falsely is pointed out where the item would take a promise', () => {
  const broken = { ...summary('1', 'LS-JZ', 'granted'), commitmentBroken: '2026-10-08T02:00:00.000Z' as Instant }
  const low = realItem('DB-SQ')
  expect(besides(low, { own: [broken] }, () => undefined, today)).toMatchObject([{ needsReason: false, bars: false }])
  // The same item twice and a broken promise are one case, and stand there once.
  const both = { ...summary('2', low.code, 'granted'), commitmentBroken: broken.commitmentBroken }
  const [one, ...more] = besides(low, { own: [both] }, () => low, today)
  expect(more).toEqual([])
  expect(one).toMatchObject({ needsReason: true })
  expect(one?.says).toContain('；')
  expect(besides(card, { own: [broken] }, () => undefined, today)).toEqual([])
})

test('R-LAW-43: a renewal is no second application, and says by when; a certificate far from its end is one', () => {
  const fund = realItem('CS-GM')
  const until = (validUntil: string) => {
    const due = addDays(validUntil as Day, -30)
    const again = [{ key: 'renewal', name: '延续', opens: fund.code, due, from: addDays(due, -60) }]
    return { ...summary('1', 'CS-GM', 'granted'), validUntil: validUntil as Day, again }
  }
  const says = (validUntil: string) => besides(fund, { own: [until(validUntil)] }, () => fund, today)[0]
  expect(says('2027-01-10')).toMatchObject({ needsReason: false, says: expect.stringContaining('视为准予延续') })
  expect(says('2026-12-26')).toMatchObject({ needsReason: false, says: expect.stringContaining('视为准予延续') })
  expect(says('2026-12-25')).toMatchObject({ needsReason: false, says: expect.stringContaining('已经晚了') })
  expect(says('2026-11-25')).toMatchObject({ needsReason: false, says: expect.stringContaining('不能延续') })
  expect(says('2028-11-25')).toMatchObject({ needsReason: true, says: '同一事项已有办件' })
})

test('R-AGAIN-6: what comes back is taken without a reason, and says by when; before its time it is taken twice', () => {
  const entry = { key: 'alive', name: '生存认证', opens: allowance.code, due: '2026-12-20' as Day, from: today }
  const granted = { ...summary('1', 'GL-BT', 'granted'), again: [entry] }
  const found = (from: string) =>
    besides(allowance, { own: [{ ...granted, again: [{ ...entry, from: from as Day }] }] }, () => allowance, today)
  expect(found(today)).toMatchObject([{ needsReason: false, says: '这次是生存认证，最迟2026年12月20日' }])
  expect(found('2026-11-27')).toMatchObject([{ needsReason: true, says: '同一事项已有办件' }])
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

test('R-DUPLICATE-1: what was stopped (停发) or struck off since stands in nobody’s way', () => {
  const real = ({ item }: CaseSummary) => realItem(item)
  const at = (day: string, item: string, grade?: string) => ({
    ...summary(day, item, 'granted'),
    grade,
    receivedAt: `${day}T02:00:00.000Z` as Instant,
  })
  const on = (item: string, ...own: CaseSummary[]) =>
    besides(realItem(item), { own }, real, today).map(({ kase, bars }) => [kase.id, bars])
  const given = at('2025-03-02', 'DB-SQ')
  expect(on('BY-RD', given)).toEqual([['2025-03-02', true]])
  expect(on('BY-RD', given, at('2026-03-02', 'DB-DT', '维持'))).toHaveLength(2)
  const stopped = at('2026-03-02', 'DB-DT', '停发')
  expect(on('BY-RD', given, stopped)).toEqual([])
  expect(on('DB-SQ', given, stopped)).toEqual([])
  // A new application in hand is not over because what was given before is stopped meanwhile.
  expect(on('BY-RD', { ...at('2026-02-02', 'DB-SQ'), outcome: null }, stopped)).toEqual([['2026-02-02', true]])
  // Given anew after it was stopped, it stands again.
  expect(on('BY-RD', given, stopped, at('2026-06-02', 'DB-SQ'))).toEqual([['2026-06-02', true]])
  expect(on('ST-CL', at('2025-03-02', 'ST-CL'))).toEqual([['2025-03-02', false]])
  expect(on('ST-CL', at('2025-03-02', 'ST-CL'), at('2026-03-02', 'ST-ZX'))).toEqual([])
})

test('R-DUPLICATE-1: what was given for some years stands in the way until its last day, and no longer', () => {
  const real = ({ item }: CaseSummary) => realItem(item)
  const margin = (decided: string, validUntil: Day | null = null) => ({
    ...summary('1', 'BY-RD', 'granted'),
    validUntil,
    receivedAt: '2025-10-02T02:00:00.000Z' as Instant,
    decidedAt: `${decided}T02:00:00.000Z` as Instant,
  })
  const bars = (own: CaseSummary) => besides(realItem('GX-RD'), { own: [own] }, real, today).some((each) => each.bars)
  expect(bars(margin('2025-11-26'))).toBe(true)
  expect(bars(margin('2025-11-25'))).toBe(false)
  expect(bars(margin('2025-11-25', '2026-12-31' as Day))).toBe(true)
  // A body is not gone with its certificate.
  const founded = { ...margin('2020-11-25', '2025-12-31' as Day), item: 'ST-CL' as ItemCode }
  expect(besides(realItem('ST-CL'), { own: [founded] }, real, today)).toHaveLength(1)
})
