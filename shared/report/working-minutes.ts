/** Handling time (办理用时) as reports average it. */
import { type Calendar, isWorkday } from '../calendar/calendar.ts'
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import type { Stop } from '../calendar/workdays.ts'
import type { Instant } from '../case/ids.ts'

const OPENS = 9 * 60
const CLOSES = 17 * 60
/** Longer than any case runs. */
const MOST_DAYS = 20 * 366

/** Whole minutes between two moments. On one day what passed; over several, from nine to five on each working day
 *  (《行政许可法》第八十二条 counts working days only), without those on which the clock stood. 0 when `to` is not later. */
export function workingMinutes(calendar: Calendar, from: Instant, to: Instant, stops: readonly Stop[] = []): number {
  if (to <= from) return 0
  const [first, last] = [dayOf(from), dayOf(to)]
  if (first === last) return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
  const works = (day: Day) => isWorkday(calendar, day) && !stops.some(([begun, ended]) => begun <= day && day <= ended)
  let minutes = works(first) ? within(minuteOf(from), CLOSES) : 0
  if (works(last)) minutes += within(OPENS, minuteOf(to))
  // A clock set to another century must not be walked day by day.
  for (let day = addDays(first, 1), left = MOST_DAYS; day < last && left > 0; day = addDays(day, 1), left -= 1)
    if (works(day)) minutes += CLOSES - OPENS
  return minutes
}

function within(from: number, to: number): number {
  return Math.max(0, Math.min(to, CLOSES) - Math.max(from, OPENS))
}

/** Minutes since midnight in Beijing. */
function minuteOf(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 60_000 + 8 * 60) % 1440
}
