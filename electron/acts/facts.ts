/** The facts of an act on their way from the page's proposal to the record. */
import type { Actor } from '../../shared/case/context.ts'
import { type AnyEvent, type AnyFact, eventVersion, type NewFact } from '../../shared/case/event.ts'
import { type ActId, eventId, type PrintedNumber } from '../../shared/case/ids.ts'
import type { Stamp } from '../../shared/case/stamp.ts'
import type { Books } from '../published/books.ts'
import type { Step } from './fold.ts'
import { printedFacts, withNumbers } from './papers.ts'

/** Stands for a number while an act is checked: one that is refused uses none up. */
const NO_NUMBER = '000000000000' as PrintedNumber

/** The page's facts as the events they would be. */
export function proposedEvents(facts: readonly NewFact[], stamp: Stamp): AnyEvent[] {
  return facts.map((fact, index) => ({
    ...(fact.type === 'received' ? { ...fact, data: { number: NO_NUMBER, ...fact.data } } : fact),
    id: eventId(stamp.act, index),
    stamp,
    standing: null,
  }))
}

/** Every fact of the act with its numbers: the page's own, then the papers. */
export function numberedFacts(
  act: ActId,
  checked: readonly Step[],
  actor: Actor,
  books: Books,
  take: () => PrintedNumber,
): AnyFact[] {
  const opened = checked.filter((step) => step.event.type === 'received').map((step) => step.event.case)
  const numbered = withNumbers(checked, new Map(opened.map((id) => [id, take()])))
  const steps = numbered.map((step) => ({ ...step, event: inCapacity(step.event, actor) }))
  const facts = steps.map(({ event: { type, case: id, after, data } }): AnyFact => {
    return { type, v: eventVersion, case: id, after, data }
  })
  return [...facts, ...printedFacts(act, steps, books, take)]
}

function inCapacity(event: AnyEvent, { role, office }: Actor): AnyEvent {
  return { ...event, stamp: { ...event.stamp, by: { ...event.stamp.by, role, office } } }
}
