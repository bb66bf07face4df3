/** The picture of a case: confirmed events in position order, then the terminal's own unconfirmed ones on top. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { check } from '../../shared/case/check.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { EventId } from '../../shared/case/ids.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import type { Seated } from '../../shared/case/turn.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'
import { countOn, type Line } from '../../shared/report/lines.ts'
import type { Counted } from './counted.ts'

/** What the rules need besides the case: published books. */
export type Books = {
  calendar: Calendar
  /** Who sits where, as far as the bureau says it. */
  people?: readonly Seated[] | undefined
  itemOf(code: ItemCode, edition: string): Item | undefined
}

/** An own event on top. */
export type OwnEvent = {
  event: AnyEvent
  /** unsent or taken: not judged · waiting: the bureau will judge it later · confirmed: its position has not come yet */
  judged: 'no' | 'waiting' | 'confirmed'
  /** Why it no longer fits what the bureau has confirmed meanwhile: 可能冲突, and its paper is held. */
  conflict: Refusal | null
}

/** A case as the cache holds it. */
export type Held = {
  /** What the confirmed events add up to; undefined before the first. */
  base: Case | undefined
  own: readonly OwnEvent[]
  /** What the confirmed events count for. */
  lines: readonly Line[]
  /** What the sums hold of it: its lines with the own events on top, as they were counted last. */
  counted: readonly Counted[]
}

/** One of which nothing is known here. */
export const unknownCase: Held = { base: undefined, own: [], lines: [], counted: [] }

/** The order in which a terminal made its acts. */
export function inOrder(a: { event: AnyEvent }, b: { event: AnyEvent }): number {
  const [one, two] = [a.event, b.event]
  return one.stamp.seq - two.stamp.seq || indexOf(one.id) - indexOf(two.id)
}

function indexOf(id: EventId): number {
  return Number(id.slice(id.indexOf('#') + 1))
}

/** The case as the window shows it. */
export function pictureOf({ base, own }: Pick<Held, 'base' | 'own'>): Case | undefined {
  return own.reduce<Case | undefined>((kase, { event }) => apply(kase, event), base)
}

/** One more confirmed event; if it is an own one, it leaves the top. */
export function confirm(held: Held, event: AnyEvent, { calendar, itemOf }: Books): Held {
  const { base, own, lines } = held
  const after = apply(base, event)
  const item = after === undefined ? undefined : itemOf(after.item, after.editions.catalogue)
  return {
    ...held,
    base: after,
    own: own.filter((each) => each.event.id !== event.id),
    lines: countOn(lines, { before: base, event, after, item, calendar }),
  }
}

/** An own event leaves the top without a position: the bureau refused it. */
export function drop(held: Held, id: EventId): Held {
  return { ...held, own: held.own.filter((each) => each.event.id !== id) }
}

/** One more own event, on top of what is there. */
export function place(held: Held, event: AnyEvent): Held {
  if (held.own.some((each) => each.event.id === event.id)) return held
  return { ...held, own: [...held.own, { event, judged: 'no' as const, conflict: null }].toSorted(inOrder) }
}

/** The own events checked again, as after a pull that brought others' acts. An act stands or falls whole: what one of its
 *  events has against it, all have. */
export function recheck(held: Held, books: Books): Held {
  const { base, own } = held
  const refusals = new Map<string, Refusal>()
  let kase = base
  for (const { event } of own) {
    const refusal = refusalOf(kase, event, books)
    if (refusal !== undefined && !refusals.has(event.stamp.act)) refusals.set(event.stamp.act, refusal)
    kase = apply(kase, event)
  }
  return { ...held, own: own.map((each) => ({ ...each, conflict: refusals.get(each.event.stamp.act) ?? null })) }
}

function refusalOf(kase: Case | undefined, event: AnyEvent, { calendar, itemOf }: Books): Refusal | undefined {
  // Without the case's beginning nothing can be said: it is asked of the bureau.
  if (kase === undefined) return undefined
  const { by, at } = event.stamp
  return check(kase, event, {
    now: at,
    actor: { person: by.person, role: by.role, office: by.office, standsInFor: by.standsInFor },
    item: itemOf(kase.item, kase.editions.catalogue),
    calendar,
  })
}
