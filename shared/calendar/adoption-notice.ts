/** The public notice for the parents of a foundling before an adoption is registered. */
import type { Calendar } from './calendar.ts'
import { calendarDeadline } from './calendar-deadline.ts'
import type { Day } from './day.ts'
import { addWorkdays } from './workdays.ts'

const NOTICE_DAYS = 60

/** The last of the 60 days of the notice, and the first working day after it (《中国公民收养子女登记办法》). */
export function adoptionNotice(
  calendar: Calendar,
  published: Day,
): { lastDay: Day; earliestRegistration: Day; provisional: boolean } {
  const last = calendarDeadline(calendar, published, NOTICE_DAYS)
  const next = addWorkdays(calendar, last.day, 1)
  return { lastDay: last.day, earliestRegistration: next.day, provisional: last.provisional || next.provisional }
}
