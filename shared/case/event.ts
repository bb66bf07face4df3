/** An event (办理动作): one lawful act on a case, by one person, at one moment, at one terminal; never changed.
 *  Each type has its own schema and version; a released schema is only ever added to. */
import { z } from 'zod'
import * as decision from './events/decision.ts'
import * as intake from './events/intake.ts'
import * as review from './events/review.ts'
import { CaseId, EventId, type PrintedNumber } from './ids.ts'
import { Stamp } from './stamp.ts'
import type { EventType } from './workflow.ts'

const { Editions: _editions, ...intakePayloads } = intake

/** What each event carries, by type; every row of the workflow has one. */
export const payloads = { ...intakePayloads, ...review, ...decision } satisfies Record<EventType, z.ZodType>
export type Payloads = { [T in EventType]: z.infer<(typeof payloads)[T]> }

/** The version of every event type this program writes. A type with a second meaning gets a second name, not a second version. */
export const eventVersion = 1

/** A fact: what happened, without who and when (the record's stamp says that). */
export type FactOf<T extends EventType> = {
  type: T
  v: number
  case: CaseId
  /** The last event of the case that its maker saw; null for the first. */
  after: EventId | null
  data: Payloads[T]
}
export type Fact = { [T in EventType]: FactOf<T> }[EventType]

/** A fact of any kind, known to this program or not. */
export const AnyFact = z.strictObject({
  type: z.string().regex(/^[a-z][A-Za-z]{2,40}$/),
  v: z.int().min(1),
  case: CaseId,
  after: EventId.nullable(),
  data: z.unknown(),
})
export type AnyFact = z.infer<typeof AnyFact>

/** How the bureau judged an event; an event without a standing has not been judged yet. */
export const Standing = z.enum(['confirmed', 'outOfTurn'])
export type Standing = z.infer<typeof Standing>

/** A fact with its id and stamp. */
export const AnyEvent = AnyFact.extend({ id: EventId, stamp: Stamp, standing: Standing.nullable() })
export type AnyEvent = z.infer<typeof AnyEvent>
export type EventOf<T extends EventType> = FactOf<T> & { id: EventId; stamp: Stamp; standing: Standing | null }
export type Event = { [T in EventType]: EventOf<T> }[EventType]

/** Does this program know the type and version of a fact? */
export function isKnownType(fact: Pick<AnyFact, 'type' | 'v'>): boolean {
  return Object.hasOwn(payloads, fact.type) && fact.v === eventVersion
}

/** Payloads read before, by the very object: facts never change, and a history is replayed again and again. */
const readBefore = new WeakMap<object, { type: string; data: unknown }>()

/** What was read is read too, wherever it is met again. */
function remember(type: string, given: object, data: unknown): void {
  const read = { type, data }
  readBefore.set(given, read)
  if (typeof data === 'object' && data !== null) readBefore.set(data, read)
}

/** The fact with its payload read, or undefined when this program does not know it or cannot read it. */
export function readFact<F extends AnyFact>(fact: F): (F & Fact) | undefined {
  if (!isKnownType(fact)) return undefined
  const given = fact.data
  if (typeof given !== 'object' || given === null) return undefined
  const before = readBefore.get(given)
  if (before?.type === fact.type) return { ...fact, data: before.data } as F & Fact
  const parsed = payloads[fact.type as EventType].safeParse(given)
  if (!parsed.success) return undefined
  remember(fact.type, given, parsed.data)
  return { ...fact, data: parsed.data } as F & Fact
}

/** A 收件 with its printed number put in, or another one: what was read of it is read still. */
export function withPrintedNumber<F extends AnyFact>(fact: F, number: PrintedNumber): F {
  const read = readFact(fact)
  const numbered = { ...fact, data: { ...(fact.data as object), number } }
  if (read !== undefined) remember(fact.type, numbered.data, { ...read.data, number })
  return numbered
}

/** What a page may propose: a fact whose printed number the main process will give. */
export type NewFact =
  | { [T in Exclude<EventType, 'received' | 'printed'>]: FactOf<T> }[Exclude<EventType, 'received' | 'printed'>]
  | (Omit<FactOf<'received'>, 'data'> & { data: Omit<Payloads['received'], 'number'> })

const { received, printed: _printed, ...proposable } = payloads
const newPayloads: Record<string, z.ZodType> = { ...proposable, received: received.omit({ number: true }) }

/** Parses what a page proposes; papers are made by the main process and cannot be proposed. */
export const NewFact = AnyFact.transform((fact, context): NewFact => {
  const schema = Object.hasOwn(newPayloads, fact.type) && fact.v === eventVersion ? newPayloads[fact.type] : undefined
  if (schema === undefined) {
    context.addIssue({ code: 'custom', path: ['type'], message: `no page may propose ${fact.type}` })
    return z.NEVER
  }
  const parsed = schema.safeParse(fact.data)
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      context.addIssue({ code: 'custom', path: ['data', ...issue.path], message: issue.message })
    return z.NEVER
  }
  return { ...fact, data: parsed.data } as NewFact
})
