/** The calendar rules deadlines, never the door. */
import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { isWorkday } from '../calendar/calendar.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { clockOf } from './clock.ts'
import type { Instant } from './ids.ts'

const item = make.item()
const morning = (day: Day) => `${day}T01:30:00.000Z` as Instant

test('R-CASE-8: on every day off of a year an application is received and accepted', () => {
  let off = 0
  for (let day = '2026-01-01' as Day; day <= '2026-12-31'; day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) continue
    off += 1
    const { kase } = make.life({ item, at: morning(day), calendar }).act(['received', 'accepted'])
    expect(kase.status, day).toBe('underReview')
  }
  expect(off).toBe(365 - 248)
})

test('R-CASE-8: what was accepted on a day off is counted from the first working day after it', () => {
  const due = (day: Day) => {
    const { kase } = make.life({ item, at: morning(day), calendar }).act(['received', 'accepted'])
    return clockOf(kase, item, calendar, morning(day)).due?.day
  }
  // A Saturday, its Sunday and the Friday before; the National Day holiday, and the last working day before it.
  expect(due('2026-11-28' as Day)).toBe(due('2026-11-27' as Day))
  expect(due('2026-11-29' as Day)).toBe(due('2026-11-27' as Day))
  expect(due('2026-10-03' as Day)).toBe(due('2026-09-30' as Day))
})
