/** 到期复核: what was granted and comes back, read along its index; what a later case has taken up is left out. */
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type DueAgain, dueAgain } from '../../shared/recurrence/due-again.ts'
import type { CaseRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { againQueue, caseOf, noFilter, queueRange } from './queue-keys.ts'
import { openCase } from './read-before.ts'

/** More than this many at once are worked off before the rest is shown. */
export const MOST_DUE = 300
/** What was taken up stands in the list too until it leaves: so many rows are looked through, some at a time. */
const MOST_READ = 3000
const STRETCH = 300

/** All rows are read before the first is opened: who applied is told by the keyed hashes in memory. */
export async function readDueAgain(cache: DeskCache, today: Day): Promise<DueAgain[]> {
  const { lower, upper } = queueRange(againQueue, noFilter, { before: addDays(today, 1) })
  const found = cache.tables.cases.where('queue').between(lower, upper).limit(MOST_READ)
  const ids = [...new Set(((await found.keys()) as string[]).map(caseOf))]
  const theirs = new Map(ids.map((id) => [id, ofTheSameNumbers(cache, id)]))
  const all = [...new Set([...theirs.values()].flat())]
  const rows = new Map(
    (await cache.tables.cases.bulkGet(all)).flatMap((row) => (row === undefined ? [] : [[row.id, row]])),
  )
  const itemOf = (kase: Case) => cache.books.itemOf(kase.item, kase.editions.catalogue)
  const due: DueAgain[] = []
  for (let at = 0; at < ids.length && due.length < MOST_DUE; at += STRETCH) {
    const listed = new Set(ids.slice(at, at + STRETCH))
    const near = new Set([...listed].flatMap((id) => theirs.get(id) ?? []))
    const known = await opened(
      cache,
      [...near].flatMap((id) => rows.get(id) ?? []),
    )
    due.push(...dueAgain(known, itemOf, today).filter(({ kase }) => listed.has(kase.id)))
  }
  return due.toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}

/** The case itself, and every other that a number of it stands in. */
function ofTheSameNumbers({ names }: DeskCache, id: CaseId): CaseId[] {
  return [...new Set([id, ...(names.get(id)?.hashes ?? []).flatMap((hash) => names.withHash(hash))])]
}

/** The cases that share a number with this one, itself included; none for one that is past taking promises. */
export async function casesBeside(cache: DeskCache, { id, status }: Pick<Case, 'id' | 'status'>): Promise<Case[]> {
  if (status !== 'received') return []
  const rows = await cache.tables.cases.bulkGet(ofTheSameNumbers(cache, id))
  return opened(
    cache,
    rows.flatMap((row) => row ?? []),
  )
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
