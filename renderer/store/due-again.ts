/** 到期复核: what was granted and comes back, read along its index; what a later case has taken up is left out. */
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type DueAgain, dueAgain } from '../../shared/recurrence/due-again.ts'
import type { CaseRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { againQueue, caseOf, noFilter, placeOf, queueRange } from './queue-keys.ts'
import { openCase } from './read-before.ts'

/** More than this many at once are worked off before the rest is shown. */
export const MOST_DUE = 300
const STRETCH = 300

/** Read on along the list until so many wait: what was taken up stands in it too until it leaves. */
export async function readDueAgain(cache: DeskCache, today: Day): Promise<DueAgain[]> {
  const found = new Map<string, DueAgain>()
  let after: string | undefined
  while (found.size < MOST_DUE) {
    const keys = await keysAfter(cache, today, after)
    for (const entry of await dueAmong(cache, [...new Set(keys.map(caseOf))], today))
      found.set(`${entry.kase.id} ${entry.key}`, entry)
    if (keys.length < STRETCH) break
    after = placeOf(keys.at(-1)!)
  }
  return [...found.values()].toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}

async function keysAfter({ tables }: DeskCache, today: Day, after: string | undefined): Promise<string[]> {
  const { lower, upper, openLower } = queueRange(againQueue, noFilter, { before: addDays(today, 1), after })
  return (await tables.cases.where('queue').between(lower, upper, !openLower).limit(STRETCH).keys()) as string[]
}

/** What of these cases is due: all rows are read before the first is opened, as who applied is told by the keyed hashes in memory. */
async function dueAmong(cache: DeskCache, ids: readonly CaseId[], today: Day): Promise<DueAgain[]> {
  const hashes = new Set(ids.flatMap((id) => cache.names.get(id)?.hashes ?? []))
  const theirs = new Set([...ids, ...[...hashes].flatMap((hash) => cache.names.withHash(hash))])
  const rows = (await cache.tables.cases.bulkGet([...theirs])).filter((row) => row !== undefined)
  const known = await opened(cache, rows)
  const listed = new Set(ids)
  const itemOf = (kase: Case) => cache.books.itemOf(kase.item, kase.editions.catalogue)
  return dueAgain(known, itemOf, today).filter(({ kase }) => listed.has(kase.id))
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
