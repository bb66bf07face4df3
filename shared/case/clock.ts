/** The clock of a case: computed from its events and the published calendar, never stored as a fact. */

import type { Calendar } from '../calendar/calendar.ts'
import { calendarDeadline } from '../calendar/calendar-deadline.ts'
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import { isDeemedAccepted, noticeBy } from '../calendar/permit-terms.ts'
import { addWorkdays, remainingWorkdays, type Stop, workdaysBetween } from '../calendar/workdays.ts'
import type { Item, Limit } from '../item/item.ts'
import type { Case } from './case.ts'
import type { Instant } from './ids.ts'

/** A last day; provisional while it reaches past the last published day. */
export type Deadline = { day: Day; provisional: boolean }

export type CaseClock = {
  /** 行政许可 only: the last day to tell what is lacking, or the case counts as accepted from receipt (第32条). */
  noticeBy: Deadline | null
  /** The day acceptance counts from; null while not accepted. */
  acceptedOn: Day | null
  /** Accepted because nobody told the applicant in time. */
  deemed: boolean
  promised: Deadline | null
  statutory: Deadline | null
  /** The earlier of the two; null without limits, before acceptance, and while the clock stands. */
  due: Deadline | null
  /** Since when the clock stands, and for what. */
  standing: { since: Day; suspension: string } | null
  /** Working days used so far. */
  used: number | null
  /** Working days left until due; negative when late; null without due or once decided. */
  remaining: number | null
  /** Decided: the day of the decision. */
  endedOn: Day | null
  /** Decided later than due. */
  late: boolean
}

/** The day acceptance counts from: the day of completion after a correction, else of acceptance; the day of receipt if
 *  nothing was said within five working days of it (行政许可法第32条第1款第4项, permits only). */
export function acceptanceOf(kase: Case, calendar: Calendar, now: Instant): { day: Day | null; deemed: boolean } {
  const received = dayOf(kase.received.at)
  if (kase.kind === 'permit' && !['notAccepted', 'notRequired', 'withdrawn', 'voided'].includes(kase.outcome ?? '')) {
    const answered = kase.answeredAt === null ? undefined : dayOf(kase.answeredAt)
    if (isDeemedAccepted(calendar, { received, answered, today: dayOf(now) })) return { day: received, deemed: true }
  }
  if (kase.accepted === null) return { day: null, deemed: false }
  return { day: dayOf(kase.completedAt ?? kase.accepted.at), deemed: false }
}

function lastDay(calendar: Calendar, from: Day, limit: Limit, stops: readonly Stop[], extra: number): Deadline {
  if (limit.unit === 'onTheSpot') return { day: from, provisional: false }
  if (limit.unit === 'hours') return { day: addDays(from, Math.ceil(limit.count / 24)), provisional: false }
  if (limit.unit === 'calendarDays') {
    const { day, provisional } = calendarDeadline(calendar, from, limit.count + extra)
    return { day, provisional }
  }
  const { day, provisional } = addWorkdays(calendar, from, limit.count + extra, stops)
  return { day, provisional }
}

/** The day a limit counts from (clockStartsAt of the item). */
function startOf(kase: Case, item: Item, accepted: Day): Day {
  if (item.clock.startsAt === 'accepted') return accepted
  const received = dayOf(kase.received.at)
  return item.clock.startsAt === 'nextDayAfterReceipt'
    ? received
    : kase.completedAt === null
      ? received
      : dayOf(kase.completedAt)
}

/** A filing is not accepted: its time runs from the day everything was there, and not while something lacks. */
function filedOn(kase: Case): Day | null {
  if (kase.kind !== 'filing') return null
  if (kase.completedAt !== null) return dayOf(kase.completedAt)
  return kase.corrections.length === 0 ? dayOf(kase.received.at) : null
}

/** Everything about a case's time, at `now`. */
export function clockOf(kase: Case, item: Item, calendar: Calendar, now: Instant): CaseClock {
  const accepted = acceptanceOf(kase, calendar, now)
  const waiting =
    kase.kind === 'permit' && kase.status === 'received' && kase.corrections.length === 0 && !accepted.deemed
  const notice = waiting ? noticeBy(calendar, dayOf(kase.received.at)) : null
  const endedOn =
    kase.decided === null
      ? kase.outcome === null
        ? null
        : dayOf(kase.readyAt ?? kase.closedAt ?? kase.lastAt)
      : dayOf(kase.decided.at)
  const open = endedOn === null ? kase.pauses.find((pause) => pause.until === null) : undefined
  const none: CaseClock = {
    noticeBy: notice === null ? null : { day: notice.day, provisional: notice.provisional },
    acceptedOn: accepted.day,
    deemed: accepted.deemed,
    promised: null,
    statutory: null,
    due: null,
    standing: open === undefined ? null : { since: open.from, suspension: open.suspension },
    used: null,
    remaining: null,
    endedOn,
    late: false,
  }
  const from = accepted.day ?? filedOn(kase)
  if (from === null) return none
  const start = startOf(kase, item, from)
  const today = dayOf(now)
  const upTo = endedOn ?? today
  const stops: Stop[] = kase.pauses.map((pause) => [pause.from, pause.until ?? upTo])
  const used = upTo <= start ? 0 : workdaysBetween(calendar, start, upTo, stops)
  const { promised, statutory } = item.limits
  const extra = kase.extension?.workdays ?? 0
  if (open !== undefined) return { ...none, used }
  const byLaw = statutory === null ? null : lastDay(calendar, start, statutory, stops, extra)
  const said = promised === null ? null : lastDay(calendar, start, promised, stops, extra)
  const byPromise = said !== null && byLaw !== null && byLaw.day < said.day ? byLaw : said
  const due = [byPromise, byLaw].filter((each) => each !== null).toSorted((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null
  const remaining = due === null || endedOn !== null ? null : remainingWorkdays(calendar, today, due.day)
  return { ...none, promised: byPromise, statutory: byLaw, due, used, remaining, late: due !== null && upTo > due.day }
}
