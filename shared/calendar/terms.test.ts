import { expect, test } from 'vitest'
import year2026 from '../../catalogue/calendars/2026.json' with { type: 'json' }
import { CalendarYear, makeCalendar } from './calendar.ts'
import { calendarDeadline } from './calendar-deadline.ts'
import { Day } from './day.ts'
import { mayWithdrawDivorce } from './divorce-windows.ts'
import { light } from './light.ts'
import { extendDeadline, isDeemedAccepted } from './permit-terms.ts'

const day = (text: string): Day => Day.parse(text)
const calendar = makeCalendar([CalendarYear.parse(year2026)])
const thresholds = { yellow: 3, red: 1 }

test('R-CALENDAR-7: an application nobody answered is accepted from the day after the fifth working day, not before', () => {
  const received = day('2026-03-09')
  expect(isDeemedAccepted(calendar, { received, today: day('2026-03-16') })).toBe(false)
  expect(isDeemedAccepted(calendar, { received, today: day('2026-03-17') })).toBe(true)
  expect(isDeemedAccepted(calendar, { received, answered: day('2026-03-16'), today: day('2026-06-01') })).toBe(false)
})

test('R-CALENDAR-8: an extension is approved once, by at most ten working days, while the term runs', () => {
  const asked = { deadline: day('2026-04-07'), days: 10, approvedOn: day('2026-04-07'), extendedBefore: false }
  expect(extendDeadline(calendar, asked)).toEqual({ ok: true, day: '2026-04-21', provisional: false })
  expect(extendDeadline(calendar, { ...asked, approvedOn: day('2026-04-08') })).toEqual({ ok: false, error: 'late' })
  expect(extendDeadline(calendar, { ...asked, extendedBefore: true })).toEqual({ ok: false, error: 'twice' })
  for (const days of [0, 11, 2.5])
    expect(extendDeadline(calendar, { ...asked, days })).toEqual({ ok: false, error: 'length' })
  expect(extendDeadline(calendar, { ...asked, days: 15, mostDays: 15 }).ok).toBe(true)
  const paused = extendDeadline(calendar, { ...asked, days: 1, stops: [[day('2026-04-08'), day('2026-04-09')]] })
  expect(paused).toMatchObject({ day: '2026-04-10' })
})

test('the light turns by working days left, and the last day is red, not overdue', () => {
  const deadline = day('2026-03-16')
  expect(light(calendar, day('2026-03-10'), deadline, thresholds)).toBe('green')
  expect(light(calendar, day('2026-03-11'), deadline, thresholds)).toBe('yellow')
  expect(light(calendar, day('2026-03-13'), deadline, thresholds)).toBe('red')
  expect(light(calendar, day('2026-03-16'), deadline, thresholds)).toBe('red')
  expect(light(calendar, day('2026-03-17'), deadline, thresholds)).toBe('overdue')
  expect(light(calendar, day('2026-03-14'), day('2026-03-13'), thresholds)).toBe('overdue')
})

test('R-CALENDAR-9: a term of calendar days that ends on a rest day ends on the next working day, provisional past the calendar', () => {
  expect(calendarDeadline(calendar, day('2026-08-02'), 60)).toEqual({
    rawEnd: '2026-10-01',
    day: '2026-10-08',
    provisional: false,
  })
  expect(calendarDeadline(calendar, day('2026-12-02'), 30)).toEqual({
    rawEnd: '2027-01-01',
    day: '2027-01-04',
    provisional: true,
  })
})

test('a divorce is withdrawn between the application and the end of cooling, both days included', () => {
  const applied = day('2026-09-01')
  const on = ['2026-08-31', '2026-09-01', '2026-10-08', '2026-10-09']
  expect(on.map((each) => mayWithdrawDivorce(calendar, applied, day(each)))).toEqual([false, true, true, false])
})
