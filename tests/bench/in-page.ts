/** Runs inside the desk's own window, on its own IndexedDB: the very queries that the screens call, timed. Built by find.ts. */
import { machine } from '../../renderer/machine.ts'
import { makeBooks } from '../../renderer/session/books.ts'
import { eventsPlace } from '../../renderer/store/database.ts'
import { readBehind, readDay, readStock } from '../../renderer/store/day-figures.ts'
import { setDeskCache } from '../../renderer/store/desk.ts'
import { DeskCache } from '../../renderer/store/desk-cache.ts'
import { findCases } from '../../renderer/store/find.ts'
import { readFigures } from '../../renderer/store/period-figures.ts'
import { itemWords } from '../../renderer/store/query.ts'
import { inHandQueue, noFilter, type Queue, queuesOf } from '../../renderer/store/queue-keys.ts'
import { readQueuePage } from '../../renderer/store/queue-page.ts'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { FiguresAsked } from '../../shared/contract/figures.ts'

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
  /** Milliseconds of what 统计 shows of a year, by item and month. */
  year(year: string, times: number): Promise<number[]>
  /** Milliseconds of the list behind a window's figure of a day. */
  behind(day: string, window: number, times: number): Promise<number[]>
  /** Milliseconds of the same out of all raw events: every row opened, every event looked at. */
  plainToday(day: string): Promise<number>
  plainYear(year: string): Promise<number>
  plainBehind(day: string, window: number): Promise<number>
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
    year: async (year, times) => {
      const took: number[] = []
      const period = { from: `${year}-01-01` as Day, to: `${year}-12-31` as Day }
      const figures: FiguresAsked['figures'] = ['received', 'accepted', 'decided', 'delivered']
      const asked: FiguresAsked = { figures, period, compared: null, time: 'month', by: 'item', only: {} }
      const at = { today: dayOf(new Date().toISOString()), systemOf: () => undefined, nameOf: (id: string) => id }
      for (let n = 0; n < times; n += 1)
        took.push(await timed(async () => (await readFigures(cache, asked, at)).asked.rows.length))
      return took
    },
    behind: async (day, window, times) => {
      const took: number[] = []
      for (let n = 0; n < times; n += 1)
        took.push(await timed(async () => (await readBehind(cache, day as Day, 'received', { window })).cases.length))
      return took
    },
    plainToday: (day) =>
      timed(async () => {
        const sums = new Map<string, number>()
        await eachRaw(cache, ({ type, stamp }) => {
          if (dayOf(stamp.at) === day) count(sums, `${stamp.window} ${stamp.by.person} ${type}`)
        })
        return sums.size
      }),
    plainYear: (year) =>
      timed(async () => {
        const sums = new Map<string, number>()
        const items = new Map<string, string>()
        await eachRaw(cache, ({ type, stamp, data, case: id }) => {
          if (type === 'received') items.set(id, (data as { item: string }).item)
          const day = dayOf(stamp.at)
          if (day.startsWith(year)) count(sums, `${items.get(id)} ${day.slice(0, 7)} ${type}`)
        })
        return sums.size
      }),
    plainBehind: (day, window) =>
      timed(async () => {
        const found = new Set<string>()
        await eachRaw(cache, ({ type, stamp, case: id }) => {
          if (type === 'received' && stamp.window === window && dayOf(stamp.at) === day) found.add(id)
        })
        return found.size
      }),
  }
}

/** Every event that is kept here, in the order of its case. */
async function eachRaw({ tables, opener }: DeskCache, look: (event: AnyEvent) => void): Promise<void> {
  for (let after: readonly unknown[] = []; ; ) {
    const rows = await tables.events.where('[case+order]').above(after).limit(STRETCH).toArray()
    const opened = await Promise.all(
      rows.map((row) => opener.open<AnyEvent[]>(eventsPlace(row.case, row.order), row.sealed)),
    )
    for (const event of opened.flat()) look(event)
    const last = rows.at(-1)
    if (last === undefined) return
    after = [last.case, last.order]
  }
}

function count(sums: Map<string, number>, key: string): void {
  sums.set(key, (sums.get(key) ?? 0) + 1)
}

Object.assign(globalThis, { openBench: open })
