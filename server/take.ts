/** Taking: signature, seq and hash are right, so the bytes are stored, whatever they say. */
import type { SentRecord, Taken } from '../shared/contract/routes.ts'
import type { Bureau } from './bureau.ts'
import { chain } from './seal.ts'

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
    let { taken, digest } = row
    let problem: Taken['problem'] = null
    const sorted = sent.toSorted((a, b) => a.seq - b.seq)
    const before = sorted.filter((each) => each.seq <= taken)
    if (before.length > 0) {
      const known = await tx
        .selectFrom('records')
        .select(['seq', 'hash'])
        .where('terminal', '=', terminal)
        .where(
          'seq',
          'in',
          before.map((each) => each.seq),
        )
        .execute()
      const hashes = new Map(known.map((each) => [Number(each.seq), each.hash]))
      const other = before.find((each) => hashes.has(each.seq) && hashes.get(each.seq) !== each.hash)
      if (other !== undefined) {
        await tx
          .updateTable('terminals')
          .set({ stopped: `other content under record ${other.seq}` })
          .where('no', '=', terminal)
          .execute()
        log.error({ terminal, seq: other.seq }, 'a terminal sent other content under a known number; it is stopped')
        return answer(bureau, { ...row, taken, digest }, { what: 'differs', seq: other.seq })
      }
    }
    const fresh: { terminal: number; seq: number; hash: string; body: Buffer; taken_at: string }[] = []
    const takenAt = bureau.now().toISOString()
    for (const each of sorted) {
      if (each.seq <= taken) continue
      if (each.seq !== taken + 1) {
        problem = { what: 'expected', seq: taken + 1 }
        break
      }
      const bytes = Buffer.from(each.body, 'base64')
      const hash = chain(digest, bytes)
      if (hash !== each.hash) {
        problem = { what: 'badRecord', seq: each.seq, why: 'the hash does not follow from the record before' }
        break
      }
      fresh.push({ terminal, seq: each.seq, hash, body: sealer.seal(bytes), taken_at: takenAt })
      taken = each.seq
      digest = hash
    }
    if (fresh.length > 0) {
      await tx.insertInto('records').values(fresh).execute()
      await tx.updateTable('terminals').set({ taken, digest }).where('no', '=', terminal).execute()
    }
    return answer(bureau, { ...row, taken, digest }, problem)
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
  return answer(
    bureau,
    await bureau.db.selectFrom('terminals').selectAll().where('no', '=', terminal).executeTakeFirstOrThrow(),
    null,
  )
}
