/** The clock of a case: computed from its events and the published calendar, never stored as a fact. */

import type { Calendar } from '../calendar/calendar.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { isDeemedAccepted, noticeBy } from '../calendar/permit-terms.ts'
import { remainingWorkdays, type Stop, workdaysBetween } from '../calendar/workdays.ts'
import type { Item, Limit } from '../item/item.ts'
import { type Deadline, isOver, lastDay } from '../item/last-day.ts'
import type { Case } from './case.ts'
import { type Cooling, coolingOf } from './cooling.ts'
import type { Instant } from './ids.ts'
import { stopsOf } from './stops.ts'

export type CaseClock = {
  /** 行政许可 only: the last day to tell what is lacking, or the case counts as accepted from receipt (第32条). */
  noticeBy: Deadline | null
  /** The day acceptance counts from; null while not accepted. */
  acceptedOn: Day | null
  /** Accepted because nobody told the applicant in time. */
  deemed: boolean
  /** The day the limits count from; null while none runs. */
  countsFrom: Day | null
  promised: Deadline | null
  statutory: Deadline | null
  /** The earlier of the two; null without limits, before acceptance, and while the clock stands. */
  due: Deadline | null
  /** 冷静期: both windows of days; null where there is none. */
  cooling: Cooling | null
  /** Since when the clock stands, for what, and until when at the longest, where its law says so. */
  standing: { since: Day; suspension: string; longest?: Day } | null
  /** Working days used so far. */
  used: number | null
  /** Working days left until due; negative when late; null without due or once decided. */
  remaining: number | null
  /** Decided: the day of the decision. */
  endedOn: Day | null
  /** Decided later than due. */
  late: boolean
}

type Acceptance = { day: Day | null; at: Instant | null; deemed: boolean }

/** The day acceptance counts from: the day of completion after a correction, else of acceptance; the day of receipt if
 *  nothing was said within five working days of it (行政许可法第32条第1款第4项, permits only). What was put right whole
 *  has to be accepted (第5项): silence about it counts from the day on which it was whole. */
export function acceptanceOf(kase: Case, calendar: Calendar, now: Instant): Acceptance {
  const received = dayOf(kase.received.at)
  if (kase.kind === 'permit' && !['notAccepted', 'notRequired', 'withdrawn', 'voided'].includes(kase.outcome ?? '')) {
    const answered = kase.answeredAt === null ? undefined : dayOf(kase.answeredAt)
    if (isDeemedAccepted(calendar, { received, answered, today: dayOf(now) }))
      return { day: received, at: kase.received.at, deemed: true }
    const { completedAt: whole } = kase
    if (
      whole !== null &&
      isDeemedAccepted(calendar, { received: dayOf(whole), ...answerTo(kase, whole), today: dayOf(now) })
    )
      return { day: dayOf(whole), at: whole, deemed: true }
  }
  if (kase.accepted === null) return { day: null, at: null, deemed: false }
  const at = kase.completedAt ?? kase.accepted.at
  return { day: dayOf(at), at, deemed: false }
}

/** The moment from which an acceptance said now would count: that of silence, else of completeness, else this one. */
export function countsFrom(kase: Case, calendar: Calendar, now: Instant): Instant {
  return acceptanceOf(kase, calendar, now).at ?? kase.completedAt ?? now
}

/** The day of the first answer to what was put right whole at that moment. */
function answerTo({ accepted, corrections, readyAt }: Case, whole: Instant): { answered?: Day } {
  const at = accepted?.at ?? corrections.find((told) => told.at > whole)?.at ?? readyAt
  return at === null ? {} : { answered: dayOf(at) }
}

type Extra = { count: number; unit: Limit['unit'] }

/** When a limit ends. What it was lengthened by (延长) counts in its own unit, from the day it would have ended. */
function endOf(calendar: Calendar, from: Instant, limit: Limit, stops: readonly Stop[], extra: Extra | null): Deadline {
  if (extra === null || extra.unit === limit.unit)
    return lastDay(calendar, from, { ...limit, count: limit.count + (extra?.count ?? 0) }, stops)
  const first = lastDay(calendar, from, limit, stops)
  return lastDay(calendar, `${first.day}T00:00:00.000Z` as Instant, { ...limit, ...extra }, stops)
}

/** 延长 lengthens a promise that still ran when it was given; one that had run out stays missed (行政许可法第42条: before expiry). */
function endOfPromise(kase: Case, ...[calendar, from, limit, stops, extra]: Parameters<typeof endOf>): Deadline {
  const first = endOf(calendar, from, limit, stops, null)
  const runOut = kase.extension !== null && isOver(first, kase.extension.at)
  return runOut ? first : endOf(calendar, from, limit, stops, extra)
}

/** The day a limit counts from (clockStartsAt of the item); of a case reopened, that day. */
export function startOf(kase: Case, item: Item, accepted: Instant): Instant {
  if (item.clock.startsAt === 'accepted' || kase.reopenedAt !== undefined) return accepted
  return item.clock.startsAt === 'nextDayAfterReceipt' ? kase.received.at : (kase.completedAt ?? kase.received.at)
}

/** A filing is not accepted: its time runs from the day everything was there, and not while something lacks. */
function filedAt(kase: Case): Instant | null {
  if (kase.kind !== 'filing') return null
  return kase.completedAt ?? (kase.corrections.length === 0 ? kase.received.at : null)
}

/** When the clock of a case ended: at the decision, or where it ended without one; null while it runs. */
export function endOfCase({ decided, outcome, readyAt, closedAt, lastAt }: Case): Instant | null {
  return decided?.at ?? (outcome === null ? null : (readyAt ?? closedAt ?? lastAt))
}

/** Everything about a case's time, at `now`; `closesAt`: when the hall closes, for what turns on the hour. */
export function clockOf(kase: Case, item: Item, calendar: Calendar, now: Instant, closesAt?: string): CaseClock {
  const accepted = acceptanceOf(kase, calendar, now)
  const asked = kase.completedAt ?? (kase.corrections.length === 0 ? kase.received.at : null)
  const waiting = kase.kind === 'permit' && kase.status === 'received' && !accepted.deemed
  const notice = waiting && asked !== null ? noticeBy(calendar, dayOf(asked)) : null
  const endedAt = endOfCase(kase)
  const endedOn = endedAt === null ? null : dayOf(endedAt)
  const upTo = endedOn ?? dayOf(now)
  const { stops, open: stopped } = stopsOf(kase, item, calendar, upTo)
  const open = endedOn === null ? stopped : undefined
  const none: CaseClock = {
    noticeBy: notice === null ? null : { day: notice.day, provisional: notice.provisional },
    acceptedOn: accepted.day,
    deemed: accepted.deemed,
    countsFrom: null,
    promised: null,
    statutory: null,
    due: null,
    cooling: endedOn === null ? coolingOf(kase, item, calendar) : null,
    standing: open ?? null,
    used: null,
    remaining: null,
    endedOn,
    late: false,
  }
  const from = accepted.at ?? filedAt(kase)
  if (from === null) return none
  const begun = startOf(kase, item, from)
  const start = dayOf(begun)
  const used = upTo <= start ? 0 : workdaysBetween(calendar, start, upTo, stops)
  const { promised, statutory } = item.limits
  const extra =
    kase.extension === null
      ? null
      : { count: kase.extension.workdays, unit: item.extension?.max.unit ?? ('workingDays' as const) }
  // No day is shown while the clock stands; but what had run out before it stopped stays run out.
  const shown = (last: Deadline | null) =>
    open === undefined || (last !== null && last.day < open.since) ? last : null
  const byLaw = shown(statutory === null ? null : endOf(calendar, begun, statutory, stops, extra))
  const said = promised === null ? null : endOfPromise(kase, calendar, begun, promised, stops, extra)
  const byPromise = shown(said !== null && byLaw !== null && byLaw.day < said.day ? byLaw : said)
  const due = [byPromise, byLaw].filter((each) => each !== null).toSorted((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null
  const remaining = due === null || endedOn !== null ? null : remainingWorkdays(calendar, upTo, due.day)
  return {
    ...none,
    countsFrom: start,
    standing: due === null ? none.standing : null,
    promised: byPromise,
    statutory: byLaw,
    due,
    used,
    remaining,
    late: due !== null && isOver(due, endedAt ?? now, closesAt),
  }
}
