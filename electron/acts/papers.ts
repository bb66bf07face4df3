/** The papers of an act: composed from what happened, numbered, and made facts of the same record (docs/adr/0004). */
import type { Case } from '../../shared/case/case.ts'
import { type AnyFact, eventVersion, withPrintedNumber } from '../../shared/case/event.ts'
import {
  type ActId,
  type CaseId,
  type EventId,
  eventId,
  type Instant,
  type PrintedNumber,
} from '../../shared/case/ids.ts'
import { composePapers } from '../../shared/paper/compose.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import type { Books } from '../published/books.ts'
import type { Step } from './fold.ts'

/** The `printed` facts that follow an act's own: case by case, in the order the papers are handed over, each after the last event
 *  of its case. Throws when an edition's templates are not here, and nothing is written then. */
export function printedFacts(act: ActId, steps: readonly Step[], books: Books, take: () => PrintedNumber): AnyFact[] {
  const printed: AnyFact[] = []
  for (const [id, own] of byCase(steps)) {
    let after: EventId = own.at(-1)!.event.id
    for (const paper of papersOf(own, books)) {
      const data: { paper: Paper } = { paper: { ...paper, number: take() } }
      printed.push({ type: 'printed', v: eventVersion, case: id, after, data })
      after = eventId(act, steps.length + printed.length - 1)
    }
  }
  return printed
}

function papersOf(steps: readonly Step[], books: Books): Omit<Paper, 'number'>[] {
  if (steps.every((step) => step.row.handsOver === null)) return []
  const { after, item, event } = steps.at(-1)!
  const book = books.paperBook(after.editions.papers)
  if (book === undefined) throw new Error(`this terminal has no templates of edition ${after.editions.papers}`)
  const now: Instant = event.stamp.at
  return composePapers(steps, { item, hall: books.hall, calendar: books.calendar, book, now })
}

function byCase(steps: readonly Step[]): Map<CaseId, Step[]> {
  const groups = new Map<CaseId, Step[]>()
  for (const step of steps) groups.set(step.event.case, [...(groups.get(step.event.case) ?? []), step])
  return groups
}

/** The steps with the numbers of cases received in this act put in: they were checked before any number was taken. */
export function withNumbers(steps: readonly Step[], numbers: ReadonlyMap<CaseId, PrintedNumber>): Step[] {
  if (numbers.size === 0) return [...steps]
  const numbered = (kase: Case): Case => {
    const number = numbers.get(kase.id)
    return number === undefined ? kase : { ...kase, number }
  }
  return steps.map((step) => ({
    ...step,
    event: withNumber(step.event, numbers.get(step.event.case)),
    before: step.before && numbered(step.before),
    after: numbered(step.after),
  }))
}

function withNumber<F extends AnyFact>(fact: F, number: PrintedNumber | undefined): F {
  return fact.type === 'received' && number !== undefined ? withPrintedNumber(fact, number) : fact
}
