/** The light beside a deadline (红黄灯): how urgent a case is, by working days left. */
import type { Calendar } from './calendar.ts'
import type { Day } from './day.ts'
import { remainingWorkdays } from './workdays.ts'

export type Light = 'green' | 'yellow' | 'red' | 'overdue'

/** At this many working days left, or fewer, the light turns. A setting of the hall. */
export interface LightThresholds {
  readonly yellow: number
  readonly red: number
}

/** The light on a day. The last day itself is not overdue; rest days between do not bring a deadline nearer. */
export function light(calendar: Calendar, today: Day, deadline: Day, thresholds: LightThresholds): Light {
  if (today > deadline) return 'overdue'
  const left = remainingWorkdays(calendar, today, deadline)
  if (left <= thresholds.red) return 'red'
  return left <= thresholds.yellow ? 'yellow' : 'green'
}
