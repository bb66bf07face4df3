/** Which acts a person may take on a case now, and why the others not: from the table, the seats and the guards. Pure. */
import { dayOf } from '../../shared/calendar/day.ts'
import { type AnyFact, eventVersion, payloads } from '../../shared/case/event.ts'
import type { ActId } from '../../shared/case/ids.ts'
import { type Refusal, refuse } from '../../shared/case/refusal.ts'
import { findRow, rowsFrom } from '../../shared/case/rows.ts'
import { seatsFor } from '../../shared/case/seats.ts'
import { nextEventOn, rowsOpenTo } from '../../shared/case/turn.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import { refusalOf } from './act-facts.ts'
import type { Act } from './acts/act.ts'
import { acts } from './acts/all.ts'
import { type Around, actorsOf } from './around.ts'
import { isSensible } from './sensible.ts'

export type Offer = { act: Act; refusal: Refusal | null }
export type Offers = {
  /** The act that carries the case on, whoever may take it, or the opinion that this person was asked for; null when the case is
   *  closed. */
  next: Offer | null
  /** Lawful now, in the table's order. */
  open: Offer[]
  /** Theirs, but something stands in the way. */
  closed: Offer[]
}

const probeId = '00000000-0000-4000-8000-000000000000' as ActId
/** What the case waits for beside its next step stands first, then what is taken often; the rest follows in the table's order. */
const often: readonly EventType[] = [
  'opinionGiven',
  'hearingHeld',
  'hearingNoticed',
  'hearingRequested',
  'hearingWaived',
  'partiesHeard',
  'objectionResolved',
  'lateMaterialReceived',
  'clockResumed',
  'correctionRequested',
  'acceptedIncomplete',
  'refused',
  'stepReturned',
  'decisionReturned',
  'certificateIssued',
  'notAccepted',
  'withdrawn',
  'detailsCorrected',
]

/** Why the act could not be lawful now, whatever is typed; null when it could. */
function standing(act: Act, around: Around): Refusal | null {
  const { kase } = around
  const data = act.probe === undefined ? act.data(act.start(around), around) : act.probe(around)
  const fact: AnyFact = { type: act.event, v: eventVersion, case: kase.id, after: kase.last, data }
  // A payload the dialog still has to fill says nothing about the law.
  if (!payloads[act.event].safeParse(data).success) return seatRefusal(act, around)
  return refusalOf([fact], probeId, around) ?? null
}

/** Only the row and the seat are asked. */
function seatRefusal({ event }: Act, { kase, item, session }: Around): Refusal | null {
  const open = rowsOpenTo(kase, item, actorsOf(session)).some((row) => row.event === event)
  if (open) return null
  const row = findRow(event, kase.status, kase.kind)
  if (row === undefined) return refuse('notNow', { event, status: kase.status })
  const seats = seatsFor(row, kase, item).map(({ role, office }) => `${role}@${office ?? '*'}`)
  return refuse('notYours', { event, seats })
}

/** Why this person could not take an act on the case now, whatever is typed; null when they could. */
export function refusalFor(act: Act, around: Around): Refusal | null {
  return seatRefusal(act, around) ?? standing(act, around)
}

export function offersFor(around: Around): Offers {
  const { kase, item, session, books, now } = around
  if (kase.unknown) return { next: null, open: [], closed: [] }
  const mine = new Set(rowsOpenTo(kase, item, actorsOf(session)).map(({ event }) => event))
  const lawful = [...new Set(rowsFrom(kase.status, kase.kind).map(({ event }) => event))]
  const offers = lawful
    .filter((event) => mine.has(event))
    .flatMap((event) => {
      const act = acts[event]
      return act === undefined ? [] : [{ act, refusal: standing(act, around) }]
    })
    .filter(({ act }) => isSensible(act, around))
  // Who was asked to join in is asked for their opinion; the step is for whoever has the case.
  const joins = offers.some(({ act, refusal }) => act.event === 'opinionGiven' && refusal === null)
  const nextType = joins ? 'opinionGiven' : nextEventOn(kase, item, books.calendar, dayOf(now))
  const nextAct = nextType === undefined ? undefined : acts[nextType]
  const next =
    nextAct === undefined
      ? null
      : (offers.find(({ act }) => act === nextAct) ?? { act: nextAct, refusal: standing(nextAct, around) })
  const rest = offers.filter(({ act }) => act !== nextAct)
  const ordered = rest.toSorted((one, other) => rank(one, around) - rank(other, around))
  return {
    next,
    open: ordered.filter(({ refusal }) => refusal === null),
    closed: ordered.filter(({ refusal }) => refusal !== null),
  }
}

function rank({ act }: Offer, { kase }: Around): number {
  // A hearing that nobody asked for is rare.
  if (act.event === 'hearingNoticed' && kase.hearing === 'none') return often.length
  const at = often.indexOf(act.event)
  return at === -1 ? often.length : at
}
