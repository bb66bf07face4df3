/** One page of a list, read along its index: never a whole table, whatever it holds. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { CaseRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { caseOf, placeOf, type Queue, type QueueFilter, queueRange, queuesIn } from './queue-keys.ts'
import { openCase, openOwn } from './read-before.ts'

export type QueueQuery = {
  queues: readonly Queue[]
  item: string | null
  window: number | null
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
  const found: { place: string; row: CaseRow }[] = []
  let after = query.after
  while (found.length <= query.limit) {
    const places = await nextPlaces(cache, query, after)
    if (places.length === 0) break
    const rows = await cache.tables.cases.bulkGet(places.map(caseOf))
    for (const [index, row] of rows.entries()) {
      if (row !== undefined && fitsWindow(row, query)) found.push({ place: places[index]!, row })
    }
    after = places.at(-1)
    // Without a filter besides the index's own, one round is enough.
    if (places.length <= query.limit && found.length <= query.limit) break
  }
  const page = found.slice(0, query.limit)
  const cases = await openListed(
    cache,
    page.map(({ row }) => row),
  )
  return { cases, next: found.length > query.limit ? page.at(-1)?.place : undefined }
}

/** The next places of all lists in one order; one more than a page, so that the end is known. */
async function nextPlaces(cache: DeskCache, query: QueueQuery, after: string | undefined): Promise<string[]> {
  const filter: QueueFilter =
    query.item !== null ? { item: query.item } : query.window !== null ? { window: query.window } : null
  const walks = await Promise.all(
    query.queues.map((queue) => {
      const { lower, upper, openLower } = queueRange(queue, filter, { after, before: query.before })
      return cache.tables.cases
        .where('queue')
        .between(lower, upper, !openLower, true)
        .limit(query.limit + 1)
        .keys()
    }),
  )
  const places = (walks.flat() as string[]).map(placeOf)
  return [...new Set(places)].toSorted().slice(0, query.limit + 1)
}

/** With both filters the index goes by item, and the row says whether the window fits too. */
function fitsWindow(row: CaseRow, { item, window }: QueueQuery): boolean {
  if (item === null || window === null) return true
  return row.queue.some((key) => key.split('/')[1] === String(window))
}

/** The cases of some ids that wait in these lists, most urgent first: what a typed name has found. */
export async function listedAmong(cache: DeskCache, ids: readonly CaseId[], query: QueueQuery): Promise<ListedCase[]> {
  const rows = await cache.tables.cases.bulkGet([...ids])
  const mine = rows
    .filter((row) => row !== undefined)
    .filter((row) => queuesIn(row.queue).some((queue) => query.queues.includes(queue)))
    .filter((row) => query.item === null || row.queue.some((key) => key.split('/')[1] === query.item))
    .filter((row) => query.window === null || row.queue.some((key) => key.split('/')[1] === String(query.window)))
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
