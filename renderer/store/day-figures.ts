/** The figures of a day as this terminal knows them, and the cases behind each. */
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type Figure, figures } from '../../shared/report/figures.ts'
import type { CountsRow, FigureRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { counterOf, inHandQueue, type QueueFilter, queueRange } from './queue-keys.ts'
import { type ListedCase, openListed } from './queue-page.ts'

export type DayFigures = {
  rows: CountsRow[]
  /** Of these figures, what the bureau has not confirmed yet. */
  unconfirmed: Record<Figure, number>
}

export async function readDay({ tables }: DeskCache, day: Day): Promise<DayFigures> {
  const rows = await tables.counts.where('day').equals(day).toArray()
  const own = (await tables.own.toCollection().primaryKeys()) as FigureRow['id'][]
  const ours = (await tables.figures.bulkGet(own)).filter((row) => row !== undefined)
  const counted = ours.filter((row) => row.day === day && !row.taken)
  const unconfirmed = Object.fromEntries(
    figures.map((figure) => [figure, counted.filter((row) => row.figure === figure).length]),
  ) as Record<Figure, number>
  // A voiding that the bureau has not confirmed: the receipt still counts there, and no longer here.
  const voided = ours.filter((row) => row.figure === 'voided').map((row) => row.case)
  const receipts = await tables.figures.where('case').anyOf(voided).toArray()
  const known = new Set<string>(own)
  unconfirmed.received -= receipts.filter((row) => row.taken && row.day === day && !known.has(row.id)).length
  return { rows, unconfirmed }
}

export type Stock = { inHand: number; overdue: number }

/** 在办 and 超期 at this moment, whole or by a filter: kept counters, and a walk along the overdue ones only. */
export async function readStock({ tables }: DeskCache, filter: QueueFilter, today: Day): Promise<Stock> {
  const { lower, upper } = queueRange(inHandQueue, filter, { before: today })
  const [counter, overdue] = await Promise.all([
    tables.counters.get(counterOf(inHandQueue, filter)),
    tables.cases.where('queue').between(lower, upper).count(),
  ])
  return { inHand: counter?.count ?? 0, overdue }
}

/** Whose part of a figure is opened; nothing named: all of it. `standing`: what the bureau has confirmed, or has yet to. */
export type Slice = { window?: number; person?: string; item?: string; standing?: 'confirmed' | 'unconfirmed' }

/** The cases behind a figure, in the order they were received; `gone`: so many have left the cache since. */
export async function readBehind(
  cache: DeskCache,
  day: Day,
  figure: Figure,
  slice: Slice,
): Promise<{ cases: ListedCase[]; gone: number }> {
  const rows = await cache.tables.figures.where('[day+figure]').equals([day, figure]).toArray()
  const own = new Set<string>(slice.standing === undefined ? [] : await cache.tables.own.toCollection().primaryKeys())
  const isAsked = (row: FigureRow) =>
    !row.taken &&
    inSlice(row, slice) &&
    (slice.standing === undefined || own.has(row.id) === (slice.standing === 'unconfirmed'))
  const ids = [...new Set(rows.filter(isAsked).map((row) => row.case))]
  const found = await cache.tables.cases.bulkGet(ids as CaseId[])
  const here = found.filter((row) => row !== undefined)
  const cases = await openListed(cache, here)
  return {
    cases: cases.toSorted((a, b) => (a.kase.received.at < b.kase.received.at ? -1 : 1)),
    gone: ids.length - here.length,
  }
}

function inSlice(row: FigureRow, { window, person, item }: Slice): boolean {
  return (
    (window === undefined || row.window === window) &&
    (person === undefined || row.person === person) &&
    (item === undefined || row.item === item)
  )
}
