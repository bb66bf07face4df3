/** 督办: how near its last day a case is. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { addWorkdays, remainingWorkdays } from '../calendar/workdays.ts'

/** 已超期 · 今天 · 1、2、3个工作日内到期 */
export const nearness = ['overdue', 'today', 'one', 'two', 'three'] as const
export type Near = (typeof nearness)[number]

/** The last working day that is looked ahead to. */
const AHEAD = 3

/** How near a last day is; undefined further away. A last day on a rest day is over with it, so it is as near as the working day
 *  before: nobody works in between. */
export function nearTo(calendar: Calendar, today: Day, due: Day): Near | undefined {
  if (due < today) return 'overdue'
  if (due === today) return 'today'
  const left = remainingWorkdays(calendar, today, due)
  return left > AHEAD ? undefined : nearness[left + 1]
}

/** What is due before this day is near. */
export function nearBefore(calendar: Calendar, today: Day): Day {
  return addWorkdays(calendar, today, AHEAD + 1).day
}
