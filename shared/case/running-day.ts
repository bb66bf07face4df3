/** The day that a running case waits for now: to tell, to decide or to hand over; and how a new calendar moves it. */
import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { Day, dayOf } from '../calendar/day.ts'
import type { Item } from '../item/item.ts'
import type { Deadline } from '../item/last-day.ts'
import { isInHand } from '../report/figures.ts'
import type { Case } from './case.ts'
import { clockOf } from './clock.ts'
import { coolingOf, coolingPhase } from './cooling.ts'
import { deliveryDue } from './delivery.ts'
import type { Instant } from './ids.ts'

/** tell 告知是否受理 · decide 办结 · deliver 送达 */
const What = z.enum(['tell', 'decide', 'deliver'])
export type RunningDay = { what: z.infer<typeof What>; last: Deadline }

/** Null while no day is waited for: nothing runs, the clock stands, or all is over. */
export function runningDay(kase: Case, item: Item, calendar: Calendar, now: Instant): RunningDay | null {
  if (kase.status === 'closed') return null
  if (!isInHand(kase)) {
    const last = deliveryDue(kase, item, calendar)
    return last === null ? null : { what: 'deliver', last }
  }
  const { due, noticeBy } = clockOf(kase, item, calendar, now)
  if (due !== null) return { what: 'decide', last: due }
  return noticeBy === null ? null : { what: 'tell', last: noticeBy }
}

const Move = { from: Day, to: Day }

/** Provisional: the new day may move again when the next arrangement is published. collectFrom, collectUntil: 冷静期, from when and
 *  until when both may come; `until`: that moves too. */
export const MovedDay = z.strictObject({
  what: z.enum([...What.options, 'collectFrom', 'collectUntil']),
  ...Move,
  until: z.strictObject(Move).optional(),
  provisional: z.boolean(),
})
export type MovedDay = z.infer<typeof MovedDay>

type Calendars = { before: Calendar; after: Calendar }

/** Two who cool off were told both windows on paper (受理回执单): each of their days that moves and is still ahead. */
function movedWindow(kase: Case, item: Item, { before, after }: Calendars, now: Instant): MovedDay | null {
  const [was, is] = [coolingOf(kase, item, before), coolingOf(kase, item, after)]
  if (was === null || is === null || !isInHand(kase)) return null
  const { provisional } = is
  const until = was.collectEnd === is.collectEnd ? null : { from: was.collectEnd, to: is.collectEnd }
  if (was.collectFrom !== is.collectFrom && coolingPhase(was, dayOf(now)) === 'cooling') {
    const from = { what: 'collectFrom' as const, from: was.collectFrom, to: is.collectFrom, provisional }
    return until === null ? from : { ...from, until }
  }
  return until === null ? null : { what: 'collectUntil', ...until, provisional }
}

/** A day that moved once more before anybody looked: from where it was to where it is; null where it is back there. */
export function movedSince<M extends MovedDay>(first: M, next: M): M | null {
  if (first.what !== next.what) return isBack(next) ? null : next
  const { until: _, ...whole } = { ...next, from: first.from }
  const [was, is] = [first.until?.from ?? next.until?.from, next.until?.to ?? first.until?.to]
  const until = was === undefined || is === undefined || was === is ? undefined : { from: was, to: is }
  if (!isBack(whole)) return (until === undefined ? whole : { ...whole, until }) as M
  return until === undefined ? null : ({ ...whole, what: 'collectUntil', ...until } as M)
}

const isBack = ({ from, to }: Pick<MovedDay, 'from' | 'to'>) => from === to

/** How the day of a running case moves from one calendar to another; null when it stays. What is concluded never moves. */
export function movedDay(kase: Case, item: Item, calendars: Calendars, now: Instant): MovedDay | null {
  const before = runningDay(kase, item, calendars.before, now)
  const after = runningDay(kase, item, calendars.after, now)
  if (before === null && after === null) return movedWindow(kase, item, calendars, now)
  if (before === null || after === null || before.what !== after.what) return null
  if (before.last.day === after.last.day) return null
  return { what: after.what, from: before.last.day, to: after.last.day, provisional: after.last.provisional }
}
