/** Whether what comes back of a case still waits for somebody: told by all cases of its applicant that the cache holds. */
import type { Case } from '../../shared/case/case.ts'
import { isStillDue } from '../../shared/recurrence/due-again.ts'
import type { OpenDesk } from './open-desk.ts'
import { openCase } from './read-before.ts'

export async function isStillAwaited(
  desk: Pick<OpenDesk, 'db' | 'sealer' | 'names' | 'books'>,
  kase: Case,
  hashes: readonly string[],
): Promise<boolean> {
  const itemOf = (each: Case) => desk.books.itemOf(each.item, each.editions.catalogue)
  if (!isStillDue(kase, [], itemOf)) return false
  const ids = [...new Set(hashes.flatMap((hash) => desk.names.withHash(hash)))].filter((id) => id !== kase.id)
  const rows = (await desk.db.cases.bulkGet(ids)).filter((row) => row !== undefined)
  const contents = await Promise.all(rows.map((row) => openCase(desk.sealer, row)))
  return isStillDue(
    kase,
    contents.flatMap(({ base, top }) => top ?? base ?? []),
    itemOf,
  )
}
