/** The cache's tables. Only ids, states and dates stand open; the rest of every row is sealed. */
import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId, EventId, PersonId } from '../../shared/case/ids.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import type { Cursor } from '../../shared/contract/views.ts'
import type { Line } from '../../shared/report/lines.ts'
import type { Part } from '../../shared/report/parts.ts'
import type { Sums, Times } from '../../shared/report/sums.ts'
import type { Counted } from './counted.ts'
import type { OwnEvent } from './picture.ts'
import type { Sealed } from './seal.ts'

/** A case; sealed: {@link CaseContent}. */
export type CaseRow = {
  id: CaseId
  /** Where it waits: see queue-keys.ts. */
  queue: string[]
  inHand: boolean
  /** The visit during which it was received. */
  visit?: string
  /** The part of the name list that holds it. */
  segment: number
  /** The day on which its dates have to be counted again although nothing happened (the fifth day has passed). */
  refreshOn?: Day
  /** The day from which a concluded, confirmed case may leave the cache. */
  leaveOn?: Day
  /** What counts by itself with its day: see foreseen.ts. */
  foreseen: string[]
  sealed: Sealed
}
/** Confirmed events of a case that came together; `order` is the first one's position in the hall. Sealed: AnyEvent[]. */
export type EventsRow = { case: CaseId; order: number; sealed: Sealed }
/** An own event that is not confirmed yet; it lies on top. Sealed: the event, and its conflict if it has one. */
export type OwnRow = {
  id: EventId
  case: CaseId
  seq: number
  judged: OwnEvent['judged']
  conflict?: 1
  sealed: Sealed
}
/** An own event that the bureau did not adopt. Sealed: {@link RefusedContent}. `unread`: its record has not come from the ledger yet. */
export type RefusedRow = { id: EventId; case: CaseId; unread?: 1; sealed: Sealed }
export type RefusedContent = { event: AnyEvent | null; refusal: Refusal }
/** `top`: the picture with own events on it; null when there are none. `lines`: what the confirmed events count for; `counted`: what
 *  the sums hold of it, null where that is the same. */
export type CaseContent = {
  v: typeof contentVersion
  base: Case | null
  top: Case | null
  lines: readonly Line[]
  counted: readonly Counted[] | null
}
/** What the sums hold of a case that has no row of its own: it has left, or its beginning is not here. Sealed: Packed. */
export type ApartRow = { case: CaseId; sealed: Sealed }
/** One line that a case counts for. The id is its event's and its part's. */
export type FigureRow = {
  id: string
  case: CaseId
  day: Day
  part: Part
  /** 0: an office's terminal. */
  window: number
  person: PersonId
  personName: string
  item: string
  amount: number
  /** here: an act that the bureau has not confirmed counts it · bureau: one takes it back (a voiding): it counts there still. */
  standing: 'both' | 'here' | 'bureau'
}
/** The sums of a day, kept up to date by events: of every part that a figure is made of. */
export type CountsRow = {
  day: Day
  window: number
  person: PersonId
  personName: string
  item: string
  sums: Sums
  /** For medians: how many in each tenth of an hour. */
  times: Times
}
/** The same of a month (2026-11): a year is told by twelve of them, not by each of its days. */
export type MonthRow = Omit<CountsRow, 'day'> & { month: string }
/** The sums of all days, of what stocks are made of. */
export type TotalsRow = { item: string; sums: Sums }
export type CounterRow = { key: string; count: number }
/** A part of the name list; sealed: NameEntry[]. */
export type NamesRow = { segment: number; sealed: Sealed }
/** What the bureau asks somebody to put right; sealed: Task. */
export type TaskRow = {
  id: string
  to: PersonId
  raised: boolean
  settled: boolean
  /** The case whose day a calendar moved: it is for whoever has the case, and no work of anybody's. */
  moved?: CaseId
  sealed: Sealed
}

/** A window's check of a day (日清), the last one signed; sealed: SignedCheck. */
export type CheckRow = { day: Day; window: number; seq: number; sealed: Sealed }

/** What the cache has applied: written in the same transaction as what it counts. */
export type Marks = {
  id: 'marks'
  /** One more with every write: a writer that read an older one begins again. */
  revision: number
  /** The last record of the own ledger that was applied. */
  applied: number
  cursor: Cursor | null
  /** The calendar that the rows' dates were counted by. */
  calendar: string
  /** Who sat where when the rows' lists were made (`peopleMark`); undefined in a cache of before. */
  people?: string | undefined
  segment: number
  inSegment: number
  /** Sealed: tells whether the key is still the one the rows were sealed with. */
  probe: Sealed
}

/** The version of what is sealed in the rows; another one means that the cache begins again. */
export const contentVersion = 11

export class DeskDatabase extends Dexie {
  declare cases: EntityTable<CaseRow, 'id'>
  declare events: Table<EventsRow, [CaseId, number]>
  declare own: EntityTable<OwnRow, 'id'>
  declare refused: EntityTable<RefusedRow, 'id'>
  /** Own records judged for good before they were read from the ledger. */
  declare settled: EntityTable<{ seq: number }, 'seq'>
  declare figures: EntityTable<FigureRow, 'id'>
  declare counts: Table<CountsRow, [Day, number, PersonId, string]>
  declare months: Table<MonthRow, [string, number, PersonId, string]>
  declare totals: Table<TotalsRow, string>
  declare apart: EntityTable<ApartRow, 'case'>
  declare counters: EntityTable<CounterRow, 'key'>
  declare names: EntityTable<NamesRow, 'segment'>
  declare tasks: EntityTable<TaskRow, 'id'>
  declare checks: Table<CheckRow, [Day, number]>
  declare marks: EntityTable<Marks, 'id'>

  constructor(name: string) {
    super(name, { cache: 'disabled' })
    this.version(contentVersion).stores({
      cases: 'id, *queue, refreshOn, leaveOn, visit, *foreseen',
      events: '[case+order]',
      own: 'id, seq, case, judged, conflict',
      refused: 'id, case, unread',
      settled: 'seq',
      figures: 'id, case, [day+part], standing',
      counts: '[day+window+person+item], day',
      months: '[month+window+person+item], month',
      totals: 'item',
      apart: 'case',
      counters: 'key',
      names: 'segment',
      tasks: 'id, to',
      checks: '[day+window]',
      marks: 'id',
    })
  }
}

/** What events are sealed for: their case and where they begin. */
export function eventsPlace(id: CaseId, order: number): string {
  return `events ${id} ${order}`
}

/** What is left of a case that has no row is sealed for it. */
export function apartPlace(id: CaseId): string {
  return `apart ${id}`
}

/** What a check is sealed for. */
export function checkPlace(day: Day, window: number): string {
  return `checks ${day} ${window}`
}

/** One database a terminal: a machine enrolled anew never reads the old one's rows. */
export function databaseName(terminal: number): string {
  return `desk-${terminal}`
}
