/** A case as a reader asks for it by its id: there for its hall, and where it is sealed for the offices that handle it. */
import type { Bureau } from './bureau.ts'
import { hiddenFrom } from './scope.ts'

export type CaseReader = { hall: string; offices: readonly string[] }

/** Undefined where there is none, and where this reader may not learn that there is one. `body` is sealed. */
export async function readableCase(
  { db, known }: Pick<Bureau, 'db' | 'known'>,
  { hall, offices }: CaseReader,
  id: string,
): Promise<{ body: Buffer } | undefined> {
  const row = await db
    .selectFrom('cases')
    .select(['item', 'body'])
    .where('hall', '=', hall)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined || hiddenFrom(offices, known).includes(row.item) ? undefined : row
}
