/** 公告 that a law asks for with its own days. */
import type { Calendar } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import type { Day } from '../calendar/day.ts'
import type { PublicNotice } from '../item/item.ts'

/** The last day it has to hang out (满60日): a last day that is a rest day gives way to the next working day (民法典第203条). */
export function noticeUntil(calendar: Calendar, { term }: PublicNotice, from: Day): Day {
  return calendarDeadline(calendar, from, term.count).day
}
