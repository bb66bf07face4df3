/** Projections made anew from the events, when somebody wants to be sure. */
import { sql } from 'kysely'
import { apply } from '../shared/case/apply.ts'
import type { Case } from '../shared/case/case.ts'
import { AnyEvent } from '../shared/case/event.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { lockHall } from './judging.ts'
import { Counting, caseRow, writeCases } from './projections.ts'

const CHUNK = 300

/** Makes every case and every figure of a hall anew from its events. Gives how many rows were not as they are now. Nothing is
 *  judged in the hall meanwhile. */
export async function recount(
  bureau: Bureau,
  hall: string,
): Promise<{ cases: number; counts: number; differed: number }> {
  return bureau.db.transaction().execute(async (tx) => {
    await lockHall(tx, hall)
    const counting = new Counting(hall, bureau.known)
    let [cases, differed] = [0, 0]
    for (let from = ''; ; ) {
      const { kases, last } = await replayed(bureau, tx, hall, from, counting)
      if (last === undefined) break
      from = last
      cases += kases.length
      differed += await differing(bureau, tx, hall, kases)
      await writeCases(
        tx,
        kases.map((kase) => caseRow(bureau, hall, kase)),
      )
    }
    const kept = await tx.selectFrom('counts').selectAll().where('hall', '=', hall).execute()
    const texts = new Set(kept.map(written))
    differed += counting.rows.filter((row) => !texts.has(written(row))).length
    await tx.deleteFrom('counts').where('hall', '=', hall).execute()
    await counting.write(tx)
    return { cases, counts: counting.rows.length, differed }
  })
}

/** The next cases after `from`, by their ids, each lived again; their figures are counted on the way. */
async function replayed(bureau: Bureau, tx: Tx, hall: string, from: string, counting: Counting) {
  const { rows } = await sql<{ case_id: string; body: Uint8Array }>`
    select case_id, body from events where hall = ${hall} and case_id in (
      select distinct case_id from events where hall = ${hall} and case_id > ${from} order by case_id limit ${CHUNK})
    order by case_id, position`.execute(tx)
  const kases = new Map<string, Case>()
  for (const row of rows) {
    const event = AnyEvent.parse(bureau.sealer.openJson(row.body))
    const after = apply(kases.get(row.case_id), event)
    if (after !== undefined) kases.set(row.case_id, after)
    counting.add([{ event, after }])
  }
  return { kases: [...kases.values()], last: rows.at(-1)?.case_id }
}

async function differing(bureau: Bureau, tx: Tx, hall: string, kases: readonly Case[]): Promise<number> {
  const ids = kases.map((kase) => kase.id as string)
  const { rows } = await sql<{ id: string; body: Uint8Array }>`
    select id, body from cases where hall = ${hall} and id = any(${ids}::text[])`.execute(tx)
  const kept = new Map(rows.map((row) => [row.id, JSON.stringify(bureau.sealer.openJson(row.body))]))
  return kases.filter((kase) => kept.get(kase.id) !== JSON.stringify(kase)).length
}

function written(row: object): string {
  return JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
