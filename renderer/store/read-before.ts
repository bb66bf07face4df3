/** Reads and opens what a batch touches, before any transaction: WebCrypto may not be awaited inside one. */
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import { type Packed, unpack } from './counted.ts'
import {
  apartPlace,
  type CaseContent,
  type CaseRow,
  contentVersion,
  type DeskDatabase,
  type Marks,
  type OwnRow,
  type RefusedContent,
} from './database.ts'
import type { Held, OwnEvent } from './picture.ts'
import { inOrder } from './picture.ts'
import type { Before } from './plan.ts'
import { DamagedCache, type Sealer } from './seal.ts'

type Source = { db: DeskDatabase; sealer: Sealer }

/** The marks; throws DamagedCache when there are none. */
export async function readMarks(db: DeskDatabase): Promise<Marks> {
  const marks = await db.marks.get('marks')
  if (marks === undefined) throw new DamagedCache('marks')
  return marks
}

export async function openCase(sealer: Sealer, row: CaseRow): Promise<CaseContent> {
  const content = await sealer.open<CaseContent>(`cases ${row.id}`, row.sealed)
  if (content.v !== contentVersion) throw new DamagedCache(`cases ${row.id}`)
  return content
}

export async function openOwn(sealer: Sealer, row: OwnRow): Promise<OwnEvent> {
  const { event, conflict } = await sealer.open<{ event: AnyEvent; conflict: Refusal | null }>(
    `own ${row.id}`,
    row.sealed,
  )
  return { event, conflict, judged: row.judged }
}

export async function openRefused(
  sealer: Sealer,
  row: { id: string; sealed: CaseRow['sealed'] },
): Promise<RefusedContent> {
  return sealer.open<RefusedContent>(`refused ${row.id}`, row.sealed)
}

/** Everything `plan` needs for these cases. `andConfirmed`: and those with an own event that only waits for its position. */
export async function readBefore(
  { db, sealer }: Source,
  touched: readonly CaseId[],
  { andConfirmed }: { andConfirmed: boolean },
): Promise<{ before: Before; marks: Marks; rows: Map<CaseId, CaseRow>; apart: ReadonlySet<CaseId> }> {
  const marks = await readMarks(db)
  const waiting = andConfirmed ? await db.own.where('judged').equals('confirmed').toArray() : []
  const ids = [...new Set([...touched, ...waiting.map((row) => row.case)])]
  const [caseRows, apartRows, ownRows, figures, settled, unread] = await Promise.all([
    db.cases.bulkGet(ids),
    db.apart.bulkGet(ids),
    db.own.where('case').anyOf(ids).toArray(),
    db.figures.where('case').anyOf(ids).toArray(),
    db.settled.toCollection().primaryKeys(),
    db.refused.where('unread').equals(1).toArray(),
  ])
  const rows = new Map(caseRows.filter((row) => row !== undefined).map((row) => [row.id, row]))
  const contents = new Map(
    await Promise.all([...rows.values()].map(async (row) => [row.id, await openCase(sealer, row)] as const)),
  )
  const apart = new Map(
    await Promise.all(
      apartRows
        .filter((row) => row !== undefined)
        .map(async (row) => [row.case, unpack(await sealer.open<Packed>(apartPlace(row.case), row.sealed))] as const),
    ),
  )
  const own = await Promise.all(ownRows.map((row) => openOwn(sealer, row)))
  const refusedUnread = new Map(
    await Promise.all(unread.map(async (row) => [row.id, (await openRefused(sealer, row)).refusal] as const)),
  )
  const cases = new Map<CaseId, Held>(
    ids.map((id) => [
      id,
      {
        base: contents.get(id)?.base ?? undefined,
        lines: contents.get(id)?.lines ?? [],
        counted: apart.get(id) ?? contents.get(id)?.counted ?? contents.get(id)?.lines ?? [],
        own: own.filter((each) => each.event.case === id).toSorted(inOrder),
      },
    ]),
  )
  return {
    before: { applied: marks.applied, cursor: marks.cursor, cases, settled: new Set(settled), refusedUnread, figures },
    marks,
    rows,
    apart: new Set(apart.keys()),
  }
}
