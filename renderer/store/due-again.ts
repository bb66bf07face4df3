/** 到期复核: what was granted and comes back, read along its index; what a later case has taken up is left out. */
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type DueAgain, dueAgain } from '../../shared/recurrence/due-again.ts'
import type { CaseRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { againQueue, noFilter, queueRange } from './queue-keys.ts'
import { openCase } from './read-before.ts'

/** More than this many at once are worked off before the rest is shown. */
export const MOST_DUE = 300

/** All rows are read before the first is opened: who applied is told by the keyed hashes in memory. */
export async function readDueAgain(cache: DeskCache, today: Day): Promise<DueAgain[]> {
  const { cases } = cache.tables
  const { lower, upper } = queueRange(againQueue, noFilter, { before: addDays(today, 1) })
  const listed = await cases.where('queue').between(lower, upper).limit(MOST_DUE).toArray()
  const hashes = new Set(listed.flatMap(({ id }) => cache.names.get(id)?.hashes ?? []))
  const theirs = [...new Set([...hashes].flatMap((hash) => cache.names.withHash(hash)))]
  const others = (await cases.bulkGet(theirs)).filter((row) => row !== undefined)
  const rows = new Map([...listed, ...others].map((row) => [row.id, row]))
  const known = await opened(cache, [...rows.values()])
  return dueAgain(known, (kase) => cache.books.itemOf(kase.item, kase.editions.catalogue), today)
}

/** A case of this terminal's cache, as it stands with its own acts. */
export async function readCase(cache: DeskCache, id: CaseId): Promise<Case | undefined> {
  const row = await cache.tables.cases.get(id)
  return row === undefined ? undefined : (await opened(cache, [row]))[0]
}

async function opened(cache: DeskCache, rows: readonly CaseRow[]): Promise<Case[]> {
  const { opener } = cache
  const contents = await Promise.all(rows.map((row) => openCase(opener, row)))
  return contents.flatMap(({ base, top }) => top ?? base ?? [])
}
