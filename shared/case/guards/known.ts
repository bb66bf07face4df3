/** What every guard is told, and the refusals that several of them give. */
import { normaliseName } from '../../identity/name.ts'
import type { Item, Material } from '../../item/item.ts'
import type { Case } from '../case.ts'
import type { Actor, Context } from '../context.ts'
import type { FactOf } from '../event.ts'
import type { PersonId } from '../ids.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { EventType } from '../workflow.ts'

/** The case is the one before the act; the item is the one the act is judged by. */
export type Known = Context & { item: Item }
export type Guard<T extends EventType> = (fact: FactOf<T>, kase: Case, context: Known) => Refusal | undefined

export function materialsLacking(missing: readonly Material[]): Refusal | undefined {
  return missing.length === 0
    ? undefined
    : refuse('materialsMissing', { materials: missing.map((material) => material.name) })
}

/** Handed in or given back: only what the item asks for. */
export function known(item: Item, keys: readonly string[]): Refusal | undefined {
  const stranger = keys.find((key) => !item.materials.some((each) => each.key === key))
  return stranger === undefined ? undefined : refuse('materialUnknown', { material: stranger })
}

type Named = { person: PersonId | null; name: string }

/** Two have to be two people: known by who they are, and where one is only named, by the name. */
export function isSame(one: Named, other: Named): boolean {
  if (one.person !== null && other.person !== null) return one.person === other.person
  return normaliseName(one.name) === normaliseName(other.name)
}

/** Is it who acts? */
export function isActor(other: Named, { person, name }: Actor): boolean {
  return isSame(other, { person, name: name ?? '' })
}

/** 见证人: neither who hands over nor who ought to take it, nor whoever came for them (民事诉讼法第89条 by analogy). */
export function canWitness(witness: Named, { applicant, agent }: Case, actor: Actor): boolean {
  const concerned = [applicant.name, applicant.contact, agent?.name].filter((name) => name != null)
  return !isActor(witness, actor) && !concerned.some((name) => isSame(witness, { person: null, name }))
}

/** Not from here, whatever is said. */
export function notNow({ type }: { type: EventType }, { status }: Case): Refusal {
  return refuse('notNow', { event: type, status })
}

/** What follows a closed case follows what it ended with: only what was given can be taken back. */
export function afterwards<T extends EventType>(fits: (kase: Case) => boolean): Guard<T> {
  return (fact, kase) => (fits(kase) ? undefined : notNow(fact, kase))
}
