/** One page of a list, read along its index: never a whole table, whatever it holds. */
import type { Case } from '../../shared/case/case.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import type { CaseRow, OwnRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import {
  caseOf,
  counterOf,
  countersIn,
  type DayBounds,
  placeOf,
  type Queue,
  type QueueFilter,
  queueRange,
} from './queue-keys.ts'
import { openCase, openOwn } from './read-before.ts'

const STRETCH = 500
const MOST_AT_ONCE = 500

/** With bounds, only what was due within them. */
export type QueueQuery = DayBounds & {
  queues: readonly Queue[]
  filter: QueueFilter
  /** The place of the last row of the page before. */
  after: string | undefined
  limit: number
  /** Only what fits a text. */
  narrowed?: Narrowed | undefined
}

/** The few cases that fit, or where they are many a question to ask of each. */
export type Narrowed = { few: readonly CaseId[] } | { fits: (id: CaseId) => boolean }

/** `unsentSince`: when the first act on it was done that is not confirmed. */
export type ListedCase = { kase: Case; unconfirmed: boolean; unsentSince: Instant | null; conflict: boolean }
/** `next` is undefined on the last page. */
export type QueuePage = { cases: ListedCase[]; next: string | undefined }

/** Where a case waits, with its row where the walk has read it. */
type Place = { at: string; row?: CaseRow | undefined }

/** The next page of the lists together, most urgent first, each case once. */
export async function readQueuePage(cache: DeskCache, query: QueueQuery): Promise<QueuePage> {
  const places = await nextPlaces(cache, query)
  const page = places.slice(0, query.limit)
  const cases = await openListed(cache, await rowsAt(cache, page))
  return { cases, next: places.length > query.limit ? page.at(-1)?.at : undefined }
}

/** The next places of all lists in one order; one more than a page, so that the end is known. */
async function nextPlaces(cache: DeskCache, query: QueueQuery): Promise<Place[]> {
  const { queues, narrowed, limit } = query
  const places =
    narrowed === undefined
      ? (await Promise.all(queues.map((queue) => readAlong(cache, queue, query)))).flat()
      : 'few' in narrowed
        ? (await placesAmong(cache, narrowed.few, query)).map((at) => ({ at }))
        : (await Promise.all(queues.map((queue) => walk(cache, queue, query, narrowed.fits)))).flat()
  const once = new Map(places.map((place): [string, Place] => [place.at, place]))
  return [...once.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(0, limit + 1)
}

async function rowsAt(cache: DeskCache, page: readonly Place[]): Promise<CaseRow[]> {
  const read = page.flatMap(({ row }) => row ?? [])
  if (read.length === page.length) return read
  const rows = await cache.tables.cases.bulkGet(page.map(({ at }) => caseOf(at)))
  return rows.filter((row) => row !== undefined)
}

/** A page of one list, with its rows, in a single request. */
async function readAlong(
  cache: DeskCache,
  queue: Queue,
  { filter, after, from, before, limit }: QueueQuery,
): Promise<Place[]> {
  const { lower, upper, openLower } = queueRange(queue, filter, { after, from, before })
  const inRange = (key: string) => key <= upper && (openLower ? key > lower : key >= lower)
  const along = cache.tables.cases.where('queue').between(lower, upper, !openLower, true)
  const rows = await along.limit(limit + 1).toArray()
  return rows.flatMap((row) => row.queue.filter(inRange).map((key) => ({ at: placeOf(key), row })))
}

/** Along one list until there are enough, a stretch of keys at a time: what does not fit is passed by unread. */
async function walk(
  cache: DeskCache,
  queue: Queue,
  { filter, after, from, before, limit }: QueueQuery,
  fits: (id: CaseId) => boolean,
): Promise<Place[]> {
  const found: Place[] = []
  let passed = after
  for (;;) {
    const { lower, upper, openLower } = queueRange(queue, filter, { after: passed, from, before })
    const keys = await cache.tables.cases.where('queue').between(lower, upper, !openLower, true).limit(STRETCH).keys()
    const places = (keys as string[]).map(placeOf)
    found.push(...places.filter((place) => fits(caseOf(place))).map((at) => ({ at })))
    if (found.length > limit || places.length < STRETCH) return found
    passed = places.at(-1)
  }
}

/** Where some cases wait in these lists. */
async function placesAmong(cache: DeskCache, ids: readonly CaseId[], query: QueueQuery): Promise<string[]> {
  const { queues, filter, after, from, before } = query
  const wanted = new Set(queues.map((queue) => counterOf(queue, filter)))
  const rows = await cache.tables.cases.bulkGet([...ids])
  return rows
    .flatMap((row) => row?.queue ?? [])
    .filter((key) => countersIn([key]).some((list) => wanted.has(list)))
    .map(placeOf)
    .filter((place) => (after === undefined || place > after) && (from === undefined || place >= from))
    .filter((place) => before === undefined || place < before)
}

/** What of these cases is unconfirmed: mostly nothing, and seldom so much that it may not be read in one go. */
async function ownOf(cache: DeskCache, ids: readonly CaseId[]): Promise<OwnRow[]> {
  const { own } = cache.tables
  if ((await own.count()) > MOST_AT_ONCE) return own.where('case').anyOf(ids).toArray()
  const wanted = new Set(ids)
  return (await own.toArray()).filter((row) => wanted.has(row.case))
}

/** Rows opened, with what of them is unconfirmed. */
export async function openListed(cache: DeskCache, rows: readonly CaseRow[]): Promise<ListedCase[]> {
  const own = await ownOf(
    cache,
    rows.map((row) => row.id),
  )
  const opener = cache.opener
  const contents = await Promise.all(rows.map((row) => openCase(opener, row)))
  const tops = await Promise.all(own.map((row) => openOwn(opener, row)))
  return contents.flatMap(({ base, top }) => {
    const kase = top ?? base
    if (kase === null) return []
    const mine = tops.filter(({ event }) => event.case === kase.id)
    const since = mine.map(({ event }) => event.stamp.at).toSorted()[0] ?? null
    const conflict = mine.some((each) => each.conflict !== null)
    return [{ kase, unconfirmed: since !== null, unsentSince: since, conflict }]
  })
}
