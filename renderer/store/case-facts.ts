/** What the cache says about a case in the open: where it waits, when it must be looked at again, when it may leave. */
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import { clockOf } from '../../shared/case/clock.ts'
import { deliveryDue } from '../../shared/case/delivery.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { turnOf } from '../../shared/case/turn.ts'
import { isInHand } from '../../shared/report/figures.ts'
import type { Books } from './picture.ts'
import { inHandQueue, personQueue, type Queue, queueKeys, seatQueue } from './queue-keys.ts'

export type CaseFacts = {
  queue: string[]
  /** Numbers to find it by, and whose they are; hashed before they are kept. */
  numbers: { of: 'applicant' | 'agent'; number: string }[]
  inHand: boolean
  refreshOn: Day | null
  leaveOn: Day | null
}

/** The lists a case waits in: of the person it was given to, else of the seats whose turn it is; and in hand, for the supervisor. */
function queuesFor(kase: Case, books: Books): Queue[] {
  const item = books.itemOf(kase.item, kase.editions.catalogue)
  const inHand: Queue[] = isInHand(kase) ? [inHandQueue] : []
  if (kase.status === 'closed') return []
  if (kase.assignee !== null) return [personQueue(kase.assignee), ...inHand]
  // An item this terminal does not know yet: the case waits where every clerk sees it.
  if (item === undefined) return [seatQueue({ role: 'clerk', office: null }), ...inHand]
  return [...new Set(turnOf(kase, item).map(seatQueue)), ...inHand]
}

/** Everything that stands in the open, from the picture of the case at a moment. `settled`: nothing of it is unconfirmed. */
export function factsAbout(
  kase: Case,
  books: Books,
  at: { now: Instant; settled: boolean; keepConcludedDays: number },
): CaseFacts {
  const item = books.itemOf(kase.item, kase.editions.catalogue)
  const clock = item === undefined ? null : clockOf(kase, item, books.calendar, at.now)
  const due = clock === null ? null : ((clock.due ?? clock.noticeBy)?.day ?? null)
  const deliver = item === undefined ? null : (deliveryDue(kase, item, books.calendar)?.day ?? null)
  const waiting = clock?.noticeBy ?? null
  return {
    queue: queueKeys(queuesFor(kase, books), {
      id: kase.id,
      item: kase.item,
      window: kase.window,
      due: isInHand(kase) ? due : deliver,
      receivedAt: kase.received.at,
    }),
    numbers: [
      { of: 'applicant' as const, number: kase.applicant.idNo },
      { of: 'agent' as const, number: kase.agent?.idNo ?? '' },
    ].filter(({ number }) => number !== ''),
    inHand: isInHand(kase),
    refreshOn: waiting === null ? null : addDays(waiting.day, 1),
    leaveOn: kase.status === 'closed' && at.settled ? addDays(dayOf(kase.lastAt), at.keepConcludedDays) : null,
  }
}
