/** Figures follow how they are defined: where that has changed since they were counted, they are counted anew from the events. */
import type { Bureau } from './bureau.ts'
import { recount } from './recount.ts'

/** One more with every change of what counts (shared/report/lines.ts), of where sums are kept, and of what a case remembers; not where
 *  a migration carries over all that was counted, as it is. */
export const RULES = '4'

/** Counts every hall anew, once, before anything more is judged. */
export async function countAnew(bureau: Bureau): Promise<void> {
  const { db, log, known } = bureau
  const counted = await db.selectFrom('meta').select('value').where('key', '=', 'figures').executeTakeFirst()
  if (counted?.value === RULES) return
  for (const hall of known.halls.keys()) {
    const { cases, lines } = await recount(bureau, hall)
    log.info({ hall, cases, lines }, 'the figures were counted anew')
  }
  await db
    .insertInto('meta')
    .values({ key: 'figures', value: RULES })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: RULES }))
    .execute()
}
