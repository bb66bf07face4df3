/** One page of a list, read along its index: never a whole table, whatever it holds. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { CaseRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { caseOf, counterOf, countersIn, placeOf, type Queue, type QueueFilter, queueRange } from './queue-keys.ts'
import { openCase, openOwn } from './read-before.ts'

export type QueueQuery = {
  queues: readonly Queue[]
  filter: QueueFilter
  /** Only what was due before this day. */
  before?: Day | undefined
  /** The place of the last row of the page before. */
  after: string | undefined
  limit: number
}

export type ListedCase = { kase: Case; unconfirmed: boolean; conflict: boolean }
/** `next` is undefined on the last page. */
export type QueuePage = { cases: ListedCase[]; next: string | undefined }

/** The next page of the lists together, most urgent first, each case once. */
export async function readQueuePage(cache: DeskCache, query: QueueQuery): Promise<QueuePage> {
  const places = await nextPlaces(cache, query)
  const page = places.slice(0, query.limit)
  const rows = await cache.tables.cases.bulkGet(page.map(caseOf))
  const cases = await openListed(
    cache,
    rows.filter((row) => row !== undefined),
  )
  return { cases, next: places.length > query.limit ? page.at(-1) : undefined }
}

/** The next places of all lists in one order; one more than a page, so that the end is known. */
async function nextPlaces(cache: DeskCache, { queues, filter, after, before, limit }: QueueQuery): Promise<string[]> {
  const walks = await Promise.all(
    queues.map((queue) => {
      const { lower, upper, openLower } = queueRange(queue, filter, { after, before })
      return cache.tables.cases
        .where('queue')
        .between(lower, upper, !openLower, true)
        .limit(limit + 1)
        .keys()
    }),
  )
  const places = (walks.flat() as string[]).map(placeOf)
  return [...new Set(places)].toSorted().slice(0, limit + 1)
}

/** The cases of some ids that wait in these lists, most urgent first: what a typed name has found. */
export async function listedAmong(cache: DeskCache, ids: readonly CaseId[], query: QueueQuery): Promise<ListedCase[]> {
  const rows = await cache.tables.cases.bulkGet([...ids])
  const wanted = new Set(query.queues.map((queue) => counterOf(queue, query.filter)))
  const mine = rows
    .filter((row) => row !== undefined)
    .filter((row) => countersIn(row.queue).some((list) => wanted.has(list)))
    .filter((row) => query.before === undefined || placeOf(row.queue[0] ?? '') < query.before)
    .toSorted((a, b) => (placeOf(a.queue[0] ?? '') < placeOf(b.queue[0] ?? '') ? -1 : 1))
  return openListed(cache, mine.slice(0, query.limit))
}

/** Rows opened, with what of them is unconfirmed. */
export async function openListed(cache: DeskCache, rows: readonly CaseRow[]): Promise<ListedCase[]> {
  const own = await cache.tables.own
    .where('case')
    .anyOf(rows.map((row) => row.id))
    .toArray()
  const opener = cache.opener
  const contents = await Promise.all(rows.map((row) => openCase(opener, row)))
  const tops = await Promise.all(own.map((row) => openOwn(opener, row)))
  return contents.flatMap(({ base, top }) => {
    const kase = top ?? base
    if (kase === null) return []
    const mine = tops.filter(({ event }) => event.case === kase.id)
    return [{ kase, unconfirmed: mine.length > 0, conflict: mine.some(({ conflict }) => conflict !== null) }]
  })
}
