/** Whose turn it is, and which acts somebody may take: from the table's rows and nothing else. */
import type { Item } from '../item/item.ts'
import type { Case } from './case.ts'
import type { Actor } from './context.ts'
import { rowsFrom, type WorkflowRow } from './rows.ts'
import { type SeatNeeded, seatsFor, sitsIn } from './seats.ts'
import { currentStep } from './steps.ts'
import type { EventType } from './workflow.ts'

/** The act that carries a case on from each status; the rest are turns off the road. */
function nextEvents(kase: Case, item: Item): readonly EventType[] {
  switch (kase.status) {
    case 'received':
      return kase.kind === 'filing' ? ['recorded'] : ['accepted']
    case 'awaitingCorrection':
      return ['supplemented']
    case 'underReview':
      if (currentStep(kase, item) !== undefined) return ['stepPassed']
      return kase.processing === 'onTheSpot' ? ['granted'] : ['proposed']
    case 'awaitingDecision':
      return ['granted']
    case 'decided':
      return item.result.type === 'certificate' && kase.outcome === 'granted' && kase.certificate === null
        ? ['certificateIssued']
        : ['prepared']
    case 'ready':
      return ['delivered']
    default:
      return []
  }
}

/** The seats the case waits for; nobody's when it is closed. */
export function turnOf(kase: Case, item: Item): readonly SeatNeeded[] {
  const next = nextEvents(kase, item)
  return rowsFrom(kase.status, kase.kind)
    .filter((row) => next.includes(row.event))
    .flatMap((row) => seatsFor(row, kase, item))
}

/** The act that carries the case on, for the big button. */
export function nextEvent(kase: Case, item: Item): EventType | undefined {
  return nextEvents(kase, item)[0]
}

/** The rows somebody in one of these capacities may take from here, before facts are asked (check says the rest). */
export function rowsOpenTo(kase: Case, item: Item, capacities: readonly Actor[]): readonly WorkflowRow[] {
  if (kase.unknown) return []
  return rowsFrom(kase.status, kase.kind).filter((row) => {
    const seats = seatsFor(row, kase, item)
    return capacities.some((actor) => sitsIn(actor, seats))
  })
}
