/** What a supervisor should know before a day is signed: everything that may still move its figures, or makes them doubtful. */
import { sql } from 'kysely'
import { addDays, type Day, dayOf } from '../shared/calendar/day.ts'
import type { CaseId, Instant, PersonId, PrintedNumber, TerminalNo, WindowNo } from '../shared/case/ids.ts'
import { makeNumber } from '../shared/number/desk-number.ts'
import { differing, piles, programCounts, type SignedCheck } from '../shared/report/bags.ts'
import { type CloseQuestion, type CloseRow, closesAt } from '../shared/report/close.ts'
import { type Figure, figures } from '../shared/report/figures.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { standingChecks } from './day-checks.ts'
import type { Schema } from './schema.ts'

/** A terminal that is connected asks for something at least every so often. */
const SILENT_MS = 15 * 60_000
/** One not heard of for so long before the day is no machine that somebody worked at: it is for the IT officer to stop it. */
const GONE_DAYS = 30
/** Each kind is listed to so many, and the rest said by its count: a day with more has other troubles. */
const MOST = 60

function listed(of: 'task' | 'skipped', all: CloseQuestion[]): CloseQuestion[] {
  const more = all.length - MOST
  return more > 0 ? [...all.slice(0, MOST), { is: 'more', of, count: more }] : all
}

type Terminal = Pick<
  Schema['terminals'],
  'no' | 'window' | 'digest' | 'public_key' | 'stopped' | 'machine' | 'offices' | 'hall'
> & { taken: number; judged_seq: number; heard_at: string | null }

export async function terminalsOf(tx: Tx, hall: string): Promise<Terminal[]> {
  return tx.selectFrom('terminals').selectAll().where('hall', '=', hall).orderBy('no').execute()
}

/** In the order in which they stand on the paper. */
export async function questionsOf(
  bureau: Bureau,
  tx: Tx,
  { hall, day, rows, terminals }: { hall: string; day: Day; rows: readonly CloseRow[]; terminals: readonly Terminal[] },
): Promise<CloseQuestion[]> {
  const windowOf = new Map(terminals.map(({ no, window }) => [no, window as WindowNo | null]))
  const at = (terminal: number) => ({
    terminal: terminal as TerminalNo,
    window: windowOf.get(terminal) ?? null,
  })
  return [
    ...silentOnes(bureau, hall, day, terminals),
    ...(await waitingOnes(tx, hall, terminals, at)),
    ...(await oddClocks(tx, hall, day, at)),
    ...(await tasksOf(tx, hall, day)),
    ...(await skippedOnes(tx, hall, day, at)),
    ...(await checksAsked(bureau, tx, hall, day, rows)),
  ]
}

type At = (terminal: number) => { terminal: TerminalNo; window: WindowNo | null }

/** Nothing was heard since the hall closed, or lately while it is open. One that never sent anything has nothing to send. */
function silentOnes({ known, now }: Bureau, hall: string, day: Day, terminals: readonly Terminal[]): CloseQuestion[] {
  const closing = closesAt(day, known.halls.get(hall)?.closesAt)
  const lately = new Date(now().getTime() - SILENT_MS).toISOString()
  const since = lately < closing ? lately : closing
  const gone = addDays(day, -GONE_DAYS)
  return terminals.flatMap(({ no, window, stopped, heard_at, taken }): CloseQuestion[] => {
    const which = { terminal: no as TerminalNo, window: window as WindowNo | null }
    if (stopped !== null)
      return heard_at !== null && dayOf(heard_at) >= day ? [{ is: 'stopped' as const, ...which }] : []
    if (taken === 0 || (heard_at !== null && (heard_at >= since || dayOf(heard_at) < gone))) return []
    return [{ is: 'silent' as const, ...which, heardAt: heard_at as Instant | null }]
  })
}

async function waitingOnes(tx: Tx, hall: string, terminals: readonly Terminal[], at: At): Promise<CloseQuestion[]> {
  const { rows } = await sql<{ terminal: number; n: number }>`
    select terminal, count(distinct seq) as n from waiting where hall = ${hall} group by terminal`.execute(tx)
  const waiting = new Map(rows.map(({ terminal, n }) => [terminal, Number(n)]))
  for (const { no, taken, judged_seq } of terminals)
    if (taken > judged_seq) waiting.set(no, (waiting.get(no) ?? 0) + taken - judged_seq)
  return [...waiting]
    .toSorted(([a], [b]) => a - b)
    .map(([terminal, records]) => ({ is: 'waiting', ...at(terminal), records }))
}

async function oddClocks(tx: Tx, hall: string, day: Day, at: At): Promise<CloseQuestion[]> {
  const rows = await tx
    .selectFrom('odd_clocks')
    .selectAll()
    .where('hall', '=', hall)
    .where('day', '=', day)
    .orderBy('terminal')
    .execute()
  return rows.map(({ terminal, records, worst_ms }) => ({
    is: 'clock',
    ...at(terminal),
    records,
    minutes: Math.round(worst_ms / 60_000),
  }))
}

/** Acts of the day that were refused, and what of the day is not put right yet. */
async function tasksOf(tx: Tx, hall: string, day: Day): Promise<CloseQuestion[]> {
  const [from, to] = [closesAt(addDays(day, -1), undefined), closesAt(day, undefined)]
  const rows = await tx
    .selectFrom('tasks')
    .selectAll()
    .where('hall', '=', hall)
    .where((eb) =>
      eb.or([eb('day', '=', day), eb.and([eb('day', 'is', null), eb('since', '>=', from), eb('since', '<', to)])]),
    )
    .where((eb) => eb.or([eb('kind', '=', 'refused'), eb('settled', 'is', null)]))
    .where('kind', '<>', 'deadlineMoved')
    .orderBy('since')
    .orderBy('id')
    .execute()
  const all = rows.map((row): CloseQuestion => {
    const about = {
      case: row.case_id as CaseId,
      number: row.number as PrintedNumber | null,
      type: row.event_type,
      person: row.to_person as PersonId,
    }
    return row.kind === 'refused' ? { is: 'refused', ...about } : { is: 'task', kind: row.kind, ...about }
  })
  return listed('task', all)
}

async function skippedOnes(tx: Tx, hall: string, day: Day, at: At): Promise<CloseQuestion[]> {
  const rows = await tx
    .selectFrom('skipped_numbers')
    .selectAll()
    .where('hall', '=', hall)
    .where('day', '=', day)
    .orderBy('terminal')
    .orderBy('first')
    .execute()
  const number = (terminal: number, serial: number) => makeNumber(terminal, serial) as string as PrintedNumber
  const all = rows.map(({ terminal, first, last }) => ({
    is: 'skipped' as const,
    ...at(terminal),
    first: number(terminal, first),
    last: number(terminal, last),
    count: last - first + 1,
  }))
  return listed('skipped', all)
}

/** 日清: a window that did something owes one, even, and made after the last of it. */
async function checksAsked(
  bureau: Bureau,
  tx: Tx,
  hall: string,
  day: Day,
  rows: readonly CloseRow[],
): Promise<CloseQuestion[]> {
  const checks = new Map((await standingChecks(bureau, tx, hall, day)).map((check) => [check.window, check]))
  return rows.flatMap(({ window, counts }): CloseQuestion[] => {
    if (window === null) return []
    const signed = checks.get(window)
    if (signed === undefined) return [{ is: 'checkMissing', window }]
    const { piles: counted, remark } = signed.check
    return [
      ...(differing(counted).length > 0 ? [{ is: 'checkDiffers' as const, window, remark }] : []),
      ...(isOlder(signed, counts) ? [{ is: 'checkOlder' as const, window }] : []),
    ]
  })
}

function isOlder({ check }: SignedCheck, counts: CloseRow['counts']): boolean {
  const all = Object.fromEntries(figures.map((figure) => [figure, counts[figure] ?? 0])) as Record<Figure, number>
  const program = programCounts(all)
  return piles.some((pile) => check.piles[pile].program !== program[pile])
}
