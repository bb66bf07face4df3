/** One page of a list, read along its index: never a whole table, whatever it holds. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { CaseRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { caseOf, counterOf, countersIn, placeOf, type Queue, type QueueFilter, queueRange } from './queue-keys.ts'
import { openCase, openOwn } from './read-before.ts'

const STRETCH = 500

export type QueueQuery = {
  queues: readonly Queue[]
  filter: QueueFilter
  /** Only what was due before this day. */
  before?: Day | undefined
  /** The place of the last row of the page before. */
  after: string | undefined
  limit: number
  /** Only what fits a text. */
  narrowed?: Narrowed | undefined
}

/** The few cases that fit, or where they are many a question to ask of each. */
export type Narrowed = { few: readonly CaseId[] } | { fits: (id: CaseId) => boolean }

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
async function nextPlaces(cache: DeskCache, query: QueueQuery): Promise<string[]> {
  const { queues, narrowed, limit } = query
  const places =
    narrowed !== undefined && 'few' in narrowed
      ? await placesAmong(cache, narrowed.few, query)
      : (await Promise.all(queues.map((queue) => walk(cache, queue, query)))).flat()
  return [...new Set(places)].toSorted().slice(0, limit + 1)
}

/** Along one list until there are enough, a stretch of keys at a time: what does not fit is passed by unread. */
async function walk(
  cache: DeskCache,
  queue: Queue,
  { filter, after, before, limit, narrowed }: QueueQuery,
): Promise<string[]> {
  const found: string[] = []
  const fits = narrowed !== undefined && 'fits' in narrowed ? narrowed.fits : () => true
  let from = after
  for (;;) {
    const { lower, upper, openLower } = queueRange(queue, filter, { after: from, before })
    const stretch = narrowed === undefined ? limit + 1 : STRETCH
    const keys = await cache.tables.cases.where('queue').between(lower, upper, !openLower, true).limit(stretch).keys()
    const places = (keys as string[]).map(placeOf)
    found.push(...places.filter((place) => fits(caseOf(place))))
    if (found.length > limit || places.length < stretch) return found
    from = places.at(-1)
  }
}

/** Where some cases wait in these lists. */
async function placesAmong(cache: DeskCache, ids: readonly CaseId[], query: QueueQuery): Promise<string[]> {
  const { queues, filter, after, before } = query
  const wanted = new Set(queues.map((queue) => counterOf(queue, filter)))
  const rows = await cache.tables.cases.bulkGet([...ids])
  return rows
    .flatMap((row) => row?.queue ?? [])
    .filter((key) => countersIn([key]).some((list) => wanted.has(list)))
    .map(placeOf)
    .filter((place) => (after === undefined || place > after) && (before === undefined || place < before))
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
