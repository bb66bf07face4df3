/** Where a case waits, as index keys: who, by which filter, how urgent. A list is a walk along one key range, never a filter over a table. */
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId, Instant, PersonId } from '../../shared/case/ids.ts'
import type { SeatNeeded } from '../../shared/case/seats.ts'
import { type Holding, stoodInFor } from '../../shared/people/role.ts'

/** A list somebody can open: a seat's common list, a person's own, or everything in hand. */
export type Queue = string

/** Every case in hand, for the supervisor. */
export const inHandQueue: Queue = '#inHand'
/** What the morning page asks for: papers owed (容缺) by the day they run out · acts the bureau has not confirmed by the day they
 *  were done · results to collect · corrections that wait for the applicant, by the day they were told · clocks that stand, by
 *  the day they were stopped. */
export const owedQueue: Queue = '#owed'
export const unsentQueue: Queue = '#unsent'
export const readyQueue: Queue = '#ready'
export const correctingQueue: Queue = '#correcting'
export const standingQueue: Queue = '#standing'
/** What was granted and comes back to be looked at again, by the day from which it is to be. */
export const againQueue: Queue = '#again'
/** 催办: what still waits for whoever was urged, and what has moved since or is over; by the day it was urged. */
export const urgedQueue: Queue = '#urged'
export const urgedMovedQueue: Queue = '#urgedMoved'

/** Given to somebody who sits no longer where it goes on: it waits on the common list, and is looked at when who sits where changes. */
export const leftQueue: Queue = '#left'

/** null: any. */
export type QueueFilter = { item: string | null; window: number | null }

export const noFilter: QueueFilter = { item: null, window: null }

/** Comes after every day that exists: what has no date waits last. */
const NO_DATE = '9999-12-31'
const LAST_CHARACTER = '\uffff'

export function seatQueue(seat: SeatNeeded): Queue {
  return `${seat.role}@${seat.office ?? '*'}`
}

/** Comes before every person's list. */
export const PERSON_QUEUES = '~'

export function personQueue(person: PersonId): Queue {
  return `${PERSON_QUEUES}${person}`
}

/** The lists of somebody who holds these seats; of whom they stand in for too. */
export function queuesOf(person: PersonId, capacities: readonly Holding[]): Queue[] {
  const seats = capacities.flatMap((held) => [
    seatQueue({ role: held.role, office: null }),
    seatQueue({ role: held.role, office: held.office }),
  ])
  return [...new Set([personQueue(person), ...stoodInFor(capacities).map(personQueue), ...seats])]
}

function filterText({ item, window }: QueueFilter): string {
  if (item === null) return window === null ? '' : String(window)
  return window === null ? item : `${item}&${window}`
}

/** The keys of a case in the lists it waits in: plain, by item, by window and by both, so that each filter is a range of its own. */
export function queueKeys(
  queues: readonly Queue[],
  kase: { id: CaseId; item: string; window: number | null; due: Day | null; receivedAt: Instant },
): string[] {
  const items = [null, kase.item]
  const windows = kase.window === null ? [null] : [null, kase.window]
  const filters = items.flatMap((item) => windows.map((window): QueueFilter => ({ item, window })))
  const place = `${kase.due ?? NO_DATE}/${kase.receivedAt}/${kase.id}`
  return queues.flatMap((queue) => filters.map((filter) => `${queue}/${filterText(filter)}/${place}`))
}

/** From a day on, and before a day: of what is due that day only, of what is overdue. */
export type DayBounds = { from?: Day | undefined; before?: Day | undefined }

/** The key range of a list: from the beginning or after a key already shown. */
export function queueRange(
  queue: Queue,
  filter: QueueFilter,
  bounds: DayBounds & { after?: string | undefined } = {},
): { lower: string; upper: string; openLower: boolean } {
  const prefix = `${queue}/${filterText(filter)}/`
  return {
    lower: `${prefix}${bounds.after ?? bounds.from ?? ''}`,
    upper: bounds.before === undefined ? `${prefix}${LAST_CHARACTER}` : `${prefix}${bounds.before}`,
    openLower: bounds.after !== undefined,
  }
}

/** The place of a key within its list, alike in every list: what a page's end is remembered by. */
export function placeOf(key: string): string {
  return key.split('/').slice(2).join('/')
}

export function caseOf(key: string): CaseId {
  return key.slice(key.lastIndexOf('/') + 1) as CaseId
}

/** The lists a row's keys stand in. */
export function queuesIn(keys: readonly string[]): Queue[] {
  return [...new Set(keys.map((key) => key.slice(0, key.indexOf('/'))))]
}

/** The counter of a list, plain or by a filter: how many cases wait in it. */
export function counterOf(queue: Queue, filter: QueueFilter): string {
  return `${queue}/${filterText(filter)}`
}

/** The counters that a row's keys count in. */
export function countersIn(keys: readonly string[]): string[] {
  return keys.map((key) => key.split('/').slice(0, 2).join('/'))
}
