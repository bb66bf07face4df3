/** Projections made anew from the events, when somebody wants to be sure: what was not as it should be is put right and named. */
import { sql } from 'kysely'
import { apply } from '../shared/case/apply.ts'
import type { Case } from '../shared/case/case.ts'
import { AnyEvent } from '../shared/case/event.ts'
import type { CaseId } from '../shared/case/ids.ts'
import { countOn, type Line } from '../shared/report/lines.ts'
import type { Bureau } from './bureau.ts'
import { byCase, changeOf, type LineRow, putLines, removeLines, rowOf } from './counting.ts'
import { insertMany, type Tx } from './database.ts'
import { lockHall } from './judging.ts'
import { caseColumns, caseRow, writeCases } from './projections.ts'
import { mendRatings } from './ratings.ts'
import { mendSlips } from './recount-ratings.ts'
import { mendSums, type SumDifference } from './recount-sums.ts'
import { isSamePicture } from './same-picture.ts'
import type { Schema } from './schema.ts'

const CHUNK = 300

/** A line of a case that was not there, was too much or said something else; or a case that stood otherwise. */
export type CaseDifference = {
  what: 'case' | 'line'
  case: string
  number: string
  /** Of a case: which columns of its row were wrong besides what they are made from; `gone`: no event tells of it. */
  columns?: readonly string[]
  gone?: true
  /** Of a line: which, and what it measured; null: it was not there, or must not be. */
  line?: { part: string; day: string; window: number; was: number | null; is: number | null }
}
/** A slip (评价单) that its record does not tell of, or tells otherwise. */
type SlipDifference = { what: 'slip'; rating: string }
export type Difference = CaseDifference | SlipDifference | ({ what: 'sum' } & SumDifference)
export type Recounted = { cases: number; lines: number; differed: number }
type Tell = (difference: Difference) => void

/** Makes every case and every figure of a hall anew from its events, and tells each difference. Nothing is judged in the hall
 *  meanwhile. */
export async function recount(bureau: Bureau, hall: string, tell: Tell = () => undefined): Promise<Recounted> {
  return bureau.db.transaction().execute(async (tx) => {
    await lockHall(tx, hall)
    const all: Recounted = { cases: 0, lines: 0, differed: 0 }
    const found = (differences: readonly Difference[]) => {
      all.differed += differences.length
      differences.forEach(tell)
    }
    for (let from = ''; ; ) {
      const { lived, last } = await replayed(bureau, tx, hall, from)
      if (last === undefined) break
      from = last
      all.cases += lived.length
      all.lines += lived.reduce((sum, { lines }) => sum + lines.length, 0)
      found(await mendCases(bureau, tx, hall, lived))
      found(await mendLines(tx, hall, lived))
    }
    found(await dropCases(tx, hall))
    found(await dropOrphans(tx, hall))
    found((await mendSlips(bureau, tx, hall)).map((rating) => ({ what: 'slip', rating })))
    found((await mendRatings(tx, hall)).flatMap(ratingDifference))
    const moved = new Set<string>()
    await mendSums(tx, hall, (sums) => {
      for (const { grain, dim, period } of sums) if (grain === 'day' && dim === 'window') moved.add(period)
      found(sums.map((each) => ({ what: 'sum' as const, ...each })))
    })
    const days = [...moved].map((day) => ({ hall, day }))
    await insertMany(tx, 'moved_days', days, 'do nothing')
    return all
  })
}

type Lived = { kase: Case; lines: readonly Line[] }

/** The next cases after `from`, by their ids, each lived and counted again; `until`: from the events up to that position. */
export async function replayed(
  { sealer, known }: Bureau,
  tx: Tx,
  hall: string,
  from: string,
  until = Number.MAX_SAFE_INTEGER,
): Promise<{ lived: Lived[]; last: string | undefined }> {
  const { rows } = await sql<{ case_id: CaseId; offline: boolean; body: Uint8Array }>`
    select case_id, offline, body from events where hall = ${hall} and position <= ${until} and case_id in (
      select distinct case_id from events where hall = ${hall} and position <= ${until} and case_id > ${from} order by case_id limit ${CHUNK})
    order by case_id, position`.execute(tx)
  const lived = new Map<CaseId, Lived>()
  for (const { case_id, offline, body } of rows) {
    const event = AnyEvent.parse(sealer.openJson(body))
    const before = lived.get(case_id)
    const after = apply(before?.kase, event)
    if (after === undefined) continue
    const { calendar } = known
    const item = known.itemOf(after.editions.catalogue, after.item)
    const lines = before?.lines ?? []
    lived.set(case_id, {
      kase: after,
      lines:
        calendar === null ? lines : countOn(lines, { before: before?.kase, event, after, item, calendar, offline }),
    })
  }
  return { lived: [...lived.values()], last: rows.at(-1)?.case_id as string | undefined }
}

async function mendCases(bureau: Bureau, tx: Tx, hall: string, lived: readonly Lived[]): Promise<CaseDifference[]> {
  const ids = lived.map(({ kase }) => kase.id as string)
  const { rows } = await sql<Schema['cases']>`
    select * from cases where hall = ${hall} and id = any(${ids}::text[])`.execute(tx)
  const kept = new Map(rows.map((row) => [row.id, row]))
  const made = lived.map(({ kase }) => ({ kase, row: caseRow(bureau, hall, kase) }))
  await writeCases(
    tx,
    made.map(({ row }) => row),
  )
  return made.flatMap(({ kase, row }): CaseDifference[] => {
    const was = kept.get(kase.id)
    const picture = was === undefined ? undefined : bureau.sealer.openJson(was.body)
    const columns = was === undefined ? [] : caseColumns.filter((name) => was[name] !== row[name])
    if (isSamePicture(picture, kase) && columns.length === 0) return []
    return [{ what: 'case', case: kase.id, number: kase.number, columns }]
  })
}

/** Cases that no event tells of. */
async function dropCases(tx: Tx, hall: string): Promise<CaseDifference[]> {
  const { rows } = await sql<{ id: string; number: string }>`
    delete from cases c where c.hall = ${hall} and not exists (
      select 1 from events e where e.hall = c.hall and e.case_id = c.id) returning c.id, c.number`.execute(tx)
  return rows.map(({ id, number }) => ({ what: 'case', case: id, number, gone: true }))
}

async function mendLines(tx: Tx, hall: string, lived: readonly Lived[]): Promise<CaseDifference[]> {
  const ids = lived.map(({ kase }) => kase.id)
  const { rows } = await sql<LineRow>`
    select * from report_lines where hall = ${hall} and case_id = any(${[...ids]}::text[])`.execute(tx)
  const kept = byCase(rows, ids)
  const [put, gone]: [LineRow[], LineRow[]] = [[], []]
  const differences: CaseDifference[] = []
  for (const { kase, lines } of lived) {
    const was = kept.get(kase.id) ?? []
    const change = changeOf(
      was,
      lines.map((line) => rowOf(hall, kase.id, line)),
    )
    put.push(...change.put)
    gone.push(...change.gone)
    const named = { what: 'line' as const, case: kase.id, number: kase.number }
    for (const row of change.gone) differences.push({ ...named, line: differing(row, row.amount, null) })
    for (const row of change.put) {
      const before = was.find(({ event, part }) => event === row.event && part === row.part)
      differences.push({ ...named, line: differing(row, before?.amount ?? null, row.amount) })
    }
  }
  await removeLines(tx, hall, gone)
  await putLines(tx, put)
  return differences
}

function differing({ part, day, window }: LineRow, was: number | null, is: number | null) {
  return { part, day, window, was, is }
}

/** Lines of cases that no event tells of. */
async function dropOrphans(tx: Tx, hall: string): Promise<CaseDifference[]> {
  const { rows } = await sql<LineRow>`
    delete from report_lines l where l.hall = ${hall} and l.part <> 'rated' and not exists (
      select 1 from events e where e.hall = l.hall and e.case_id = l.case_id) returning l.*`.execute(tx)
  return rows.map((row) => ({ what: 'line', case: row.case_id, number: '', line: differing(row, row.amount, null) }))
}

function ratingDifference({ was, is }: { was: LineRow | null; is: LineRow | null }): CaseDifference[] {
  const row = is ?? was
  const line = row === null ? undefined : differing(row, was?.amount ?? null, is?.amount ?? null)
  return line === undefined ? [] : [{ what: 'line', case: row?.event ?? '', number: '', line }]
}
