/** The running cases of a hall, opened a few at a time: concluded ones are never looked at. */
import type { Case } from '../shared/case/case.ts'
import type { Bureau } from './bureau.ts'
import type { Database, Tx } from './database.ts'

const CHUNK = 300

/** The next some hundred after an id, by id; decided ones that wait to be handed over run too. */
export async function runningCases(
  { sealer }: Pick<Bureau, 'sealer'>,
  db: Database | Tx,
  hall: string,
  from: string,
): Promise<{ kase: Case; due: string | null; inHand: boolean }[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['due', 'in_hand', 'body'])
    .where('hall', '=', hall)
    .where('status', '<>', 'closed')
    .where('id', '>', from)
    .orderBy('id')
    .limit(CHUNK)
    .execute()
  return rows.map(({ due, in_hand, body }) => ({ kase: sealer.openJson(body) as Case, due, inHand: in_hand }))
}

/** Every running case of a hall in turn. */
export async function* everyRunningCase(bureau: Bureau, hall: string): AsyncGenerator<Case> {
  for (let from = ''; ; ) {
    const part = await runningCases(bureau, bureau.db, hall, from)
    for (const { kase } of part) yield kase
    const last = part.at(-1)?.kase.id
    if (last === undefined) return
    from = last
  }
}
