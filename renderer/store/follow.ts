/** Applies a batch to the cache: read and open, plan, seal, and write everything in one transaction with the marks that count it. */

import { dayOf, daysBetween } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { PullPage } from '../../shared/contract/views.ts'
import { contentVersion, type Marks } from './database.ts'
import type { OpenDesk } from './open-desk.ts'
import { unknownCase } from './picture.ts'
import { casesIn, type LedgerRecord, plan } from './plan.ts'
import { readBefore } from './read-before.ts'
import type { Sealer } from './seal.ts'
import { sealChanges } from './seal-changes.ts'
import { writeChanges } from './write-changes.ts'

export type Batch = {
  /** Own records of the ledger, in order; `lastRecord`: everything up to here has been read (notes bring no events). */
  records?: LedgerRecord[] | undefined
  lastRecord?: number | undefined
  page?: PullPage | undefined
  /** Cases whose rows are made anew although nothing happened: a day or a calendar has passed. */
  touch?: readonly CaseId[] | undefined
  /** The rows' dates now follow this calendar. */
  calendar?: string | undefined
  /** The rows' lists now follow these people. */
  people?: string | undefined
}

/** The marks of a cache that has applied nothing. */
export async function freshMarks(sealer: Sealer, calendar: string, people?: string): Promise<Marks> {
  return {
    id: 'marks',
    revision: 0,
    applied: 0,
    cursor: null,
    calendar,
    people,
    segment: 0,
    inSegment: 0,
    probe: await sealer.seal('marks', contentVersion),
  }
}

/** Applies the batch and answers the marks after it and the cases that must be fetched whole. Only one runs at a time.
 *  Throws DamagedCache, or what Dexie throws; nothing is half written. */
export async function applyBatch(desk: OpenDesk, batch: Batch): Promise<{ marks: Marks; strays: CaseId[] }> {
  const { records = [], lastRecord, page, touch = [], calendar, people } = batch
  const { before, marks, rows, apart } = await readBefore(desk, [...touch, ...casesIn(records, page)], {
    andConfirmed: page !== undefined && !page.more,
  })
  const after = plan(before, { records, lastRecord, page }, desk.books)
  const changes = await sealChanges(desk, {
    after,
    marks: { ...marks, ...(calendar === undefined ? {} : { calendar }), ...(people === undefined ? {} : { people }) },
    rows,
    apart,
    tasks: page?.tasks ?? null,
  })
  await writeChanges(desk.db, changes)
  for (const entry of changes.namesPut) desk.names.put(entry)
  for (const id of changes.casesGone) desk.names.remove(id)
  return { marks: changes.marks, strays: after.strays }
}

/** Puts a case that had left into the cache again, with all its confirmed events; own ones stay on top. It leaves with the next day. */
export async function adopt(desk: OpenDesk, id: CaseId, events: readonly AnyEvent[]): Promise<void> {
  const last = events.at(-1)
  if (last === undefined) return
  const { before, marks, rows, apart } = await readBefore(desk, [id], { andConfirmed: false })
  const { own, counted } = before.cases.get(id) ?? unknownCase
  const cursor = { incarnation: '', position: 0, judged: 0 }
  // Its events come in again from the first, before any position yet to come.
  const entries = events.map((event, position) => ({ position, event }))
  const page: PullPage = { cursor, restart: false, entries, verdicts: [], tasks: null, more: true }
  const fresh = { ...before, cursor: null, cases: new Map([[id, { ...unknownCase, own, counted }]]) }
  const after = { ...plan(fresh, { records: [], page }, desk.books), cursor: before.cursor }
  const keepConcludedDays = daysBetween(dayOf(last.stamp.at), dayOf(desk.now())) + 1
  const changes = await sealChanges({ ...desk, keepConcludedDays }, { after, marks, rows, apart, tasks: null })
  await writeChanges(desk.db, changes)
  for (const entry of changes.namesPut) desk.names.put(entry)
}
