/** The last day to hand over what was decided. */
import type { Calendar } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { addWorkdays } from '../calendar/workdays.ts'
import type { Item } from '../item/item.ts'
import type { Deadline } from '../item/last-day.ts'
import type { Case } from './case.ts'

/** 行政许可法第44条 for permits, the item's own promise for others; null when none is set, nothing is decided yet or all is handed over. */
export function deliveryDue(kase: Case, item: Item, calendar: Calendar): Deadline | null {
  // 撤销、注销 are decisions of their own day, years after the first.
  const afterwards = kase.outcome === 'revoked' || kase.outcome === 'cancelled'
  const from = afterwards ? kase.readyAt : (kase.decided?.at ?? kase.readyAt)
  if (item.delivery === null || from === null || kase.status === 'closed') return null
  const { count, unit } = item.delivery
  const { day, provisional } =
    unit === 'onTheSpot'
      ? { day: dayOf(from), provisional: false }
      : unit === 'workingDays'
        ? addWorkdays(calendar, dayOf(from), count)
        : calendarDeadline(calendar, dayOf(from), count)
  return { day, provisional }
}

const PUBLIC_NOTICE_DAYS = 30

/** 公告送达: the last of the thirty days after which it counts as served (民事诉讼法第95条). Certainty medium: the law of
 *  administrative papers has no rule of its own, and the bureaus follow this one. */
export function servedByNoticeAfter(calendar: Calendar, noticeFrom: Day): Day {
  return calendarDeadline(calendar, noticeFrom, PUBLIC_NOTICE_DAYS).day
}
