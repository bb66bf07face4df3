import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  isWeekend,
} from './day.ts'

const day = (text: string): Day => Day.parse(text)
const dayNumbers = fc.integer({ min: -100_000, max: 200_000 })

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', ''])('%s is no day', (text) => {
  expect(Day.safeParse(text).success).toBe(false)
})

test('the quick question whether a text is a day answers as the schema does', () => {
  const digits = (most: number, wide: number) =>
    fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(wide, '0'))
  const about = fc.tuple(digits(9999, 4), digits(14, 2), digits(33, 2)).map((parts) => parts.join('-'))
  fc.assert(
    fc.property(fc.oneof(about, fc.string()), (text) => {
      expect(isDay(text)).toBe(Day.safeParse(text).success)
    }),
  )
  for (const text of ['2024-02-29', '1900-02-29', '2000-02-29', '0000-02-29', '2026-04-31', '2026-12-31'])
    expect(isDay(text), text).toBe(Day.safeParse(text).success)
})

test('R-CALENDAR-1: an act at half past midnight in Beijing counts on that day, whatever offset the machine writes', () => {
  expect(dayOf('2026-09-20T16:30:00Z')).toBe('2026-09-21')
  expect(dayOf('2026-09-21T00:30:00.000+08:00')).toBe('2026-09-21')
  expect(dayOf('2026-09-20T15:59:59.999Z')).toBe('2026-09-20')
  expect(dayOf('2026-09-20T11:30:00-05:00')).toBe('2026-09-21')
  expect(dayOf('1988-07-01T16:00:00Z')).toBe('1988-07-02')
})

test.each(['2026-09-21T00:30:00', '2026-09-21', 'tomorrow', ''])(
  'an instant without its offset has no day: "%s"',
  (text) => {
    expect(() => dayOf(text)).toThrow(RangeError)
  },
)

test('a month later is the same day of the month, or its last one', () => {
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
  expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
  expect(addMonths(day('2026-03-31'), 6)).toBe('2026-09-30')
  expect(addMonths(day('2026-11-15'), 2)).toBe('2027-01-15')
  expect(addMonths(day('2026-01-15'), -2)).toBe('2025-11-15')
})

test('days agree with the calendar of the machine', () => {
  fc.assert(
    fc.property(dayNumbers, (number) => {
      const date = new Date(number * 86_400_000)
      expect(dayFromNumber(number)).toBe(date.toISOString().slice(0, 10))
      expect(dayNumber(dayFromNumber(number))).toBe(number)
      expect(isWeekend(number)).toBe(date.getUTCDay() === 0 || date.getUTCDay() === 6)
    }),
  )
})

test('days later and days between are each other’s inverse, and text order is time order', () => {
  fc.assert(
    fc.property(dayNumbers, fc.integer({ min: -5000, max: 5000 }), (number, days) => {
      const from = dayFromNumber(number)
      const to = addDays(from, days)
      expect(daysBetween(from, to)).toBe(days)
      expect(compareDays(from, to)).toBe(-Math.sign(days) + 0)
    }),
  )
})

test('a day beyond the year 9999 is refused, not miswritten', () => {
  expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
})
