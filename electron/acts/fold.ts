/** An act's facts, one after another, over the cases they are about: who may do them, and what the cases are then. */
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { check } from '../../shared/case/check.ts'
import type { Actor } from '../../shared/case/context.ts'
import type { AnyEvent, AnyFact } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type Refusal, refuse } from '../../shared/case/refusal.ts'
import { findRow, type WorkflowRow } from '../../shared/case/rows.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Books } from '../published/books.ts'

/** One event of the act: its row, the case before and after it, and the item it was judged by. */
export type Step = {
  readonly event: AnyEvent
  readonly before: Case | undefined
  readonly after: Case
  readonly row: WorkflowRow
  readonly item: Item
}

export type Folded = { ok: true; actor: Actor; steps: Step[] } | { ok: false; refusal: Refusal }

/**
 * Tries the person's capacities in turn and gives the first in which every event is lawful (docs/adr/0005), else the refusal of
 * the one that came furthest. `events` carry the act's ids and stamp; role and office of the stamp do not matter here.
 */
export function foldAct(
  events: readonly AnyEvent[],
  kases: ReadonlyMap<CaseId, Case>,
  capacities: readonly Actor[],
  books: Books,
): Folded {
  const pictures = picturesOf(events, kases)
  const event = events[0]?.type ?? ''
  let nearest: { refusal: Refusal; at: number } = { refusal: refuse('notYours', { event, seats: [] }), at: -1 }
  for (const actor of capacities) {
    const refused = firstRefusal(events, pictures, actor, books)
    if (refused === undefined) return stepsOf(events, pictures, actor, books)
    const closer = refused.at === nearest.at && nearest.refusal.code === 'notYours'
    if (refused.at > nearest.at || closer) nearest = refused
  }
  return { ok: false, refusal: nearest.refusal }
}

type Picture = { before: Case | undefined; after: Case | undefined }

/** What each case is before and after each event; `apply` never refuses, so this needs no capacity. */
function picturesOf(events: readonly AnyEvent[], kases: ReadonlyMap<CaseId, Case>): Picture[] {
  const now = new Map(kases)
  return events.map((event) => {
    const before = now.get(event.case)
    const after = apply(before, event)
    if (after !== undefined) now.set(event.case, after)
    return { before, after }
  })
}

function firstRefusal(
  events: readonly AnyEvent[],
  pictures: readonly Picture[],
  actor: Actor,
  books: Books,
): { refusal: Refusal; at: number } | undefined {
  for (const [at, event] of events.entries()) {
    const { before } = pictures[at]!
    const item = itemOf(event, before, books)
    const refusal = check(before, factOf(event), {
      now: event.stamp.at,
      actor,
      item,
      calendar: books.calendar,
      settings: books.hall.settings,
      closesAt: books.hall.closesAt,
    })
    if (refusal !== undefined) return { refusal, at }
  }
  return undefined
}

function factOf({ type, v, case: id, after, data }: AnyEvent): AnyFact {
  return { type, v, case: id, after, data }
}

/** The item as the case's edition has it; for 收件, as the edition it names has it. */
function itemOf(event: AnyEvent, before: Case | undefined, books: Books): Item | undefined {
  if (before !== undefined) return books.itemOf(before.editions.catalogue, before.item)
  const data = event.data as { item?: string; editions?: { catalogue?: string } } | null
  return books.itemOf(data?.editions?.catalogue ?? '', data?.item ?? '')
}

function stepsOf(
  events: readonly AnyEvent[],
  pictures: readonly Picture[],
  actor: Actor,
  books: Books,
): Extract<Folded, { ok: true }> {
  const steps = events.map((event, index): Step => {
    const { before, after } = pictures[index]!
    const item = itemOf(event, before, books)
    const kind = before?.kind ?? after?.kind
    const row = kind && findRow(event.type as EventType, before?.status ?? 'new', kind)
    if (after === undefined || item === undefined || row === undefined)
      throw new Error(`${event.type} was lawful and yet has no row`)
    return { event, before, after, row, item }
  })
  return { ok: true, actor, steps }
}
