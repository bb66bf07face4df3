/** Judging: in the order in which records came, in transactions of bounded size. Everybody locks the terminals' rows first, then the hall's. */
import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import { RecordBody } from '../shared/record/record.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { inOneGo, type Send } from './in-one-go.ts'
import { Run, type SentAct, type SentNote } from './run.ts'
import type { Schema } from './schema.ts'

const BATCH = 500
/** After so many acts what nothing later changes is sent, and the database writes it while the next are judged. */
const SLICE = 40
/** A statement leaves when the one before is answered, and that is seen whenever this process looks up. */
const BREATH = 5

/** Records that this process has just taken and read, by seq: they need not be read again. Undefined: no program here can read it. */
export type AtHand = ReadonlyMap<number, RecordBody | undefined>

/** Judges what a terminal has sent and nobody judged yet, and what waited for it. Gives how many of its records were judged. */
export async function judgeTerminal(bureau: Bureau, terminal: number, atHand: AtHand = new Map()): Promise<number> {
  let total = 0
  for (;;) {
    const { judged, frees } = await bureau.db
      .transaction()
      .execute((tx) => inOneGo((send) => judgeBatch(bureau, tx, send, terminal, atHand)))
    total += judged
    if (frees !== null) await judgeWaiting(bureau, frees)
    if (judged < BATCH) return total
  }
}

/** Judges everything left over on all terminals: at start, and after something was published. */
export async function judgeAll(bureau: Bureau): Promise<number> {
  const behind = await bureau.db.selectFrom('terminals').select('no').whereRef('judged_seq', '<', 'taken').execute()
  let total = 0
  for (const hall of bureau.known.halls.keys()) total += await judgeWaiting(bureau, hall)
  for (const { no } of behind) total += await judgeTerminal(bureau, no)
  return total
}

async function judgeBatch(
  bureau: Bureau,
  tx: Tx,
  send: Send,
  terminal: number,
  atHand: AtHand,
): Promise<{ judged: number; frees: string | null }> {
  if (bureau.known.calendar === null) return { judged: 0, frees: null }
  const row = await lockTerminal(tx, terminal)
  const first = row.judged_seq + 1
  const last = Math.min(row.taken, row.judged_seq + BATCH)
  if (last < first) return { judged: 0, frees: null }
  const at = await lockHall(tx, row.hall)
  const sent = await recordsOf(bureau, tx, terminal, first, last, atHand)
  const run = new Run(bureau, tx, { hall: row.hall, ...at }, new Map([[terminal, row.judged]]))
  await run.load(readable(sent))
  for (const [index, each] of sent.entries()) {
    if (index > 0 && index % SLICE === 0) await run.sendSettled(send)
    if (index % BREATH === 0) await turn()
    put(run, each)
  }
  await run.write(send)
  const judged = run.judged.get(terminal) ?? row.judged
  await send(tx.updateTable('terminals').set({ judged_seq: last, judged }).where('no', '=', terminal).execute())
  return { judged: sent.length, frees: run.frees ? row.hall : null }
}

type Sent = { terminal: number; seq: number; record: RecordBody | undefined }

/** Those that some program here can read. */
function readable(sent: readonly Sent[]): (SentAct | SentNote)[] {
  return sent.flatMap(({ terminal, seq, record }) =>
    record === undefined ? [] : record.kind === 'act' ? { terminal, seq, record } : { terminal, seq, record },
  )
}

function put(run: Run, { terminal, seq, record }: Sent): void {
  if (record === undefined) run.unreadable(terminal, seq)
  else if (record.kind === 'act') run.act({ terminal, seq, record })
  else run.note({ terminal, seq, record })
}

/** Judges again what waits in a hall, in the order in which it came, until nothing more can be settled. With `patient`
 *  false, acts no longer wait for events that the bureau never got. Gives how many were settled. */
export async function judgeWaiting(bureau: Bureau, hall: string, patient = true): Promise<number> {
  let total = 0
  for (let settled = 1; settled > 0; total += settled) {
    settled = 0
    for (let from = 0; ; ) {
      const chunk = await bureau.db
        .transaction()
        .execute((tx) => inOneGo((send) => judgeChunk(bureau, tx, send, hall, from, patient)))
      settled += chunk.settled
      if (chunk.last === null) break
      from = chunk.last
    }
  }
  return total
}

async function judgeChunk(
  bureau: Bureau,
  tx: Tx,
  send: Send,
  hall: string,
  from: number,
  patient: boolean,
): Promise<{ settled: number; last: number | null }> {
  const next = () =>
    tx
      .selectFrom('waiting')
      .selectAll()
      .where('hall', '=', hall)
      .where('no', '>', from)
      .orderBy('no')
      .limit(BATCH)
      .execute()
  const peeked = await next()
  const terminals = [...new Set(peeked.map((row) => row.terminal))].toSorted((a, b) => a - b)
  if (terminals.length === 0 || bureau.known.calendar === null) return { settled: 0, last: null }
  const judged = new Map<number, number>()
  for (const terminal of terminals) judged.set(terminal, (await lockTerminal(tx, terminal)).judged)
  const at = await lockHall(tx, hall)

  // What came in meanwhile from other terminals is for the next chunk.
  const rows = (await next()).filter((row) => judged.has(row.terminal))
  const run = new Run(bureau, tx, { hall, ...at }, judged, patient)
  const sent = await readWaiting(bureau, tx, rows)
  await run.load(readable(sent), rows[0]?.no)
  let settled = 0
  for (const each of sent) {
    const { record, unread, blocks } = each
    if (record === undefined) continue
    if (!unread && record.kind === 'act' && run.again({ ...each, record }, blocks).waits !== null) continue
    settled += 1
    await tx.deleteFrom('waiting').where('terminal', '=', each.terminal).where('seq', '=', each.seq).execute()
    if (unread) put(run, each)
  }
  await run.write(send)
  for (const [no, count] of run.judged)
    await tx.updateTable('terminals').set({ judged: count }).where('no', '=', no).execute()
  return { settled, last: peeked.at(-1)?.no ?? null }
}

/** The records behind waiting rows, each once, in order; `unread` are those no program could read so far. */
async function readWaiting(bureau: Bureau, tx: Tx, rows: readonly WaitingRow[]) {
  const keys = new Map(rows.map((row) => [`${row.terminal} ${row.seq}`, row]))
  const sent: (Sent & { unread: boolean; blocks: boolean })[] = []
  for (const { terminal, seq, case_id, blocks } of keys.values())
    for (const each of await recordsOf(bureau, tx, terminal, seq, seq, new Map()))
      sent.push({ ...each, unread: case_id === '', blocks })
  return sent
}
type WaitingRow = Pick<Schema['waiting'], 'terminal' | 'seq' | 'case_id' | 'blocks'>

async function lockTerminal(tx: Tx, no: number) {
  return tx.selectFrom('terminals').selectAll().where('no', '=', no).forUpdate().executeTakeFirstOrThrow()
}

/** Nothing is judged, and no day closed, in the hall meanwhile. Gives the last day that was closed, and the last position. */
export async function lockHall(tx: Tx, hall: string): Promise<{ closedTo: string; position: number }> {
  const row = await tx
    .selectFrom('halls')
    .select(['closed_to', 'position'])
    .where('id', '=', hall)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { closedTo: row.closed_to, position: row.position }
}

/** A terminal's records from `first` to `last`, as they were taken. */
async function recordsOf(
  { sealer }: Bureau,
  tx: Tx,
  terminal: number,
  first: number,
  last: number,
  atHand: AtHand,
): Promise<Sent[]> {
  const near: Sent[] = []
  for (let seq = first; seq <= last && atHand.has(seq); seq += 1) near.push({ terminal, seq, record: atHand.get(seq) })
  if (near.length === last - first + 1) return near
  const { rows } = await sql<{ seq: number; body: Uint8Array }>`
    select seq, body from records where terminal = ${terminal} and seq between ${first} and ${last} order by seq`.execute(
    tx,
  )
  return rows.map(({ seq, body }) => ({ terminal, seq, record: readRecord(sealer.open(body)) }))
}

/** Undefined for what this program cannot read: another program's, or no record at all. */
export function readRecord(bytes: Buffer): RecordBody | undefined {
  try {
    return RecordBody.safeParse(JSON.parse(bytes.toString('utf8'))).data
  } catch {
    return undefined
  }
}
