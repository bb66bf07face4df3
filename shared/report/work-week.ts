/** The week that work is planned by (周一列计划, 周五出结果): from Monday to Sunday, as the published arrangement has its working days. A
 *  week without a single one belongs to the next week in which offices work, so that every day lies in exactly one. */
import { z } from 'zod'
import { type Calendar, isPublished, isWorkday } from '../calendar/calendar.ts'
import { addDays, Day, dayNumber } from '../calendar/day.ts'

export const WorkWeek = z.strictObject({
  /** The first and the last day that belong to it. */
  from: Day,
  to: Day,
  /** Its working days, never none: on the first the plan is made, on the last the result. */
  workdays: z.array(Day).min(1),
  /** An arrangement that is still to be published may move its working days. */
  provisional: z.boolean(),
})
export type WorkWeek = z.infer<typeof WorkWeek>

/** Longer than offices were ever closed. */
const MOST_EMPTY_WEEKS = 8

/** The week that a day belongs to. */
export function workWeekOf(calendar: Calendar, day: Day): WorkWeek {
  let monday = mondayOf(day)
  for (let left = MOST_EMPTY_WEEKS; workdaysFrom(calendar, monday).length === 0 && left > 0; left -= 1)
    monday = addDays(monday, 7)
  let from = monday
  for (let left = MOST_EMPTY_WEEKS; workdaysFrom(calendar, addDays(from, -7)).length === 0 && left > 0; left -= 1)
    from = addDays(from, -7)
  const to = addDays(monday, 6)
  const workdays = workdaysFrom(calendar, monday)
  return { from, to, workdays, provisional: !(isPublished(calendar, from) && isPublished(calendar, to)) }
}

export function firstWorkday({ workdays, from }: WorkWeek): Day {
  return workdays[0] ?? from
}

export function lastWorkday({ workdays, to }: WorkWeek): Day {
  return workdays.at(-1) ?? to
}

export function weekBefore(calendar: Calendar, { from }: WorkWeek): WorkWeek {
  return workWeekOf(calendar, addDays(from, -1))
}

export function weekAfter(calendar: Calendar, { to }: WorkWeek): WorkWeek {
  return workWeekOf(calendar, addDays(to, 1))
}

function workdaysFrom(calendar: Calendar, monday: Day): Day[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days)).filter((day) => isWorkday(calendar, day))
}

function mondayOf(day: Day): Day {
  return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7)) // 1970-01-01 was a Thursday
}
