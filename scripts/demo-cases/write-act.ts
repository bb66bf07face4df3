/** A planned act as a terminal writes it down: folded over the cases as they are, lawful, numbered, with its papers. */
import { numberedFacts, proposedEvents } from '../../electron/acts/facts.ts'
import { foldAct } from '../../electron/acts/fold.ts'
import type { Books } from '../../electron/published/books.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Actor } from '../../shared/case/context.ts'
import type { AnyEvent, AnyFact, NewFact } from '../../shared/case/event.ts'
import { type ActId, type CaseId, eventId, type PrintedNumber } from '../../shared/case/ids.ts'
import type { Stamp } from '../../shared/case/stamp.ts'

type Told = Pick<AnyEvent, 'type' | 'v' | 'case' | 'data'>

/** Its facts, as they go into the record. Throws when the law does not allow one of them. */
export function factsOf(
  act: ActId,
  events: readonly Told[],
  { stamp, actor, kases }: { stamp: Stamp; actor: Actor; kases: ReadonlyMap<CaseId, Case> },
  books: Books,
  take: () => PrintedNumber,
): AnyFact[] {
  const facts = events.map(({ type, v, case: id, data }, index) => {
    const after = index > 0 ? eventId(act, index - 1) : (kases.get(id)?.last ?? null)
    return { type, v, case: id, after, data } as NewFact
  })
  const folded = foldAct(proposedEvents(facts, stamp), kases, [actor], books)
  if (!folded.ok) {
    const types = events.map(({ type }) => type).join(', ')
    throw new Error(`a made-up act (${types}) at ${stamp.at} is not lawful: ${JSON.stringify(folded.refusal)}`)
  }
  return numberedFacts(act, folded.steps, folded.actor, books, take)
}
