import fc from 'fast-check'
import { expect, test } from 'vitest'
import year2025 from '../../catalogue/calendars/2025.json' with { type: 'json' }
import year2026 from '../../catalogue/calendars/2026.json' with { type: 'json' }
import { CalendarYear, isWorkday, makeCalendar } from './calendar.ts'
import { addDays, Day, dayFromNumber, dayNumber, earlierDay } from './day.ts'
import { addWorkdays, countWorkdays, remainingWorkdays, type Stop, workdayFrom, workdaysBetween } from './workdays.ts'

const day = (text: string): Day => Day.parse(text)
const calendar = makeCalendar([CalendarYear.parse(year2025), CalendarYear.parse(year2026)])

const days = fc
  .integer({ min: dayNumber(day('2024-11-01')), max: dayNumber(day('2027-03-01')) })
  .map((number) => dayFromNumber(number))
const counts = fc.integer({ min: 0, max: 70 })
const stop: fc.Arbitrary<Stop> = fc
  .tuple(days, fc.integer({ min: 0, max: 60 }))
  .map(([from, n]) => [from, addDays(from, n)])
const stops = fc.array(stop, { maxLength: 4 })

test('R-CALENDAR-5: the n-th working day is a working day outside every stop, and n of them lie between', () => {
  fc.assert(
    fc.property(days, counts, stops, (from, n, paused) => {
      const counted = addWorkdays(calendar, from, n, paused).day
      expect(workdaysBetween(calendar, from, counted, paused)).toBe(n)
      expect(counted === from || isWorkday(calendar, counted)).toBe(true)
      expect(counted === from).toBe(n === 0)
      expect(n > 0 && paused.some(([first, last]) => first <= counted && counted <= last)).toBe(false)
    }),
  )
})

test('counting on from a counted day is counting the sum', () => {
  fc.assert(
    fc.property(days, counts, counts, stops, (from, m, n, paused) => {
      const there = addWorkdays(calendar, addWorkdays(calendar, from, m, paused).day, n, paused).day
      expect(there).toBe(addWorkdays(calendar, from, m + n, paused).day)
    }),
  )
})

test('R-CALENDAR-6: stops that overlap count once', () => {
  fc.assert(
    fc.property(days, counts, stop, stop, (from, n, a, b) => {
      fc.pre(a[0] <= b[1] && b[0] <= a[1])
      const union: Stop = [earlierDay(a[0], b[0]), a[1] === earlierDay(a[1], b[1]) ? b[1] : a[1]]
      expect(addWorkdays(calendar, from, n, [a, b])).toEqual(addWorkdays(calendar, from, n, [union]))
    }),
  )
})

test('R-CALENDAR-6: a longer stop never brings the deadline nearer', () => {
  fc.assert(
    fc.property(days, counts, stop, fc.nat(30), fc.nat(30), (from, n, [first, last], before, after) => {
      const longer: Stop = [addDays(first, -before), addDays(last, after)]
      const shorter = addWorkdays(calendar, from, n, [[first, last]]).day
      expect(addWorkdays(calendar, from, n, [longer]).day >= shorter).toBe(true)
    }),
  )
})

test('R-CALENDAR-3: a count is provisional exactly when it used a day that is not published', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 70 }), (from, n) => {
      const counted = addWorkdays(calendar, from, n)
      expect(counted.provisional).toBe(addDays(from, 1) < '2025-01-01' || counted.day > calendar.publishedThrough)
    }),
  )
})

test('working days left are negative exactly when the last day has passed', () => {
  fc.assert(
    fc.property(days, days, (today, deadline) => {
      const left = remainingWorkdays(calendar, today, deadline)
      expect(left < 0).toBe(today > deadline)
      expect(Object.is(left, -0)).toBe(false)
    }),
  )
})

test('on the Saturday after a deadline of Friday the case is late, and still by one day on Monday', () => {
  expect(remainingWorkdays(calendar, day('2026-03-14'), day('2026-03-13'))).toBe(-1)
  expect(remainingWorkdays(calendar, day('2026-03-16'), day('2026-03-13'))).toBe(-1)
  expect(remainingWorkdays(calendar, day('2026-03-17'), day('2026-03-13'))).toBe(-2)
})

test('a working day gives way to none, a rest day to the next working day', () => {
  expect(workdayFrom(calendar, day('2026-05-09'))).toEqual({ day: '2026-05-09', provisional: false })
  expect(workdayFrom(calendar, day('2026-10-01'))).toEqual({ day: '2026-10-08', provisional: false })
  expect(workdayFrom(calendar, day('2027-01-01'))).toEqual({ day: '2027-01-04', provisional: true })
})

test('both published years have 248 working days, an unpublished one is an estimate', () => {
  expect(countWorkdays(calendar, 2025)).toMatchObject({ total: 248, provisional: false })
  expect(countWorkdays(calendar, 2026)).toMatchObject({ total: 248, provisional: false })
  expect(countWorkdays(calendar, 2027).provisional).toBe(true)
})

test.each([-1, 1.5, Number.NaN])('%s working days cannot be counted', (n) => {
  expect(() => addWorkdays(calendar, day('2026-03-09'), n)).toThrow(RangeError)
})
