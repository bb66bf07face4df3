/** Runs inside the desk's own window, on its own IndexedDB: the very queries that the screens call, timed. Built by find.ts. */
import { machine } from '../../renderer/machine.ts'
import { makeBooks } from '../../renderer/session/books.ts'
import { eventsPlace } from '../../renderer/store/database.ts'
import { readDay, readStock } from '../../renderer/store/day-figures.ts'
import { setDeskCache } from '../../renderer/store/desk.ts'
import { DeskCache } from '../../renderer/store/desk-cache.ts'
import { findCases } from '../../renderer/store/find.ts'
import { itemWords } from '../../renderer/store/query.ts'
import { inHandQueue, noFilter, type Queue, queuesOf } from '../../renderer/store/queue-keys.ts'
import { readQueuePage } from '../../renderer/store/queue-page.ts'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'

const PAGE_SIZE = 30
const STRETCH = 1000

/** What find.ts calls. */
export type InPage = {
  cases(): number
  /** Milliseconds of each search; throws when one finds nobody. */
  find(texts: readonly string[]): Promise<number[]>
  /** Milliseconds of opening the list that waits for whoever is signed in, or everything in hand. */
  list(which: 'mine' | 'inHand', times: number): Promise<number[]>
  /** Milliseconds of what 今日 shows of a day: its figures, the stock, and the stock of each window. */
  today(day: string, times: number): Promise<number[]>
  /** Milliseconds of the same day counted from all raw events: every row opened, every event looked at. */
  plainToday(day: string): Promise<number>
}

async function open(): Promise<InPage> {
  const { session } = await machine['session.now'](null)
  const published = await machine['published.get'](null)
  const { terminal } = await machine['terminal.state'](null)
  if (session === null || published === null || terminal === null) throw new Error('nobody works here')
  const books = makeBooks(published)
  const words = itemWords(books.items)
  const { people } = books.published
  const rules = {
    books: { ...books, people },
    calendarEdition: books.editions.calendar,
    keepConcludedDays: books.hall.keepConcludedDays,
  }
  const cache = new DeskCache(machine, terminal, rules)
  await cache.unlock(session.cacheKey)
  setDeskCache(cache)

  const timed = async (work: () => Promise<number>) => {
    // A frame of its own, as after a key.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const begun = performance.now()
    const found = await work()
    const took = performance.now() - begun
    if (found === 0) throw new Error('nothing was found')
    return took
  }
  const queues: Record<'mine' | 'inHand', readonly Queue[]> = {
    mine: queuesOf(session.person.id, session.capacities),
    inHand: [inHandQueue],
  }
  return {
    cases: () => cache.names.size,
    find: async (texts) => {
      const took: number[] = []
      for (const text of texts) took.push(await timed(async () => (await findCases(text, words)).length))
      return took
    },
    list: async (which, times) => {
      const took: number[] = []
      const query = { queues: queues[which], filter: noFilter, after: undefined, limit: PAGE_SIZE }
      for (let n = 0; n < times; n += 1)
        took.push(await timed(async () => (await readQueuePage(cache, query)).cases.length))
      return took
    },
    today: async (day, times) => {
      const took: number[] = []
      const windows = books.hall.windows.map(({ no }) => ({ ...noFilter, window: no }))
      for (let n = 0; n < times; n += 1)
        took.push(
          await timed(async () => {
            const [{ rows }, { inHand }] = await Promise.all([
              readDay(cache, day as Day),
              readStock(cache, noFilter, day as Day),
              ...windows.map((filter) => readStock(cache, filter, day as Day)),
            ])
            return Math.min(rows.length, inHand)
          }),
        )
      return took
    },
    plainToday: (day) => timed(() => countRaw(cache, day as Day)),
  }
}

/** How many acts of a day there are, by window, person, item and kind. */
async function countRaw({ tables, opener }: DeskCache, day: Day): Promise<number> {
  const sums = new Map<string, number>()
  for (let after: readonly unknown[] = []; ; ) {
    const rows = await tables.events.where('[case+order]').above(after).limit(STRETCH).toArray()
    const opened = await Promise.all(
      rows.map((row) => opener.open<AnyEvent[]>(eventsPlace(row.case, row.order), row.sealed)),
    )
    for (const { type, stamp } of opened.flat()) {
      if (dayOf(stamp.at) !== day) continue
      const key = `${stamp.window} ${stamp.by.person} ${type}`
      sums.set(key, (sums.get(key) ?? 0) + 1)
    }
    const last = rows.at(-1)
    if (last === undefined) return sums.size
    after = [last.case, last.order]
  }
}

Object.assign(globalThis, { openBench: open })
