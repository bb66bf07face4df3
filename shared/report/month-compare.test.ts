import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import type { Day } from '../calendar/day.ts'
import { type ComparedCase, compareMonth, FEWEST, type MonthRow, surelyAtLeast } from './month-compare.ts'

let serial = 0
const one = (more: Partial<ComparedCase> = {}): ComparedCase => {
  serial += 1
  return {
    case: `case ${String(serial).padStart(6, '0')}`,
    window: 1,
    who: `somebody ${serial}`,
    item: 'GL-BT',
    receivedOn: '2026-11-03' as Day,
    receivedAt: '',
    decidedOn: '2026-11-10' as Day,
    promised: 10,
    late: false,
    overdueOn: null,
    goneOn: null,
    lapsed: false,
    voided: false,
    told: 0,
    amended: 0,
    ...more,
  }
}
const many = (n: number, more: Partial<ComparedCase> = {}) => Array.from({ length: n }, () => one(more))
const of = (cases: readonly ComparedCase[], window = 1, month = '2026-11'): MonthRow => {
  const row = compareMonth(cases, [], { month, calendar }).find((each) => each.window === window)
  if (row === undefined) throw new Error('no such window')
  return row
}
const shareOf = ({ n, of: all }: { n: number; of: number }) => [n, all]

describe('R-PLAN-13: nothing is gained', () => {
  test('by splitting: cases of one applicant, item and day are one, in time only where each of them is', () => {
    const same = { who: 'the same' }
    const split = [one(same), one(same), one({ ...same, late: true, decidedOn: '2026-11-27' as Day })]
    expect(of([...many(3), ...split])).toMatchObject({ handled: 4, inTime: { n: 3, of: 4 } })
    expect(of([...many(3), one(same), one({ ...same, item: 'ST-BG' })]).handled).toBe(5)
  })
  test('by sending back: what is withdrawn and taken in anew goes on from the first receipt, and is a mistake of the window', () => {
    const back = [
      one({ who: 'back', receivedOn: '2026-10-12' as Day, decidedOn: null, goneOn: '2026-11-05' as Day }),
      one({ who: 'back', receivedOn: '2026-11-06' as Day, decidedOn: '2026-11-12' as Day }),
    ]
    expect(of([...many(4), ...back])).toMatchObject({
      handled: 5,
      inTime: { n: 4, of: 5 },
      corrections: { n: 1, of: 5 },
    })
    // After a month it is an application of its own.
    const later = [back[0]!, { ...back[1]!, receivedOn: '2026-12-07' as Day, decidedOn: '2026-12-10' as Day }]
    expect(of(later, 1, '2026-12')).toMatchObject({ handled: 1, inTime: { n: 1, of: 1 }, corrections: { n: 0 } })
  })
  const day = (text: string) => text as Day
  const twice = (first: Partial<ComparedCase>, second: Partial<ComparedCase>) => [
    one({ who: 'twice', ...first }),
    one({ who: 'twice', ...second }),
  ]
  test('by splitting over two days: received while the first is in hand, it is one, its time running from the first receipt', () => {
    const split = (decidedOn: string) =>
      of(twice({}, { receivedOn: day('2026-11-05'), decidedOn: day(decidedOn), promised: 10 }))
    expect(split('2026-11-17')).toMatchObject({ handled: 1, inTime: { n: 1, of: 1 }, corrections: { n: 0, of: 1 } })
    // Ten working days from the second receipt, and twelve from the first.
    expect(split('2026-11-19')).toMatchObject({ handled: 1, inTime: { n: 0, of: 1 } })
  })
  test('by deciding one part after the other: within 30 days of the first receipt it is one; what came after a decision has its own time', () => {
    const parts = (receivedOn: string, decidedOn: string) =>
      of(twice({ decidedOn: day('2026-11-03') }, { receivedOn: day(receivedOn), decidedOn: day(decidedOn) }))
    expect(parts('2026-11-20', '2026-11-27')).toMatchObject({ handled: 1, inTime: { n: 1, of: 1 } })
    const next = twice(
      { decidedOn: day('2026-11-03') },
      { receivedOn: day('2026-12-04'), decidedOn: day('2026-12-08') },
    )
    expect([of(next).handled, of(next, 1, '2026-12').handled]).toEqual([1, 1])
  })
  test('by 不予受理 of what is the hall’s to decide after all: one application, from the first receipt, and a mistake of its window', () => {
    const refused = { receivedOn: day('2026-10-26'), decidedOn: null, goneOn: day('2026-10-28') }
    const again = twice(refused, { window: 2, receivedOn: day('2026-11-06'), decidedOn: day('2026-11-12') })
    expect(of(again)).toMatchObject({ handled: 1, inTime: { n: 0, of: 1 }, corrections: { n: 1, of: 1 } })
    expect(of(again, 2)).toMatchObject({ handled: 0, inTime: { of: 0 }, corrections: { of: 0 } })
  })
  test('and nobody loses by a lawful 不予受理: never taken in again, or turned away again, it counts nowhere', () => {
    const refused = { decidedOn: null, goneOn: day('2026-11-04') }
    const nothing = { handled: 0, inTime: { n: 0, of: 0 }, corrections: { n: 0, of: 0 } }
    expect(of([one(refused)])).toMatchObject(nothing)
    expect(of(twice(refused, { ...refused, receivedOn: day('2026-11-09'), goneOn: day('2026-11-09') }))).toMatchObject(
      nothing,
    )
  })
  test('by 视为撤回 or 终止: one application and what was overdue stays so, but what the applicant let pass is no mistake, and the time begins anew', () => {
    const lapsed = { receivedOn: day('2026-10-12'), decidedOn: null, goneOn: day('2026-11-02'), lapsed: true }
    const again = { receivedOn: day('2026-11-03'), decidedOn: day('2026-11-10') }
    expect(of(twice(lapsed, again))).toMatchObject({
      handled: 1,
      inTime: { n: 1, of: 1 },
      corrections: { n: 0, of: 1 },
    })
    expect(of(twice({ ...lapsed, overdueOn: day('2026-11-02') }, again)).inTime).toMatchObject({ n: 0, of: 1 })
  })
  test('by sending it to another window: who received it first answers for it', () => {
    const moved = [
      one({ who: 'moved', decidedOn: null, goneOn: '2026-11-04' as Day }),
      one({ who: 'moved', receivedOn: '2026-11-04' as Day, window: 2 }),
    ]
    expect(of([...moved, ...many(1, { window: 2 })], 2)).toMatchObject({ handled: 1, corrections: { n: 0, of: 1 } })
    expect(of(moved)).toMatchObject({ handled: 1, corrections: { n: 1, of: 1 } })
  })
  test('by letting it lie: overdue in this month it is not in time in this month, and judged once', () => {
    const lying = one({ decidedOn: null, overdueOn: '2026-11-17' as Day })
    expect(shareOf(of([...many(3), lying]).inTime)).toEqual([3, 4])
    const done = { ...lying, decidedOn: '2026-12-20' as Day, late: true }
    expect(shareOf(of([...many(3), done]).inTime)).toEqual([3, 4])
    expect(of([done], 1, '2026-12')).toMatchObject({ handled: 1, inTime: { n: 0, of: 0 } })
  })
  test('by opening anew: it counts where it was decided first', () => {
    // The bureau hands in the first decision, however often another follows.
    expect(of([one({ decidedOn: '2026-10-30' as Day }), ...many(1)]).handled).toBe(1)
  })
  test('by telling less: telling once counts nowhere; a second list, and a case voided for a mistake, do', () => {
    expect(of(many(5, { told: 1 })).corrections).toMatchObject({ n: 0, of: 5 })
    expect(of([one({ told: 2 }), one({ amended: 1 }), one()]).corrections).toMatchObject({ n: 2, of: 3 })
    const voided = one({ decidedOn: null, voided: true, goneOn: '2026-11-05' as Day })
    expect(of([voided, ...many(2)]).corrections).toMatchObject({ n: 1, of: 3 })
  })

  const honest = fc.array(
    fc.record({
      late: fc.boolean(),
      told: fc.nat({ max: 3 }),
      amended: fc.nat({ max: 1 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  test('whatever the month was, no split of any case makes any column better', () => {
    fc.assert(
      fc.property(honest, fc.nat(), fc.integer({ min: 1, max: 5 }), (parts, pick, pieces) => {
        const cases = parts.map((part) => one(part))
        const split = cases[pick % cases.length]!
        const more = Array.from({ length: pieces }, (_, piece) =>
          one({
            who: split.who,
            // On the same day, or some days after; each decided on the day on which the first is, or later.
            receivedOn: `2026-11-${String(3 + ((pick + piece) % 8)).padStart(2, '0')}` as Day,
            decidedOn: `2026-11-${10 + ((pick + piece) % 20)}` as Day,
          }),
        )
        const [before, after] = [of(cases), of([...cases, ...more])]
        expect(after.handled).toBe(before.handled)
        expect(after.inTime.of).toBe(before.inTime.of)
        expect(after.inTime.n).toBeLessThanOrEqual(before.inTime.n)
        expect(after.corrections.of).toBe(before.corrections.of)
        expect(after.corrections.n).toBeGreaterThanOrEqual(before.corrections.n)
      }),
    )
  })
  test('whatever the month was, sending a late case back and taking it in anew makes no column better', () => {
    fc.assert(
      fc.property(honest, fc.nat(), (parts, pick) => {
        const cases = parts.map((part) => one(part))
        const late = one({ late: true, receivedOn: '2026-10-09' as Day, decidedOn: '2026-11-20' as Day, who: 'late' })
        const sent = [
          { ...late, late: false, decidedOn: null, goneOn: '2026-11-09' as Day },
          one({ who: 'late', receivedOn: '2026-11-10' as Day, decidedOn: `2026-11-${11 + (pick % 9)}` as Day }),
        ]
        const [before, after] = [of([...cases, late]), of([...cases, ...sent])]
        expect(after.handled).toBe(before.handled)
        expect(shareOf(after.inTime)).toEqual(shareOf(before.inTime))
        expect(after.corrections.n).toBeGreaterThan(before.corrections.n - 1)
      }),
    )
  })
})

describe('R-PLAN-14: what is ranked', () => {
  test('nothing under twenty', () => {
    const rows = compareMonth([...many(19), ...many(20, { window: 2 })], [{ window: 2, rated: 19, praised: 19 }], {
      month: '2026-11',
      calendar,
    })
    expect(rows).toMatchObject([
      { window: 1, handledRank: null, inTime: { rank: null }, corrections: { rank: null } },
      { window: 2, handledRank: 1, inTime: { rank: 1 }, praised: { n: 19, of: 19, rank: null } },
    ])
    expect(surelyAtLeast({ n: FEWEST - 1, of: FEWEST - 1 })).toBeNull()
  })
  test('few that went well by luck come after many that went well: the lower bound that one can be sure of', () => {
    expect(surelyAtLeast({ n: 20, of: 20 })).toBeCloseTo(0.839, 3)
    expect(surelyAtLeast({ n: 199, of: 200 })).toBeCloseTo(0.972, 3)
    const lucky = many(20, { window: 1 })
    const steady = [...many(199, { window: 2 }), one({ window: 2, late: true })]
    const [first, second] = compareMonth([...lucky, ...steady], [], { month: '2026-11', calendar })
    expect([first?.inTime.rank, second?.inTime.rank]).toEqual([2, 1])
    expect([first?.corrections.rank, second?.corrections.rank]).toEqual([2, 1])
  })
  test('one more that is in time never lowers the bound, one more that is late never raises it', () => {
    fc.assert(
      fc.property(fc.integer({ min: FEWEST, max: 3000 }), fc.nat({ max: 3000 }), (all, some) => {
        const n = Math.min(some, all)
        const bound = surelyAtLeast({ n, of: all })!
        expect(surelyAtLeast({ n: n + 1, of: all + 1 })!).toBeGreaterThanOrEqual(bound)
        expect(surelyAtLeast({ n, of: all + 1 })!).toBeLessThanOrEqual(bound)
        expect(bound).toBeLessThanOrEqual(n / all)
        expect(bound).toBeGreaterThanOrEqual(0)
      }),
      { examples: [[20, 0]] },
    )
  })
  test('alike share a place, and an office’s terminal is no window', () => {
    const rows = compareMonth([...many(25), ...many(25, { window: 3 }), ...many(40, { window: 0 })], [], {
      month: '2026-11',
      calendar,
    })
    expect(rows.map(({ window, inTime }) => [window, inTime.rank])).toEqual([
      [1, 1],
      [3, 1],
    ])
  })
})
