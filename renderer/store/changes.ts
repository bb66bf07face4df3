/** What one batch changes in the cache, sealed and ready to be written in one transaction. */
import type { CaseId, EventId } from '../../shared/case/ids.ts'
import type {
  ApartRow,
  CaseRow,
  CheckRow,
  CountsRow,
  EventsRow,
  FigureRow,
  Marks,
  NamesRow,
  OwnRow,
  RefusedRow,
  TaskRow,
  TotalsRow,
} from './database.ts'
import type { NameEntry } from './names.ts'

export type Changes = {
  marks: Marks
  /** The revision that was read: another one now, and nothing is written. */
  readRevision: number
  casesPut: CaseRow[]
  casesGone: CaseId[]
  eventsPut: EventsRow[]
  ownPut: OwnRow[]
  ownGone: EventId[]
  refusedPut: RefusedRow[]
  settledAdded: number[]
  settledGone: number[]
  figuresPut: FigureRow[]
  figuresGone: FigureRow['id'][]
  counts: CountsRow[]
  totals: TotalsRow[]
  apartPut: ApartRow[]
  apartGone: CaseId[]
  counters: Map<string, number>
  namesSealed: NamesRow[]
  namesPut: NameEntry[]
  checks: CheckRow[]
  tasks: TaskRow[] | null
}
