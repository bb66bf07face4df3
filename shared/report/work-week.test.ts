import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { isWorkday } from '../calendar/calendar.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { firstWorkday, lastWorkday, weekAfter, weekBefore, workWeekOf } from './work-week.ts'

const of = (day: string) => {
  const week = workWeekOf(calendar, day as Day)
  return [week.from, week.to, firstWorkday(week), lastWorkday(week), week.workdays.length]
}

test.each([
  ['an ordinary week', '2026-11-25', ['2026-11-23', '2026-11-29', '2026-11-23', '2026-11-27', 5]],
  // 2025: 1月26日（周日）上班，1月28日至2月4日休；2月8日（周六）上班。
  [
    'the week before Spring Festival 2025, with its make-up Sunday',
    '2025-01-22',
    ['2025-01-20', '2025-01-26', '2025-01-20', '2025-01-26', 6],
  ],
  ['Spring Festival 2025: one working day', '2025-01-30', ['2025-01-27', '2025-02-02', '2025-01-27', '2025-01-27', 1]],
  [
    'the week after it begins on Wednesday and ends on the make-up Saturday',
    '2025-02-03',
    ['2025-02-03', '2025-02-09', '2025-02-05', '2025-02-08', 4],
  ],
  // 2025: 10月1日至8日休，9月28日（周日）、10月11日（周六）上班。
  [
    'the make-up Sunday before National Day 2025',
    '2025-09-28',
    ['2025-09-22', '2025-09-28', '2025-09-22', '2025-09-28', 6],
  ],
  ['National Day 2025: two working days', '2025-10-04', ['2025-09-29', '2025-10-05', '2025-09-29', '2025-09-30', 2]],
  ['and three after it', '2025-10-06', ['2025-10-06', '2025-10-12', '2025-10-09', '2025-10-11', 3]],
  // 2026: 2月15日至23日休，2月14日、28日（周六）上班: a whole week without a working day.
  [
    'the make-up Saturday before Spring Festival 2026',
    '2026-02-14',
    ['2026-02-09', '2026-02-15', '2026-02-09', '2026-02-14', 6],
  ],
  [
    'Spring Festival 2026 belongs to the week after it',
    '2026-02-18',
    ['2026-02-16', '2026-03-01', '2026-02-24', '2026-02-28', 5],
  ],
  ['and so do its last days', '2026-03-01', ['2026-02-16', '2026-03-01', '2026-02-24', '2026-02-28', 5]],
  // 2026: 9月20日（周日）、10月10日（周六）上班，10月1日至7日休。
  [
    'the make-up Sunday of September 2026 ends its week',
    '2026-09-20',
    ['2026-09-14', '2026-09-20', '2026-09-14', '2026-09-20', 6],
  ],
  ['National Day 2026: three working days', '2026-10-01', ['2026-09-28', '2026-10-04', '2026-09-28', '2026-09-30', 3]],
  ['and three after it', '2026-10-05', ['2026-10-05', '2026-10-11', '2026-10-08', '2026-10-10', 3]],
] as const)('R-PLAN-1: %s', (_, day, expected) => {
  expect(of(day)).toEqual(expected)
})

test('R-PLAN-1: every day lies in one week, every week has a working day, and weeks follow each other without a gap', () => {
  const days = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2024-01-01' as Day, n))
  fc.assert(
    fc.property(days, (day) => {
      const week = workWeekOf(calendar, day)
      expect(week.from <= day && day <= week.to).toBe(true)
      expect(week.workdays.length).toBeGreaterThan(0)
      for (let each = week.from; each <= week.to; each = addDays(each, 1)) {
        expect(workWeekOf(calendar, each)).toEqual(week)
        expect(week.workdays.includes(each)).toBe(isWorkday(calendar, each))
      }
      expect(weekAfter(calendar, week).from).toBe(addDays(week.to, 1))
      expect(weekBefore(calendar, week).to).toBe(addDays(week.from, -1))
    }),
  )
})

test('R-PLAN-1: a week that no arrangement settles yet is provisional', () => {
  expect(workWeekOf(calendar, '2026-12-20' as Day).provisional).toBe(false)
  expect(workWeekOf(calendar, '2027-01-02' as Day).provisional).toBe(true)
})
