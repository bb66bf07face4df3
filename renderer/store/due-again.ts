/** 到期复核: what was granted and comes back, read along its index; what a later case has taken up is left out. */
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type DueAgain, dueAgain } from '../../shared/recurrence/due-again.ts'
import type { DeskCache } from './desk-cache.ts'
import { againQueue, caseOf, noFilter, queueRange } from './queue-keys.ts'
import { openCase } from './read-before.ts'
import { hashKey } from './seal.ts'

/** More than this many at once are worked off before the rest is shown. */
export const MOST_DUE = 300

export async function readDueAgain(cache: DeskCache, today: Day): Promise<DueAgain[]> {
  const { cases } = cache.tables
  const { lower, upper } = queueRange(againQueue, noFilter, { before: addDays(today, 1) })
  const keys = (await cases.where('queue').between(lower, upper).limit(MOST_DUE).keys()) as unknown as string[]
  const listed = await opened(cache, [...new Set(keys.map(caseOf))])
  const hashes = await Promise.all(
    [...new Set(listed.map((kase) => kase.applicant.idNo))].map(async (number) =>
      hashKey('applicant', await cache.opener.hash(number)),
    ),
  )
  const theirs = (await cases.where('hashes').anyOf(hashes).primaryKeys()) as CaseId[]
  const known = new Map([...listed, ...(await opened(cache, theirs))].map((kase) => [kase.id, kase]))
  return dueAgain([...known.values()], (kase) => cache.books.itemOf(kase.item, kase.editions.catalogue), today)
}

/** A case of this terminal's cache, as it stands with its own acts. */
export async function readCase(cache: DeskCache, id: CaseId): Promise<Case | undefined> {
  return (await opened(cache, [id]))[0]
}

async function opened(cache: DeskCache, ids: readonly CaseId[]): Promise<Case[]> {
  const rows = (await cache.tables.cases.bulkGet([...ids])).filter((row) => row !== undefined)
  const contents = await Promise.all(rows.map((row) => openCase(cache.opener, row)))
  return contents.flatMap(({ base, top }) => top ?? base ?? [])
}
