/** What every part of a case's page is about. */
import type { Case } from '../../shared/case/case.ts'
import type { Actor } from '../../shared/case/context.ts'
import type { BrokenPromise } from '../../shared/case/former.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Session } from '../../shared/contract/views.ts'
import type { Item } from '../../shared/item/item.ts'
import type { PublishedBooks } from '../session/session.tsx'
import type { HistoryEvent } from '../store/case-history.ts'
import type { HistoryNames } from '../words/history.ts'

export type Around = {
  kase: Case
  item: Item
  events: readonly HistoryEvent[]
  books: PublishedBooks
  session: Session
  now: Instant
  /** Where this applicant's promise was found untrue, if it was. */
  brokenPromise?: BrokenPromise | undefined
}

/** What its history is told with. */
export function namesAround({ item, books }: Pick<Around, 'item' | 'books'>): HistoryNames {
  return { item, nameOf: books.nameOf, officeName: books.officeName }
}

/** The capacities somebody may act in. */
export function actorsOf({ person, capacities }: Session): Actor[] {
  return capacities.map(({ role, office, qualifications = [], standsInFor }) => ({
    person: person.id,
    name: person.name,
    role,
    office,
    qualifications,
    standsInFor,
  }))
}
