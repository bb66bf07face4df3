/** Taking: signature, seq and hash are right, so the bytes are stored, whatever they say. */
import type { SentRecord, Taken } from '../shared/contract/routes.ts'
import type { Bureau } from './bureau.ts'
import { follow } from './follow.ts'

/** Takes a batch. Known records get their first answer again; a gap is answered with what is expected; other content stops the terminal. */
export async function take(bureau: Bureau, terminal: number, sent: readonly SentRecord[]): Promise<Taken> {
  const { db, sealer, log } = bureau
  return db.transaction().execute(async (tx) => {
    // The terminal's row first, then its hall's: everybody locks in this order.
    const row = await tx
      .selectFrom('terminals')
      .selectAll()
      .where('no', '=', terminal)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const before = sent.filter((each) => each.seq <= row.taken).map((each) => each.seq)
    const known =
      before.length === 0
        ? []
        : await tx
            .selectFrom('records')
            .select(['seq', 'hash'])
            .where('terminal', '=', terminal)
            .where('seq', 'in', before)
            .execute()
    const hashes = new Map(known.map((each) => [Number(each.seq), each.hash]))
    const { taken, digest, fresh, problem } = follow({ taken: Number(row.taken), digest: row.digest }, sent, (seq) =>
      hashes.get(seq),
    )
    if (problem?.what === 'differs') {
      await tx
        .updateTable('terminals')
        .set({ stopped: `other content under record ${problem.seq}` })
        .where('no', '=', terminal)
        .execute()
      log.error({ terminal, seq: problem.seq }, 'a terminal sent other content under a known number; it is stopped')
    }
    if (fresh.length > 0) {
      const takenAt = bureau.now().toISOString()
      const rows = fresh.map(({ seq, hash, bytes }) => ({
        terminal,
        seq,
        hash,
        body: sealer.seal(bytes),
        taken_at: takenAt,
      }))
      await tx.insertInto('records').values(rows).execute()
      await tx.updateTable('terminals').set({ taken, digest }).where('no', '=', terminal).execute()
    }
    return answer(bureau, { taken, digest, backed_up: row.backed_up }, problem)
  })
}

function answer(
  bureau: Bureau,
  row: { taken: number; digest: string; backed_up: number },
  problem: Taken['problem'],
): Taken {
  return {
    taken: Number(row.taken),
    digest: row.digest,
    incarnation: bureau.incarnation,
    backedUp: Number(row.backed_up),
    problem,
  }
}

/** What the bureau has of a terminal. */
export async function mark(bureau: Bureau, terminal: number): Promise<Taken> {
  const row = await bureau.db.selectFrom('terminals').selectAll().where('no', '=', terminal).executeTakeFirstOrThrow()
  return answer(bureau, row, null)
}
