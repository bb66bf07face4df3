/** 公告 that a law asks for with its own days, and 公示 of what is about to be granted. */
import type { Calendar } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import { addDays, type Day } from '../calendar/day.ts'
import type { PublicNotice, Step } from '../item/item.ts'

/** The last day it has to hang out (满60日): a last day that is a rest day gives way to the next working day (民法典第203条). */
export function noticeUntil(calendar: Calendar, { term }: PublicNotice, from: Day): Day {
  return calendarDeadline(calendar, from, term.count).day
}

/** What has hung out shorter by this day does not count; undefined where no rule says how long. */
export function hungOutLeast(calendar: Calendar, step: Step | undefined, from: Day): Day | undefined {
  if (step?.notice !== undefined) return noticeUntil(calendar, step.notice, from)
  return step?.hangs === undefined ? undefined : addDays(from, step.hangs.count)
}

/** 公示七日 where its rules say nothing else. */
const USUAL_DAYS = 7

/** How long it usually hangs out, in days, and until when: to the end of a working day, so that objections find somebody. */
export function hungOutUsual(calendar: Calendar, step: Step | undefined, from: Day): { days: number; until: Day } {
  const days = (step?.notice?.term ?? step?.hangs)?.count ?? USUAL_DAYS
  return { days, until: calendarDeadline(calendar, from, days).day }
}
