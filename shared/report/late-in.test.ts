import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { isWorkday } from '../calendar/calendar.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { nearBefore, nearTo } from './late-in.ts'

const near = (today: string, due: string) => nearTo(calendar, today as Day, due as Day)

test('R-AUDIT-2: a case is near its last day by working days: a weekend between brings it no nearer', () => {
  // Thursday, November 26, 2026.
  const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']
  expect(days.map((due) => near('2026-11-26', due))).toEqual(['overdue', 'today', 'one', 'two', 'three', undefined])
  // Due on a Saturday, it has to be done by Friday.
  expect(near('2026-11-27', '2026-11-28')).toBe('today')
  expect(nearBefore(calendar, '2026-11-26' as Day)).toBe('2026-12-02')
})

test('R-AUDIT-2: what is near is what comes before the day that lists are read to, whatever holidays lie between', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: -20, max: 30 }), (from, apart) => {
      const today = addDays('2025-01-05' as Day, from)
      const due = addDays(today, apart)
      fc.pre(isWorkday(calendar, today))
      expect(nearTo(calendar, today, due) !== undefined).toBe(due < nearBefore(calendar, today))
    }),
  )
})
