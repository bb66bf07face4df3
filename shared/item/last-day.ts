/** When a limit that the catalogue sets ends, in each of the units that it may be set in. */
import type { Calendar } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { addWorkdays, type Stop } from '../calendar/workdays.ts'
import type { Instant } from '../case/ids.ts'
import type { Limit } from './item.ts'

/** A last day; provisional while it reaches past the last published day. `at`: to the minute, where the limit is in hours. */
export type Deadline = { day: Day; provisional: boolean; at?: Instant }

const HOUR_MS = 3_600_000

/** The end of a limit that begins at a moment; `stops` are the days on which the clock stood. */
export function lastDay(
  calendar: Calendar,
  from: Instant,
  { count, unit }: Limit,
  stops: readonly Stop[] = [],
): Deadline {
  if (unit === 'onTheSpot') return { day: dayOf(from), provisional: false }
  if (unit === 'hours') {
    const at = new Date(Date.parse(from) + count * HOUR_MS).toISOString() as Instant
    return { day: dayOf(at), provisional: false, at }
  }
  const reckon = unit === 'calendarDays' ? calendarDeadline : addWorkdays
  const { day, provisional } = reckon(calendar, dayOf(from), count, stops)
  return { day, provisional }
}
