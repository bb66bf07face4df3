/** The workflow table, asked: which row is this act from this status for this kind. */
import type { Kind, Processing } from '../item/item.ts'
import { type EventType, type PaperKey, type Status, statuses, statusGroups, workflow } from './workflow.ts'

const letters: Record<Kind, string> = { permit: 'P', filing: 'R', benefit: 'B', confirmation: 'C', service: 'S' }

/** One row with its words taken apart; `from` is a single status. */
export type WorkflowRow = {
  event: EventType
  from: Status
  /** The status after it; equals `from` where the table says `same`. */
  to: Status
  by: readonly string[]
  handsOver: PaperKey | null
  kinds: string
  binds: '' | 'served' | 'always'
}

/** Every row, groups spelled out: at most one row for an event, a status and a kind. */
export const rows: readonly WorkflowRow[] = workflow.flatMap(([event, from, to, by, handsOver, rowKinds, binds]) => {
  const froms: readonly Status[] =
    from in statusGroups ? statusGroups[from as keyof typeof statusGroups] : [from as Status]
  return froms.map((status) => ({
    event,
    from: status,
    to: to === 'same' ? status : to,
    by: by.split('|'),
    handsOver,
    kinds: rowKinds,
    binds,
  }))
})

const index = new Map<string, WorkflowRow>(
  rows.flatMap((row) => [...row.kinds].map((letter) => [`${row.event} ${row.from} ${letter}`, row] as const)),
)

/** The row for this act on a case of this kind in this status; undefined when the law knows none. */
export function findRow(event: EventType, from: Status, kind: Kind): WorkflowRow | undefined {
  return index.get(`${event} ${from} ${letters[kind]}`)
}

/** All rows a case of this kind may take from this status, in the table's order. */
export function rowsFrom(from: Status, kind: Kind): readonly WorkflowRow[] {
  return rows.filter((row) => row.from === from && row.kinds.includes(letters[kind]))
}

/** Does an event type this program knows bind the bureau once its paper is handed over? A decision does so only where it is
 *  made on the spot: its later row. */
export function bindingOf(event: EventType, processing: Processing = 'promised'): '' | 'served' | 'always' {
  const found = rows.filter((row) => row.event === event)
  return (processing === 'onTheSpot' ? found.at(-1) : found[0])?.binds ?? ''
}

export function isStatus(text: string): text is Status {
  return (statuses as readonly string[]).includes(text)
}
