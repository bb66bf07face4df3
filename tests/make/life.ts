/** The life of a case, lived: acts go through the same `check` and `apply` as at the counter. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import { replay } from '../../shared/case/apply.ts'
import type { Case, Outcome } from '../../shared/case/case.ts'
import { check } from '../../shared/case/check.ts'
import type { Actor } from '../../shared/case/context.ts'
import { type AnyEvent, type AnyFact, eventVersion, type Payloads } from '../../shared/case/event.ts'
import type { BrokenPromise } from '../../shared/case/former.ts'
import {
  type ActId,
  type CaseId,
  eventId,
  type HallId,
  type Instant,
  type OfficeKey,
  type PersonId,
  type TerminalNo,
  type WindowNo,
} from '../../shared/case/ids.ts'
import { type Refusal, turnsOnTime } from '../../shared/case/refusal.ts'
import { findRow } from '../../shared/case/rows.ts'
import { seatsFor } from '../../shared/case/seats.ts'
import { nextEvent } from '../../shared/case/turn.ts'
import type { EventType, Status } from '../../shared/case/workflow.ts'
import { holds } from '../../shared/item/facts.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { chance } from '../chaos/random.ts'
import { hall, calendar as realCalendar } from './catalogue.ts'
import { item as kite } from './item.ts'
import { payloadOf } from './payloads.ts'

export type LifeAsked = {
  item?: Item
  seed?: number
  /** When it is received; each further act follows 17 minutes later, unless it says otherwise. */
  at?: Instant | string
  /** Materials (key, or part of the name) that are not handed in. */
  missing?: readonly string[]
  /** Form values that are not left to the seed. */
  set?: FormValues
  calendar?: Calendar
}

export type ActAsked = {
  by?: Actor
  at?: Instant | string
  standing?: AnyEvent['standing']
  brokenPromise?: BrokenPromise
}
/** An act's events: a type, or a type with its payload or a part of it. */
export type Step = EventType | { [T in EventType]: readonly [T, Partial<Payloads[T]>] }[EventType]

export const testMoment = '2026-11-24T01:02:03.000Z' as Instant
const STEP_MS = 17 * 60_000

/** Somebody in a capacity: the same role at the same office is the same person. */
export function actor(role: Actor['role'], office = 'window', which = ''): Actor {
  return { role, office: office as OfficeKey, person: `${role}.${office}${which}` as PersonId }
}

export type Life = ReturnType<typeof life>

/** A case not yet received. */
export function life(asked: LifeAsked = {}) {
  const item = asked.item ?? kite()
  const seed = asked.seed ?? 1
  const calendar = asked.calendar ?? realCalendar
  const dice = chance(seed * 6_151 + 11)
  const id = dice.uuid() as CaseId
  const events: AnyEvent[] = []
  let at = (asked.at ?? testMoment) as Instant
  let seq = 0

  const kase = (): Case | undefined => replay(events)
  const before = () => ({
    kase: kase(),
    item,
    seed,
    at,
    missing: asked.missing ?? [],
    set: { ...noAgent(item), ...asked.set },
  })

  function factOf(step: Step): AnyFact {
    const [type, given] = typeof step === 'string' ? [step, {}] : step
    const data = { ...payloadOf[type](before()), ...given }
    return { type, v: eventVersion, case: id, after: kase()?.last ?? null, data }
  }

  /** Who may do it: the seat of its row, and somebody else than the acceptor where that is asked. */
  function whoever(type: EventType): Actor {
    const known = kase()
    const row = findRow(type, known?.status ?? 'new', item.kind)
    const seat = row === undefined ? undefined : seatsFor(row, known, item)[0]
    if (seat === undefined) return actor('clerk')
    return actor(seat.role, seat.office ?? officeOf(seat.role))
  }

  const live = {
    item,
    calendar,
    get events(): readonly AnyEvent[] {
      return events
    },
    /** The case as it stands. Throws before it is received. */
    get kase(): Case {
      const known = kase()
      if (known === undefined) throw new Error('not received yet')
      return known
    },
    get at(): Instant {
      return at
    },
    /** Goes on at this moment. */
    goTo(moment: Instant | string) {
      at = moment as Instant
      return live
    },
    fact: factOf,
    /** Why it may not be done now; undefined when it may. */
    refusal(step: Step, { by, at: when, brokenPromise }: ActAsked = {}): Refusal | undefined {
      if (when !== undefined) at = when as Instant
      const fact = factOf(step)
      return check(kase(), fact, {
        now: at,
        actor: by ?? whoever(fact.type as EventType),
        item,
        calendar,
        settings: hall.settings,
        brokenPromise,
      })
    },
    /** One act with one or more events. Throws when the law does not allow one of them; nothing of it happened then. */
    act(steps: readonly Step[], options: ActAsked = {}) {
      if (options.at !== undefined) at = options.at as Instant
      const act = dice.uuid() as ActId
      const from = events.length
      seq += 1
      for (const [index, step] of steps.entries()) {
        const fact = factOf(step)
        const by = options.by ?? (index === 0 ? whoever(fact.type as EventType) : actorOf(events[from]!))
        const refusal = check(kase(), fact, { now: at, actor: by, item, calendar, settings: hall.settings })
        if (refusal !== undefined) {
          events.length = from
          throw new Error(`${fact.type}: ${JSON.stringify(refusal)}`)
        }
        events.push({ ...fact, id: eventId(act, index), standing: options.standing ?? null, stamp: stampOf(act, by) })
      }
      at = new Date(Date.parse(at) + STEP_MS).toISOString() as Instant
      return live
    },
    /** One act with one event. */
    do(step: Step, options: ActAsked = {}) {
      return live.act([step], options)
    },
    /** Walks on by the act that carries the case on, until it is there. */
    to(status: Status) {
      for (let steps = 0; kase()?.status !== status; steps += 1) {
        if (kase()?.status === 'closed' || steps > 20) throw new Error(`no way to ${status} for ${item.code}`)
        live.next()
      }
      return live
    },
    /** The act that carries the case on; where the law lets it only after a day, on the day after that. */
    next() {
      const next = kase() === undefined ? 'received' : nextEvent(live.kase, item)
      if (next === undefined) throw new Error(`nothing carries on a case that is ${live.kase.status}`)
      const refusal = live.refusal(next)
      const day = refusal !== undefined && turnsOnTime(refusal) ? refusal.facts.day : undefined
      return live.do(next, day === undefined ? {} : { at: `${addDays(day as Day, 1)}T02:00:00.000Z` })
    },
  }
  return live

  function stampOf(act: ActId, by: Actor): AnyEvent['stamp'] {
    return {
      act,
      at,
      by: { person: by.person, name: '测试员', role: by.role, office: by.office },
      hall: 'demo' as HallId,
      terminal: 1 as TerminalNo,
      seq,
      window: by.office === 'window' ? (2 as WindowNo) : null,
    }
  }
}

/** Nobody comes in the applicant's place, unless a test asks for it. */
function noAgent(item: Item): FormValues {
  const when = item.agent?.when
  return when !== undefined && 'field' in when && 'is' in when && holds(when, { [when.field]: true })
    ? { [when.field]: false }
    : {}
}

function actorOf(event: AnyEvent): Actor {
  const { person, role, office } = event.stamp.by
  return { person, role, office }
}

function officeOf(role: Actor['role']): string {
  return role === 'head' ? 'leader' : role === 'examiner' ? 'section.wind' : role === 'supervisor' ? 'window' : 'window'
}

export type CaseAsked = LifeAsked & {
  status?: Exclude<Status, 'new'>
  outcome?: Extract<Outcome, 'granted' | 'refused' | 'withdrawn' | 'notAccepted'>
}

/** A case in this status, with the life it came by. With `missing` it is corrected on its way, where it must be. */
export function lifeOf({ status = 'received', outcome = 'granted', ...asked }: CaseAsked = {}): Life {
  const lived = life(asked).to('received')
  if (status === 'received') return lived
  if (status === 'awaitingCorrection') return lived.do('correctionRequested')
  if (outcome === 'withdrawn' || outcome === 'notAccepted') return lived.do(outcome).to(status)
  if (lived.item.kind !== 'filing') {
    if ((asked.missing ?? []).length > 0) {
      if (lived.refusal('acceptedIncomplete') === undefined) lived.do('acceptedIncomplete')
      else lived.do('correctionRequested').do('supplemented')
      if (lived.kase.status === 'underReview' && status !== 'underReview') lived.do('lateMaterialReceived')
    }
    if (outcome === 'refused' && ['decided', 'ready', 'closed'].includes(status)) {
      if (lived.item.processing === 'promised') lived.to('awaitingDecision')
      else lived.to('underReview')
      lived.do('refused')
    }
  }
  return lived.to(status)
}
