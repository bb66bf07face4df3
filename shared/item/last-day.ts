/** When a limit that the catalogue sets ends, in each of the units that it may be set in. */
import type { Calendar } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { addWorkdays, type Stop } from '../calendar/workdays.ts'
import type { Instant } from '../case/ids.ts'
import type { Limit } from './item.ts'

const HOUR_MS = 3_600_000

/** A last day; provisional while it reaches past the last published day. `at`: to the minute, where the limit is in hours.
 *  `sameDay`: it is the very day it began on, whose hours somebody who came late has not used up. */
export type Deadline = { day: Day; provisional: boolean; at?: Instant; sameDay?: true }

/** Has it passed by then? The last day ends at midnight; where the hall keeps hours, when it closes (民法典第203条第2款). */
export function isOver({ day, at, sameDay }: Deadline, moment: Instant, closesAt?: string): boolean {
  if (at !== undefined) return Date.parse(moment) > Date.parse(at)
  const today = dayOf(moment)
  if (today !== day || closesAt === undefined || sameDay) return today > day
  return timeOf(moment) > `${closesAt}:00`
}

/** HH:mm:ss of a moment, Beijing time. */
function timeOf(moment: Instant): string {
  return new Date(Date.parse(moment) + 8 * HOUR_MS).toISOString().slice(11, 19)
}

/** The end of a limit that begins at a moment; `stops` are the days on which the clock stood. */
export function lastDay(
  calendar: Calendar,
  from: Instant,
  { count, unit }: Limit,
  stops: readonly Stop[] = [],
): Deadline {
  if (unit === 'onTheSpot') return { day: dayOf(from), provisional: false, sameDay: true }
  if (unit === 'hours') {
    const at = new Date(Date.parse(from) + count * HOUR_MS).toISOString() as Instant
    return { day: dayOf(at), provisional: false, at }
  }
  const reckon = unit === 'calendarDays' ? calendarDeadline : addWorkdays
  const { day, provisional } = reckon(calendar, dayOf(from), count, stops)
  return { day, provisional }
}
