/** 报送 at the bureau: who exports what, for which time and why is written down before a row leaves, and how it ended when the
 *  machine's own record of it comes. */
import { sql } from 'kysely'
import type { CaseId, PersonId } from '../shared/case/ids.ts'
import type { ExportBegun, Exports } from '../shared/contract/exports.ts'
import type { NoteRecord } from '../shared/record/record.ts'
import { type ExportAsked, ExportedNote, type ExportKind, type ExportLine, mayExport } from '../shared/report/export.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { readableHalls, rolesOf } from './oversight.ts'
import { Refused } from './problem.ts'
import type { Schema } from './schema.ts'
import { hiddenFrom } from './scope.ts'

type ExportRow = Schema['exports']
export type Exporter = { hall: string; terminal: number; offices: readonly string[]; person: PersonId }

/** An export that was begun and never ended gives no more rows after this long. */
const OPEN_MS = 2 * 3_600_000
const MOST_LISTED = 50

/** Throws for whoever may not have it. Begun again under the same id, it is the same one. */
export async function beginExport(bureau: Bureau, who: Exporter, asked: ExportAsked): Promise<ExportBegun> {
  checkMayExport(bureau, who.person, asked.what)
  const { db, known, now } = bureau
  const at = now().toISOString()
  const { position } = await db
    .selectFrom('halls')
    .select('position')
    .where('id', '=', who.hall)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('exports')
    .values({
      ...rowOf(who.hall, who.terminal, asked),
      by_person: who.person,
      by_name: known.people.get(who.person)?.name ?? who.person,
      begun_at: at,
      position,
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const row = await openExport(bureau, who, asked.export, asked.what)
  if (asked.what === 'monthly' || asked.what === 'quarterly') return { position: row.position, rows: null, sealed: 0 }
  const hidden = hiddenFrom(who.offices, known)
  const { rows } = await sql<{ all: number; sealed: number }>`
    select count(*)::integer as all, (count(*) filter (where item = any(${hidden}::text[])))::integer as sealed from report_lines
    where hall = ${who.hall} and part = 'received' and day between ${row.from_day} and ${row.to_day}`.execute(db)
  const { all = 0, sealed = 0 } = rows[0] ?? {}
  return { position: row.position, rows: all - sealed, sealed }
}

/** The export as this person began it, while it may go on. Throws for every other, and once their place no longer lets them. */
export async function openExport(
  bureau: Bureau,
  { hall, terminal, person }: Exporter,
  id: string,
  what: ExportKind,
): Promise<ExportRow> {
  checkMayExport(bureau, person, what)
  const row = await bureau.db
    .selectFrom('exports')
    .selectAll()
    .where('hall', '=', hall)
    .where('export', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.by_person !== person || row.terminal !== terminal || row.what !== what)
    throw new Refused(404, 'notFound', 'no such export of this person at this terminal')
  if (row.ended_at !== null || bureau.now().getTime() - Date.parse(row.begun_at) > OPEN_MS)
    throw new Refused(403, 'forbidden', 'the export is over')
  return row
}

/** The newest first, for who oversees the hall. */
export async function exportsOf({ db, known }: Bureau, hall: string, before: string | null): Promise<Exports> {
  // Without an id it is before every one of that moment: ids are lower case.
  const [at = '', id = ''] = before?.split(' ') ?? []
  const rows = await db
    .selectFrom('exports')
    .leftJoin('terminals', 'terminals.no', 'exports.terminal')
    .selectAll('exports')
    .select('terminals.hall as at')
    .where('exports.hall', '=', hall)
    .$if(before !== null, (query) => query.where(sql<boolean>`(begun_at, export) < (${at}, ${id})`))
    .orderBy('begun_at', 'desc')
    .orderBy('export', 'desc')
    .limit(MOST_LISTED + 1)
    .execute()
  const lines = rows.slice(0, MOST_LISTED).map(({ at, ...row }): ExportLine => {
    const elsewhere = at === null || at === hall ? undefined : known.halls.get(at)
    return { ...lineOf(row), ...(elsewhere === undefined ? {} : { atHall: elsewhere.name }) }
  })
  return { exports: lines, more: rows.length > MOST_LISTED }
}

/** The row of a record that tells how an export ended, in the hall that it is of; undefined for every other record. */
export function exportRow(hall: string, { note, by, at, terminal }: NoteRecord): ExportRow | undefined {
  const { data } = ExportedNote.safeParse(note)
  if (data === undefined) return undefined
  return {
    ...rowOf(data.hall ?? hall, terminal, data),
    by_person: by.person,
    by_name: by.name,
    begun_at: at,
    position: data.positions?.last ?? 0,
    ended_at: at,
    outcome: data.outcome,
    rows: data.rows,
    sha256: data.sha256,
  }
}

/** How they ended. One whose beginning a restored server forgot is written whole; nobody's word ends another's,
 *  and the machine's last word stands: a file that was whole may yet get no name. */
export async function writeExports(bureau: Bureau, tx: Tx, hall: string, rows: readonly ExportRow[]): Promise<void> {
  for (const { ended_at, outcome, ...row } of rows) {
    const { numUpdatedRows } = await tx
      .updateTable('exports')
      .set({ ended_at, outcome, rows: row.rows, sha256: row.sha256 })
      .where('hall', 'in', [row.hall, hall])
      .where('export', '=', row.export)
      .where('by_person', '=', row.by_person)
      .where('terminal', '=', row.terminal)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) continue
    // Of another hall nothing is written that nobody there was asked for: it stands where it was made, and in no list is it missing.
    const isTheirs =
      row.hall === hall || readableHalls(bureau, row.by_person as PersonId).some(({ id }) => id === row.hall)
    if (!isTheirs)
      bureau.log.warn({ hall, named: row.hall, export: row.export }, 'an export of a hall that is not granted')
    await tx
      .insertInto('exports')
      .values({ ...row, hall: isTheirs ? row.hall : hall, ended_at, outcome })
      .onConflict((oc) => oc.doNothing())
      .execute()
  }
}

function checkMayExport(bureau: Bureau, id: PersonId, what: ExportKind): void {
  if (!mayExport(what, rolesOf(bureau, id))) throw new Refused(403, 'forbidden', 'this export is not for these roles')
}

function rowOf(hall: string, terminal: number, asked: ExportAsked) {
  const { export: id, what, format, period, reason } = asked
  const nothing = { ended_at: null, outcome: null, rows: null, sha256: null }
  return { hall, export: id, what, format, from_day: period.from, to_day: period.to, reason, terminal, ...nothing }
}

function lineOf(row: ExportRow): ExportLine {
  return {
    export: row.export,
    what: row.what as ExportKind,
    format: row.format as ExportLine['format'],
    period: { from: row.from_day, to: row.to_day } as ExportLine['period'],
    reason: row.reason,
    by: row.by_person,
    byName: row.by_name,
    terminal: row.terminal,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    outcome: row.outcome as ExportLine['outcome'],
    rows: row.rows,
    sha256: row.sha256,
    position: row.position,
  }
}

/** Where the next page of an export begins: after this case of this day. */
export function nextOf(rows: readonly { day: string; case_id: string }[], most: number) {
  const last = rows.at(-1)
  if (rows.length < most || last === undefined) return null
  return { day: last.day as ExportAsked['period']['from'], case: last.case_id as CaseId }
}
