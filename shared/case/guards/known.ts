/** What every guard is told, and the refusals that several of them give. */
import type { Item, Material } from '../../item/item.ts'
import type { Case } from '../case.ts'
import type { Context } from '../context.ts'
import type { FactOf } from '../event.ts'
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

/** Not from here, whatever is said. */
export function notNow({ type }: { type: EventType }, { status }: Case): Refusal {
  return refuse('notNow', { event: type, status })
}

/** What follows a closed case follows what it ended with: only what was given can be taken back. */
export function afterwards<T extends EventType>(fits: (kase: Case) => boolean): Guard<T> {
  return (fact, kase) => (fits(kase) ? undefined : notNow(fact, kase))
}
