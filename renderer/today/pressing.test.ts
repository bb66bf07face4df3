import { expect, test } from 'vitest'
import type { Case } from '../../shared/case/case.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { make } from '../../tests/make/make.ts'
import type { PublishedBooks } from '../session/session.tsx'
import type { Light } from '../store/lights.ts'
import { groupPressing, waitsFor } from './pressing.ts'

const now = '2026-11-25T01:00:00.000Z' as Instant
const item = make.item()
const books = {
  itemOf: () => item,
  nameOf: (id: string) => (id === 'li' ? '李样例' : '王示例'),
  officeName: (key: string) => key,
  published: { people: [{ id: 'li' }, { id: 'wang' }] },
} as unknown as PublishedBooks
const reviewed = { ...make.kase({ item, status: 'underReview' }), assignee: 'wang' }
const kase = (no: number, part: object): Case => ({ ...reviewed, id: `case-${no}`, ...part }) as unknown as Case
const lit = (
  [
    ['yellow', { window: 1 }],
    ['yellow', { window: 1 }],
    ['red', { window: 10 }],
    ['red', { window: 2 }],
    ['overdue', { window: null }],
    ['yellow', { window: 10 }],
    ['standing', { window: 3 }],
  ] as [Light, object][]
).map(([light, part], no) => ({ light, kase: kase(no, part) }))

test('R-PERIOD-19: by window the worst stands first, with the cases of each light, and what only stands presses nobody', () => {
  const groups = groupPressing(lit, 'window', books, now)
  expect(groups.map(({ key, cases }) => [key, cases.overdue.length, cases.red.length, cases.yellow.length])).toEqual([
    ['0', 1, 0, 0],
    ['10', 0, 1, 1],
    ['2', 0, 1, 0],
    ['1', 0, 0, 2],
  ])
  expect(groups[1]!.cases).toEqual({ overdue: [], red: ['case-2'], yellow: ['case-5'] })
})

test('R-PERIOD-19: by person a case is with whoever has it now, as 督办 calls them', () => {
  const both = [...lit, { light: 'red' as const, kase: kase(8, { assignee: 'li' }) }]
  const shown = groupPressing(both, 'person', books, now).map(({ key, cases }) => [key, Object.values(cases)])
  expect(shown).toEqual([
    ['王示例', [['case-4'], ['case-2', 'case-3'], ['case-0', 'case-1', 'case-5']]],
    ['李样例', [[], ['case-8'], []]],
  ])
})

test('R-PERIOD-11: what stands is told by what it waits for, every case counted, the most first', () => {
  const expert = { ...item.suspensions[0]!, key: 'expert', name: '专家评审' }
  const inspection = { ...item.suspensions[0]!, key: 'inspection', name: '检验' }
  const standing = (suspension: string, no: number) =>
    kase(no, { pauses: [{ suspension, from: '2026-11-20', until: null }] })
  const all = [
    ...Array.from({ length: 230 }, (_, no) => standing('inspection', no)),
    ...Array.from({ length: 240 }, (_, no) => standing('expert', no)),
    standing('unknown', 999),
    kase(1000, { pauses: [] }),
  ]
  const known = { itemOf: () => ({ ...item, suspensions: [expert, inspection] }) } as unknown as PublishedBooks
  expect(waitsFor(all, known)).toEqual([
    { name: '专家评审', count: 240 },
    { name: '检验', count: 230 },
    { name: 'unknown', count: 1 },
  ])
})
