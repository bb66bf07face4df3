/** What the cache says about a case in the open: where it waits, when it must be looked at again, when it may leave. */

import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { partnerOf } from '../../shared/case/applicant.ts'
import type { Case } from '../../shared/case/case.ts'
import { type CaseClock, clockOf } from '../../shared/case/clock.ts'
import { type Cooling, coolingPhase } from '../../shared/case/cooling.ts'
import { deliveryDue } from '../../shared/case/delivery.ts'
import { barsUntil } from '../../shared/case/former.ts'
import type { Instant, PersonId } from '../../shared/case/ids.ts'
import { sitsThere, turnOf } from '../../shared/case/turn.ts'
import { isUrged } from '../../shared/case/urged.ts'
import { bareName } from '../../shared/identity/name.ts'
import type { Item } from '../../shared/item/item.ts'
import { comesBack, type DueAgain, tellsUntil } from '../../shared/recurrence/due-again.ts'
import { isInHand } from '../../shared/report/figures.ts'
import type { Books } from './picture.ts'
import {
  againQueue,
  correctingQueue,
  inHandQueue,
  leftQueue,
  owedQueue,
  personQueue,
  type Queue,
  queueKeys,
  readyQueue,
  seatQueue,
  standingQueue,
  unsentQueue,
  urgedMovedQueue,
  urgedQueue,
} from './queue-keys.ts'
import type { NumberOf } from './seal.ts'

export type CaseFacts = {
  queue: string[]
  /** Numbers to find it by, and whose they are; hashed before they are kept. */
  numbers: { of: NumberOf; number: string }[]
  inHand: boolean
  refreshOn: Day | null
  leaveOn: Day | null
}

/** The lists a case waits in: of the person it was given to, while they sit where it goes on, else of the seats whose turn it is; of who
 *  was asked to join in (会办); and in hand, for the supervisor. */
function queuesFor(kase: Case, { itemOf, people }: Books, today: Day): Queue[] {
  const item = itemOf(kase.item, kase.editions.catalogue)
  const inHand: Queue[] = isInHand(kase) ? [inHandQueue] : []
  if (kase.status === 'closed') return []
  const { assignee, coExaminers } = kase
  // An item this terminal does not know yet: the case waits where every clerk sees it.
  if (item === undefined) {
    const theirs = assignee === null ? seatQueue({ role: 'clerk', office: null }) : personQueue(assignee)
    return [theirs, ...coExaminers.map(personQueue), ...inHand]
  }
  const sits = (id: PersonId) => sitsThere(id, kase, item, people, today)
  const given = assignee !== null && sits(assignee)
  const left: Queue[] = assignee !== null && !given ? [leftQueue] : []
  const common = given ? [personQueue(assignee)] : turnOf(kase, item).map(seatQueue)
  // On the common list who sits there finds it already.
  const joint = coExaminers.filter((id) => given || people === undefined || !sits(id))
  return [...new Set([...common, ...left, ...joint.map(personQueue), ...inHand])]
}

/** The first day on which somebody whom the case waits for sits elsewhere, or nowhere. */
function leavesSeat({ assignee, coExaminers }: Case, people: Books['people'], today: Day): Day | null {
  const theirs = [assignee, ...coExaminers].flatMap((id) => people?.find((each) => each.id === id)?.holdings ?? [])
  const days = theirs.flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])])
  return days.filter((day) => day > today).toSorted()[0] ?? null
}

/** The morning page's lists that a case stands in, each with the day it stands there by. */
function morningFor(
  kase: Case,
  again: readonly DueAgain[],
  { delivery, unsentSince }: { delivery: Day | null; unsentSince: Day | null },
): [Queue, Day | null][] {
  const lists: [Queue, Day | null][] = []
  if (unsentSince !== null) lists.push([unsentQueue, unsentSince])
  lists.push(...again.map(({ from }): [Queue, Day] => [againQueue, from]))
  const { urge } = kase
  if (urge !== undefined) lists.push([isUrged(kase) ? urgedQueue : urgedMovedQueue, dayOf(urge.at)])
  if (kase.status === 'closed') return lists
  // Decided, nothing is asked for any more.
  const runsOut = isInHand(kase) ? kase.owed.map(({ until }) => until).toSorted()[0] : undefined
  if (runsOut !== undefined) lists.push([owedQueue, runsOut])
  if (kase.status === 'ready') lists.push([readyQueue, delivery])
  const told = kase.corrections.at(-1)
  if (kase.status === 'awaitingCorrection')
    lists.push([correctingQueue, dayOf(told === undefined ? kase.lastAt : told.at)])
  const stopped = isInHand(kase) ? kase.pauses.find(({ until }) => until === null) : undefined
  if (stopped !== undefined) lists.push([standingQueue, stopped.from])
  return lists
}

/** A concluded case leaves after the hall's set days; one that comes back, so long after the day it comes back by; one that may
 *  have taken up another's work, as long as that other may be asked about; one that bars another, as long as it does. */
function lastDayHere(kase: Case, item: Item | undefined, again: readonly DueAgain[], keepConcludedDays: number): Day {
  const tells = item === undefined ? undefined : tellsUntil(kase, item)
  const bars = item === undefined ? [] : barsUntil(kase, item)
  const days = [dayOf(kase.lastAt), ...again.map(({ due }) => due), ...(tells === undefined ? [] : [tells]), ...bars]
  return addDays(days.toSorted().at(-1)!, keepConcludedDays)
}

/** 冷静期: the day both may come from, and when it has come the last on which they may. */
function comingDay(cooling: Cooling | null, today: Day): Day | null {
  if (cooling === null) return null
  return coolingPhase(cooling, today) === 'cooling' ? cooling.collectFrom : cooling.collectEnd
}

/** The next day on which what stands above changes by itself: silence has become acceptance, both may come or may no longer,
 *  a stop that was announced begins, one has lasted as long as it may. */
function changesOn({ pauses }: Case, { noticeBy, cooling, standing }: CaseClock, today: Day): Day | null {
  const days = [
    ...(noticeBy === null ? [] : [addDays(noticeBy.day, 1)]),
    ...(cooling === null ? [] : [cooling.collectFrom, addDays(cooling.collectEnd, 1)]),
    ...pauses.flatMap(({ from, until }) => (until === null ? [from] : [])),
    ...(standing?.longest === undefined ? [] : [addDays(standing.longest, 1)]),
  ]
  return days.filter((day) => day > today).toSorted()[0] ?? null
}

/** Who is named in a form by a number besides who applies and who came: in its tables (共同生活的家庭成员 …) and its fields
 *  (法定代表人、监护人 …). */
function namedBesides(item: Item, { form, applicant, agent }: Case): { of: NumberOf; number: string }[] {
  const numbers = item.fields.flatMap(({ key, type, columns }) => {
    if (type === 'idNo' || type === 'uscc') return [form[key]]
    const rows = Array.isArray(form[key]) ? (form[key] as Record<string, unknown>[]) : []
    return (columns ?? []).flatMap((column) => (column.type === 'idNo' ? rows.map((row) => row[column.key]) : []))
  })
  const known: unknown[] = ['', applicant.idNo, agent?.idNo, partnerOf(item, form)?.idNo]
  const others = numbers.filter((number): number is string => typeof number === 'string' && !known.includes(number))
  return [...new Set(others)].map((number) => ({ of: 'named', number }))
}

function earlier(one: Day | null, other: Day | null): Day | null {
  return [one, other].filter((day) => day !== null).toSorted()[0] ?? null
}

/** Everything that stands in the open, from the picture of the case at a moment. `unsentSince`: the day of the first act on it that
 *  the bureau has not confirmed. */
export function factsAbout(
  kase: Case,
  books: Books,
  at: { now: Instant; unsentSince: Day | null; keepConcludedDays: number },
): CaseFacts {
  const item = books.itemOf(kase.item, kase.editions.catalogue)
  const clock = item === undefined ? null : clockOf(kase, item, books.calendar, at.now)
  const cooling = clock?.cooling ?? null
  const due = clock === null ? null : ((clock.due ?? clock.noticeBy)?.day ?? comingDay(cooling, dayOf(at.now)))
  const partner = item === undefined ? null : partnerOf(item, kase.form)
  const deliver = item === undefined ? null : (deliveryDue(kase, item, books.calendar)?.day ?? null)
  const again = item === undefined ? [] : comesBack(kase, item)
  const place = { id: kase.id, item: kase.item, window: kase.window, receivedAt: kase.received.at }
  return {
    queue: [
      ...queueKeys(queuesFor(kase, books, dayOf(at.now)), { ...place, due: isInHand(kase) ? due : deliver }),
      ...morningFor(kase, again, { delivery: deliver, unsentSince: at.unsentSince }).flatMap(([queue, day]) =>
        queueKeys([queue], { ...place, due: day }),
      ),
    ],
    numbers: [
      { of: 'applicant' as const, number: kase.applicant.idNo },
      { of: 'applicant' as const, number: partner?.idNo ?? '' },
      { of: 'agent' as const, number: kase.agent?.idNo ?? '' },
      ...(item === undefined ? [] : namedBesides(item, kase)),
      { of: 'body' as const, number: kase.applicant.kind === 'organisation' ? bareName(kase.applicant.name) : '' },
    ].filter(({ number }) => number !== ''),
    inHand: isInHand(kase),
    refreshOn: earlier(
      clock === null ? null : changesOn(kase, clock, dayOf(at.now)),
      kase.status === 'closed' ? null : leavesSeat(kase, books.people, dayOf(at.now)),
    ),
    leaveOn:
      kase.status === 'closed' && at.unsentSince === null ? lastDayHere(kase, item, again, at.keepConcludedDays) : null,
  }
}
