/** Terms that the law gives in days (日) and not in working days. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { type CountedDay, workdayFrom } from './workdays.ts'

/**
 * The end of a term of calendar days that begins the day after `from`; a last day that is a rest day gives way to
 * the next working day (《民法典》第二百零一条、第二百零三条). `rawEnd` is the last day before that.
 */
export function calendarDeadline(calendar: Calendar, from: Day, days: number): CountedDay & { readonly rawEnd: Day } {
  const rawEnd = addDays(from, days)
  return { rawEnd, ...workdayFrom(calendar, rawEnd) }
}
