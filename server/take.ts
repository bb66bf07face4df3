/** Taking: signature, seq and hash are right, so the bytes are stored, whatever they say. Then what was taken is judged. */
import { sql } from 'kysely'
import type { SentRecord, Taken } from '../shared/contract/routes.ts'
import type { RecordBody } from '../shared/record/record.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import { follow } from './follow.ts'
import { inOneGo } from './in-one-go.ts'
import { type AtHand, judgeTerminal, readRecord } from './judging.ts'

/** Takes a batch. Known records get their first answer again; a gap is answered with what is expected; other content stops the terminal. */
export async function take(bureau: Bureau, terminal: number, sent: readonly SentRecord[]): Promise<Taken> {
  return (await takeBatch(bureau, terminal, sent)).taken
}

/** Takes a batch and judges it. What goes wrong in judging is judged at the next occasion: taken is taken. */
export async function receive(bureau: Bureau, terminal: number, sent: readonly SentRecord[]): Promise<Taken> {
  const { taken, fresh, behind } = await takeBatch(bureau, terminal, sent)
  if (fresh.size === 0 && !behind) return taken
  try {
    await judgeTerminal(bureau, terminal, fresh)
  } catch (error) {
    bureau.log.error({ terminal, error: String(error) }, 'what was taken could not be judged yet')
  }
  return taken
}

type TakenBatch = { taken: Taken; fresh: AtHand; behind: boolean }

function takeBatch(bureau: Bureau, terminal: number, sent: readonly SentRecord[]): Promise<TakenBatch> {
  const { db, sealer, log, now } = bureau
  return db.transaction().execute((tx) =>
    inOneGo(async (send) => {
      const row = await tx
        .selectFrom('terminals')
        .select(['taken', 'digest', 'judged_seq', 'backed_up'])
        .where('no', '=', terminal)
        .forUpdate()
        .executeTakeFirstOrThrow()
      const hashes = await hashesOf(
        tx,
        terminal,
        sent.filter((each) => each.seq <= row.taken).map((each) => each.seq),
      )
      const { taken, digest, fresh, problem } = follow(row, sent, (seq) => hashes.get(seq))
      if (problem?.what === 'differs') {
        const stopped = `other content under record ${problem.seq}`
        await tx.updateTable('terminals').set({ stopped }).where('no', '=', terminal).execute()
        log.error({ terminal, seq: problem.seq }, 'a terminal sent other content under a known number; it is stopped')
      }
      const read = new Map<number, RecordBody | undefined>()
      if (fresh.length > 0) {
        const taken_at = now().toISOString()
        const rows = fresh.map(({ seq, hash, bytes }) => ({ terminal, seq, hash, body: sealer.seal(bytes), taken_at }))
        await send(insertMany(tx, 'records', rows))
        await send(tx.updateTable('terminals').set({ taken, digest }).where('no', '=', terminal).execute())
        // They are judged next, and can be read while the database writes them.
        for (const { seq, bytes } of fresh) read.set(seq, readRecord(bytes))
      }
      return {
        taken: { taken, digest, incarnation: bureau.incarnation, backedUp: row.backed_up, problem },
        fresh: read,
        behind: row.judged_seq < row.taken,
      }
    }),
  )
}

async function hashesOf(tx: Tx, terminal: number, seqs: readonly number[]): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map()
  const { rows } = await sql<{ seq: number; hash: string }>`
    select seq, hash from records where terminal = ${terminal} and seq = any(${seqs}::bigint[])`.execute(tx)
  return new Map(rows.map(({ seq, hash }) => [seq, hash]))
}

/** What the bureau has of a terminal. */
export async function mark(bureau: Bureau, terminal: number): Promise<Taken> {
  const { taken, digest, backed_up } = await bureau.db
    .selectFrom('terminals')
    .select(['taken', 'digest', 'backed_up'])
    .where('no', '=', terminal)
    .executeTakeFirstOrThrow()
  return { taken, digest, incarnation: bureau.incarnation, backedUp: backed_up, problem: null }
}
