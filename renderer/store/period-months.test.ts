import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { FiguresAsked } from '../../shared/contract/figures.ts'
import { type Range, ranges } from '../../shared/report/ranges.ts'
import { answerPeriod } from './answer-figures.ts'
import { addCounts, monthsOf } from './counting.ts'
import type { CountsRow, MonthRow } from './database.ts'

const begin = '2025-11-20' as Day
const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays(begin, n))
const row = fc.record({
  day,
  window: fc.integer({ min: 0, max: 2 }),
  person: fc.constantFrom('a', 'b') as fc.Arbitrary<CountsRow['person']>,
  personName: fc.constant('样例'),
  item: fc.constantFrom('GL-BT', 'YL-YD'),
  sums: fc.record({ received: fc.record({ n: fc.integer({ min: 1, max: 3 }), amount: fc.constant(0) }) }),
  times: fc.constantFrom({}, { grantedTime: { 3: 1 } }),
}) as fc.Arbitrary<CountsRow>
const asked = fc.record({
  period: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  time: fc.constantFrom('none', 'day', 'week', 'month'),
  by: fc.constantFrom('none', 'window', 'person', 'item'),
}) as fc.Arbitrary<Pick<FiguresAsked, 'period' | 'time' | 'by'>>

test('R-PERIOD-16: a period told by its whole months says what it says day by day', () => {
  const counted = { n: 0, less: 0 }
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), asked, (rows, { period, time, by }) => {
      const question = { figures: ['received', 'medianTime'] as FiguresAsked['figures'], time, by, only: {} }
      const say = (rows: readonly CountsRow[], less: readonly CountsRow[] = []) =>
        answerPeriod(question, { rows, less, totals: [], later: [], foreseen: [] }, () => undefined)
      const within = (at: string, from: string, to: string) => from <= at && at <= to
      // Kept as the cache keeps it: act by act.
      const months = new Map<string, MonthRow>()
      for (const each of rows)
        for (const delta of monthsOf([each])) {
          const key = `${delta.month} ${delta.window} ${delta.person} ${delta.item}`
          const sum = addCounts(months.get(key), delta)
          if (sum !== undefined) months.set(key, sum)
        }
      const read = ({ grain, from, to }: Range) =>
        grain === 'day'
          ? rows.filter((each) => within(each.day, from, to))
          : [...months.values()]
              .filter(({ month }) => within(month, from, to))
              .map(({ month, ...each }) => ({ ...each, day: `${month}-01` as Day }))
      const all = ranges(period, time)
      const kept = all.filter(({ less }) => less !== true).flatMap(read)
      const less = all.filter(({ less }) => less === true).flatMap(read)
      if (kept.length < rows.length) counted.n += 1
      if (less.length > 0) counted.less += 1
      expect(say(kept, less)).toEqual(say(rows.filter((each) => within(each.day, period.from, period.to))))
    }),
  )
  expect(counted.n).toBeGreaterThan(0)
  expect(counted.less).toBeGreaterThan(0)
})
