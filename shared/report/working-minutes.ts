/** Handling time (办理用时) as reports average it. */
import { type Calendar, isWorkday } from '../calendar/calendar.ts'
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import type { Instant } from '../case/ids.ts'

const OPENS = 9 * 60
const CLOSES = 17 * 60

/** Whole minutes between two moments. On one day what passed; over several, from nine to five on each working day
 *  (《行政许可法》第八十二条 counts working days only). 0 when `to` is not later. */
export function workingMinutes(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0
  const [first, last] = [dayOf(from), dayOf(to)]
  if (first === last) return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
  let minutes = within(calendar, first, minuteOf(from), CLOSES) + within(calendar, last, OPENS, minuteOf(to))
  for (let day = addDays(first, 1); day < last; day = addDays(day, 1)) minutes += within(calendar, day, OPENS, CLOSES)
  return minutes
}

function within(calendar: Calendar, day: Day, from: number, to: number): number {
  return isWorkday(calendar, day) ? Math.max(0, Math.min(to, CLOSES) - Math.max(from, OPENS)) : 0
}

/** Minutes since midnight in Beijing. */
function minuteOf(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 60_000 + 8 * 60) % 1440
}
