/** Counting working days (《行政许可法》第八十二条). The day an act happens is never counted (《民法典》第二百零一条). */
import { z } from 'zod'
import {
  type Calendar,
  type CalendarIndex,
  indexOf,
  isPublishedNumber,
  isWorkday,
  isWorkdayNumber,
} from './calendar.ts'
import { addDays, Day, dayFromNumber, dayNumber } from './day.ts'

/**
 * A time that does not count, first and last day included; counting resumes on the first working day after.
 * While a stop has not ended its deadline is not shown: count what is used, with today as its last day.
 */
export const Stop = z.tuple([Day, Day])
export type Stop = readonly [Day, Day]

/** A counted day; provisional when the count used a day that no arrangement settles yet. */
export interface CountedDay {
  readonly day: Day
  readonly provisional: boolean
}

/** The n-th working day after `from`, days inside a stop not counted; `from` itself when n is 0. */
export function addWorkdays(calendar: Calendar, from: Day, n: number, stops: readonly Stop[] = []): CountedDay {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('working days are counted in whole numbers from 0')
  const index = indexOf(calendar)
  const counts = counting(index, stops)
  const start = dayNumber(from)
  let day = start
  for (let left = n; left > 0; ) {
    day += 1
    if (counts(day)) left -= 1
  }
  const provisional = day > start && !(isPublishedNumber(index, start + 1) && isPublishedNumber(index, day))
  return { day: dayFromNumber(day), provisional }
}

/** Working days after `from` up to and with `to`, days inside a stop not counted; 0 when `to` is not later. */
export function workdaysBetween(calendar: Calendar, from: Day, to: Day, stops: readonly Stop[] = []): number {
  const counts = counting(indexOf(calendar), stops)
  const last = dayNumber(to)
  let found = 0
  for (let day = dayNumber(from) + 1; day <= last; day += 1) if (counts(day)) found += 1
  return found
}

/**
 * Working days left: 0 on the last day, negative exactly when it has passed.
 * On a rest day right after the last day it is already -1: the time ran out with that day.
 */
export function remainingWorkdays(calendar: Calendar, today: Day, deadline: Day): number {
  if (today <= deadline) return workdaysBetween(calendar, today, deadline)
  return -Math.max(1, workdaysBetween(calendar, deadline, today))
}

/** The day itself if offices work, else the first day after on which they do. */
export function workdayFrom(calendar: Calendar, day: Day): CountedDay {
  if (isWorkday(calendar, day)) return { day, provisional: !isPublishedNumber(indexOf(calendar), dayNumber(day)) }
  const next = addWorkdays(calendar, day, 1)
  return { day: next.day, provisional: next.provisional || !isPublishedNumber(indexOf(calendar), dayNumber(day)) }
}

/** The working days of a year and of each month (`YYYY-MM`), for averages in reports. */
export function countWorkdays(
  calendar: Calendar,
  year: number,
): { total: number; months: Readonly<Record<string, number>>; provisional: boolean } {
  const index = indexOf(calendar)
  const first = Day.parse(`${year}-01-01`)
  const last = Day.parse(`${year}-12-31`)
  const months: Record<string, number> = {}
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const month = day.slice(0, 7)
    months[month] = (months[month] ?? 0) + (isWorkdayNumber(index, dayNumber(day)) ? 1 : 0)
  }
  return {
    total: Object.values(months).reduce((sum, each) => sum + each, 0),
    months,
    provisional: !(isPublishedNumber(index, dayNumber(first)) && isPublishedNumber(index, dayNumber(last))),
  }
}

function counting(index: CalendarIndex, stops: readonly Stop[]): (day: number) => boolean {
  if (stops.length === 0) return (day) => isWorkdayNumber(index, day)
  const stopped = stops.map(([from, to]) => [dayNumber(from), dayNumber(to)] as const)
  return (day) => isWorkdayNumber(index, day) && !stopped.some(([from, to]) => from <= day && day <= to)
}
