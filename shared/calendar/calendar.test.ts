import { expect, test } from 'vitest'
import year2025 from '../../catalogue/calendars/2025.json' with { type: 'json' }
import year2026 from '../../catalogue/calendars/2026.json' with { type: 'json' }
import { Calendar, CalendarYear, dayKind, isPublished, isWorkday, makeCalendar } from './calendar.ts'
import { Day } from './day.ts'
import { addWorkdays } from './workdays.ts'

const day = (text: string): Day => Day.parse(text)
const years = [CalendarYear.parse(year2025), CalendarYear.parse(year2026)]
const calendar = makeCalendar(years)

function inventedYear(year: number, more: Partial<Record<'restDays' | 'makeUpWorkdays', string[]>> = {}): CalendarYear {
  return CalendarYear.parse({
    year,
    source: '测试用放假安排',
    publishedOn: `${year - 1}-11-05`,
    restDays: [`${year}-01-01`],
    makeUpWorkdays: [],
    ...more,
  })
}

test('R-CALENDAR-2: a Saturday made up for is a working day, a Monday off is none', () => {
  expect(dayKind(calendar, day('2026-02-14'))).toEqual({ kind: 'workday', provisional: false })
  expect(dayKind(calendar, day('2026-02-16'))).toEqual({ kind: 'restday', provisional: false })
  expect(isWorkday(calendar, day('2025-09-28'))).toBe(true)
  expect(isWorkday(calendar, day('2025-10-08'))).toBe(false)
})

test('R-CALENDAR-3: past the last published day Monday to Friday are assumed, never January 1, and it is said', () => {
  expect(dayKind(calendar, day('2026-12-31'))).toEqual({ kind: 'workday', provisional: false })
  expect(dayKind(calendar, day('2027-01-01'))).toEqual({ kind: 'restday', provisional: true })
  expect(dayKind(calendar, day('2027-01-04'))).toEqual({ kind: 'workday', provisional: true })
  expect(isPublished(calendar, day('2024-12-31'))).toBe(false)
})

test('R-CALENDAR-4: publishing the next year settles it and gives the calendar a new edition', () => {
  const longer = makeCalendar([inventedYear(2027, { restDays: ['2027-01-01', '2027-01-04'] }), ...years])
  expect(longer.publishedThrough).toBe('2027-12-31')
  expect(dayKind(longer, day('2027-01-04'))).toEqual({ kind: 'restday', provisional: false })
  expect(longer.edition).not.toBe(calendar.edition)
})

test('an amended notice gives a new edition of the same year', () => {
  const amended = makeCalendar([years[0]!, { ...years[1]!, publishedOn: day('2026-03-22') }])
  expect(amended.publishedThrough).toBe(calendar.publishedThrough)
  expect(amended.edition).not.toBe(calendar.edition)
})

test('a year after a gap is not used: the calendar ends where the gap begins', () => {
  const gap = makeCalendar([...years, inventedYear(2028, { restDays: ['2028-01-01', '2028-01-04'] })])
  expect(gap.publishedThrough).toBe('2026-12-31')
  expect(dayKind(gap, day('2028-01-04'))).toEqual({ kind: 'workday', provisional: true })
})

test('a notice that reaches into the last December changes it', () => {
  const next = inventedYear(2027, { restDays: ['2027-01-01', '2026-12-31'], makeUpWorkdays: ['2026-12-26'] })
  const longer = makeCalendar([...years, next])
  expect(isWorkday(longer, day('2026-12-31'))).toBe(false)
  expect(isWorkday(longer, day('2026-12-26'))).toBe(true)
})

test('a local holiday is a rest day only where the bureau says so', () => {
  expect(isWorkday(calendar, day('2026-04-15'))).toBe(true)
  const local = makeCalendar(years, { edition: '地方节日', localHolidays: [day('2026-04-15')] })
  expect(isWorkday(local, day('2026-04-15'))).toBe(false)
  expect(local.edition).toBe('地方节日')
})

test.each([
  ['calendar.dayTwice', { makeUpWorkdays: ['2026-01-04', '2026-01-04'] }],
  ['calendar.dayTwice', { restDays: ['2026-01-01', '2026-01-04'], makeUpWorkdays: ['2026-01-04'] }],
  ['calendar.otherYear', { restDays: ['2026-01-01', '2027-01-01'] }],
  ['calendar.noNewYear', { restDays: ['2026-05-01'] }],
  ['calendar.makeUpOnWeekday', { makeUpWorkdays: ['2026-01-05'] }],
])('a year file with a slip is refused: %s', (message, slip) => {
  const parsed = CalendarYear.safeParse({ ...year2026, restDays: ['2026-01-01'], makeUpWorkdays: [], ...slip })
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message])
})

test('a calendar is made of years, each once, and survives storage', () => {
  expect(() => makeCalendar([])).toThrow(RangeError)
  expect(() => makeCalendar([...years, years[0]!])).toThrow()
  expect(makeCalendar([...years].reverse())).toEqual(calendar)
  expect(Calendar.parse(JSON.parse(JSON.stringify(calendar)))).toEqual(calendar)
})

test('R-CALENDAR-10: a year’s notice reaches from the last December to its own end, names January 1, and each day once', () => {
  const taken = (more: object) =>
    CalendarYear.safeParse({
      year: 2027,
      source: '测试用放假安排',
      publishedOn: '2026-11-05',
      restDays: ['2027-01-01'],
      makeUpWorkdays: [],
      ...more,
    }).success
  const rest = (...days: string[]) => taken({ restDays: ['2027-01-01', ...days] })
  expect([rest('2026-12-01'), rest('2026-11-30')]).toEqual([true, false])
  expect([rest('2027-12-31'), rest('2028-01-01')]).toEqual([true, false])
  expect(rest('2027-01-01')).toBe(false)
  expect(taken({ restDays: ['2027-05-01'] })).toBe(false)
  expect(taken({ makeUpWorkdays: ['2027-01-01'] })).toBe(false)
  expect([taken({ makeUpWorkdays: ['2027-01-09'] }), taken({ makeUpWorkdays: ['2027-01-08'] })]).toEqual([true, false])
  expect([taken({ year: 1999 }), taken({ source: '' })]).toEqual([false, false])
})

test('R-CALENDAR-11: a holiday of the place rests where its year’s file names it', () => {
  const year = CalendarYear.parse({ ...year2026, localHolidays: ['2026-04-14', '2026-04-15'] })
  const ours = makeCalendar([year])
  expect(isWorkday(ours, day('2026-04-15'))).toBe(false)
  expect(isWorkday(makeCalendar([CalendarYear.parse(year2026)]), day('2026-04-15'))).toBe(true)
  expect(addWorkdays(ours, day('2026-04-13'), 1).day).toBe('2026-04-16')
  expect(CalendarYear.safeParse({ ...year2026, localHolidays: ['2026-05-01'] }).success).toBe(false)
})
