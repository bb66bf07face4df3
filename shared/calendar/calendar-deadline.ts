/** Terms that the law gives in days (日) and not in working days. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { type CountedDay, type Stop, workdayFrom } from './workdays.ts'

/**
 * The end of a term of calendar days that begins the day after `from`; a last day that is a rest day gives way to
 * the next working day (《民法典》第二百零一条、第二百零三条). `rawEnd` is the last day before that. Days inside a stop do
 * not count.
 */
export function calendarDeadline(
  calendar: Calendar,
  from: Day,
  days: number,
  stops: readonly Stop[] = [],
): CountedDay & { readonly rawEnd: Day } {
  const rawEnd = stops.length === 0 ? addDays(from, days) : dayOutside(from, days, stops)
  return { rawEnd, ...workdayFrom(calendar, rawEnd) }
}

function dayOutside(from: Day, days: number, stops: readonly Stop[]): Day {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (!stops.some(([first, last]) => first <= day && day <= last)) left -= 1
  }
  return day
}
