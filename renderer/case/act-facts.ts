/** From a dialog's answers to the facts of one act, each checked as the machine and the bureau will check it. Pure. */
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { capacityFor } from '../../shared/case/check.ts'
import { type AnyEvent, type AnyFact, eventVersion, type NewFact, payloads } from '../../shared/case/event.ts'
import { type ActId, eventId } from '../../shared/case/ids.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import { readDay } from '../ui/fields/typed-day.ts'
import { chooseText, fieldErrorText } from '../words/form-errors.ts'
import { type Act, deep, type FactData, type Values } from './acts/act.ts'
import { type Around, actorsOf } from './around.ts'

export type FieldErrors = Record<string, string>

/** What is wrong with the answers, by field; empty when they make a payload. */
export function fieldErrors(act: Act, values: Values, around: Around): FieldErrors {
  const errors: FieldErrors = {}
  const kinds = new Map(act.fields(around).map(({ name, kind }) => [name, kind]))
  const issues = dataOf(act, values, around).flatMap(
    ({ type, data }) => payloads[type].safeParse(data).error?.issues ?? [],
  )
  for (const issue of issues) {
    const path = issue.path.join('.')
    const field = act.fieldOf?.(path, around) ?? path
    errors[field] ??= kinds.get(field) === 'choice' ? chooseText : fieldErrorText(issue)
  }
  return errors
}

/** The act's own payload, and those of what follows in the same moment. */
function dataOf(act: Act, typed: Values, around: Around): FactData[] {
  const values = withDays(act, typed, around)
  return [{ type: act.event, data: act.data(values, around) }, ...(act.also?.(values, around) ?? [])]
}

/** A day is one however it was typed, also before its box is left. */
function withDays(act: Act, typed: Values, around: Around): Values {
  const days = act.fields(around).filter(({ kind }) => kind === 'day')
  return days.reduce((values, { name }) => {
    const text = deep(values, name)
    const day = typeof text === 'string' ? readDay(text) : undefined
    return day === undefined || day === text ? values : put(values, name.split('.'), day)
  }, typed)
}

function put(values: Values, [key = '', ...deeper]: readonly string[], value: string): Values {
  return { ...values, [key]: deeper.length === 0 ? value : put((values[key] ?? {}) as Values, deeper, value) }
}

/** The facts of the act, in order; each names the one before it. */
export function factsOf(act: Act, id: ActId, values: Values, around: Around): NewFact[] {
  return dataOf(act, values, around).map(({ type, data }, index) => ({
    type,
    v: eventVersion,
    case: around.kase.id,
    after: index === 0 ? around.kase.last : eventId(id, index - 1),
    data: payloads[type].parse(data),
  })) as NewFact[]
}

/** The first reason why one of the facts would not be lawful, one after the other; nothing when all are. */
export function refusalOf(facts: readonly AnyFact[], id: ActId, around: Around): Refusal | undefined {
  const { item, books, session, now, brokenPromise } = around
  let kase: Case | undefined = around.kase
  for (const [index, fact] of facts.entries()) {
    const found = capacityFor(kase, fact, actorsOf(session), {
      now,
      item,
      calendar: books.calendar,
      settings: books.hall.settings,
      closesAt: books.hall.closesAt,
      brokenPromise,
    })
    if ('refusal' in found) return found.refusal
    kase = apply(kase, pretended(fact, id, index, around, found.actor))
  }
  return undefined
}

/** The event that the machine would make of a fact, to look one fact further. */
function pretended(
  fact: AnyFact,
  act: ActId,
  index: number,
  { kase, session, now }: Around,
  actor: { role: AnyEvent['stamp']['by']['role']; office: AnyEvent['stamp']['by']['office'] },
): AnyEvent {
  const { id: person, name } = session.person
  const { hall, terminal } = kase
  const by = { person, name, role: actor.role, office: actor.office }
  const stamp = { act, at: now, by, hall, terminal, seq: 1, window: session.window }
  return { ...fact, id: eventId(act, index), stamp, standing: null }
}
