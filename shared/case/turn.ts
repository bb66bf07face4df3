/** Whose turn it is, and which acts somebody may take: from the table's rows and nothing else. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import type { Item } from '../item/item.ts'
import { type Holding, holdingsOn } from '../people/role.ts'
import type { Case } from './case.ts'
import type { Actor } from './context.ts'
import { coolingOf, coolingPhase } from './cooling.ts'
import type { PersonId } from './ids.ts'
import { missingMaterials } from './materials.ts'
import { unmetNeed } from './needs.ts'
import { rowsFrom, type WorkflowRow } from './rows.ts'
import { type SeatNeeded, seatsFor, sitsIn } from './seats.ts'
import { currentStep } from './steps.ts'
import type { EventType } from './workflow.ts'

/** The acts that carry a case on, the usual one first; the rest are turns off the road. */
function nextEvents(kase: Case, item: Item): readonly EventType[] {
  const accepted = kase.status === 'underReview' || kase.status === 'awaitingDecision'
  return [
    ...roadFrom(kase, item),
    // Somebody has to ask for what is owed, or asked for only since the form was corrected, and to write down that nobody came.
    ...(accepted && lacksPapers(kase, item) ? (['lateMaterialReceived'] as const) : []),
    ...(accepted && item.coolingOff !== undefined ? (['lapsed'] as const) : []),
  ]
}

function lacksPapers(kase: Case, item: Item): boolean {
  return kase.owed.length > 0 || missingMaterials(item, kase.form, kase.materials, kase.committed).length > 0
}

function roadFrom(kase: Case, item: Item): readonly EventType[] {
  switch (kase.status) {
    case 'received':
      return kase.kind === 'filing' ? ['recorded'] : ['accepted']
    case 'awaitingCorrection':
      return ['supplemented']
    case 'underReview':
      return [inReview(kase, item)]
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

/** Under review: what is open is closed first, then step by step. */
function inReview(kase: Case, item: Item): EventType {
  if (kase.objections > 0) return 'objectionResolved'
  const step = currentStep(kase, item)
  if (step !== undefined) return unmetNeed(kase, item, step) ?? 'stepPassed'
  if (kase.hearing === 'requested') return 'hearingNoticed'
  if (kase.hearing === 'noticed') return 'hearingHeld'
  if (kase.pauses.some((pause) => pause.until === null)) return 'clockResumed'
  return kase.processing === 'onTheSpot' ? 'granted' : 'proposed'
}

/** The seats the case waits for; nobody's when it is closed. */
export function turnOf(kase: Case, item: Item): readonly SeatNeeded[] {
  const next = nextEvents(kase, item)
  return rowsFrom(kase.status, kase.kind)
    .filter((row) => next.includes(row.event))
    .flatMap((row) => seatsFor(row, kase, item))
}

/** Whether somebody sits where the next act is done: a case given to anybody else would be on nobody's list. */
export function couldGoOn(held: readonly Pick<Actor, 'role' | 'office'>[], kase: Case, item: Item): boolean {
  const seats = turnOf(kase, item)
  return held.some((each) => sitsIn(each, seats))
}

/** A person as the bureau publishes them; `holdings` absent: it does not say where they sit. */
export type Seated = { id: PersonId; holdings?: readonly Holding[] | undefined }

/** Whether somebody sits where the case goes on that day; who is published no more sits nowhere. Where nobody says who sits where, they
 *  are taken to. */
export function sitsThere(
  id: PersonId,
  kase: Case,
  item: Item,
  people: readonly Seated[] | undefined,
  day: Day,
): boolean {
  if (people === undefined) return true
  const person = people.find((each) => each.id === id)
  if (person === undefined) return false
  return person.holdings === undefined || couldGoOn(holdingsOn({ holdings: [...person.holdings] }, day), kase, item)
}

/** 会办: was one of these asked to join in? */
export function wasAsked({ coExaminers }: Pick<Case, 'coExaminers'>, ids: readonly (PersonId | undefined)[]): boolean {
  return coExaminers.some((asked) => ids.includes(asked))
}

/** The act that carries the case on. */
export function nextEvent(kase: Case, item: Item): EventType | undefined {
  return nextEvents(kase, item)[0]
}

/** The same on a day, for the big button: when the days to come for it are over, that is written down. */
export function nextEventOn(kase: Case, item: Item, calendar: Calendar, today: Day): EventType | undefined {
  const next = nextEvents(kase, item)
  const cooling = coolingOf(kase, item, calendar)
  return cooling !== null && next.includes('lapsed') && coolingPhase(cooling, today) === 'over' ? 'lapsed' : next[0]
}

/** The rows somebody in one of these capacities may take from here, before facts are asked (check says the rest). */
export function rowsOpenTo(kase: Case, item: Item, capacities: readonly Actor[]): readonly WorkflowRow[] {
  if (kase.unknown) return []
  return rowsFrom(kase.status, kase.kind).filter((row) => {
    const seats = seatsFor(row, kase, item)
    return capacities.some((actor) => sitsIn(actor, seats))
  })
}
