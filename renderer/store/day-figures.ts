/** The figures of a day as this terminal knows them, and the cases behind each. */
import { addDays, type Day, daysBetween } from '../../shared/calendar/day.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type Figure, type FigureName, figureDef, figures, partsIn } from '../../shared/report/figures.ts'
import { listedIn } from '../../shared/report/listed.ts'
import type { Part } from '../../shared/report/parts.ts'
import type { Period } from '../../shared/report/period.ts'
import { addSums, figureValue, type Sums, sumOf, sumsOf } from '../../shared/report/sums.ts'
import { listedParts } from './counting.ts'
import type { CountsRow, FigureRow } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { foreseenRange, foreseenRow } from './foreseen.ts'
import { counterOf, inHandQueue, noFilter, type Queue, type QueueFilter, queueRange } from './queue-keys.ts'
import { type ListedCase, openListed } from './queue-page.ts'

/** One window's, person's and item's part of a day. `minutes`: the working time of what was decided. */
export type DayRow = Omit<CountsRow, 'day' | 'sums' | 'times'> & { minutes: number } & Record<Figure, number>

export type DayFigures = {
  rows: DayRow[]
  /** Of these figures, what the bureau has not confirmed yet. */
  unconfirmed: Record<Figure, number>
  /** Something is not confirmed, though it may add up to nothing. */
  isAhead: boolean
}

/** The sums of some days, both included, with what counts by itself on one of them. */
export async function countsBetween(tables: DeskCache['tables'], from: Day, to: Day): Promise<CountsRow[]> {
  const [rows, foreseen] = await Promise.all([
    tables.counts.where('day').between(from, to, true, true).toArray(),
    foreseenBetween(tables, from, to),
  ])
  return [...rows, ...foreseen]
}

/** What counts by itself on some days, both included. */
export async function foreseenBetween({ cases }: DeskCache['tables'], from: Day, to: Day): Promise<CountsRow[]> {
  const { lower, upper } = foreseenRange(from, to)
  const keys = await cases.where('foreseen').between(lower, upper).keys()
  return (keys as string[]).map(foreseenRow)
}

/** Of the hall, or of what one person did. */
export async function readDay({ tables }: DeskCache, day: Day, person?: string): Promise<DayFigures> {
  const isAsked = (row: { person: string }) => person === undefined || row.person === person
  const rows = (await countsBetween(tables, day, day)).filter(isAsked)
  const apart = await tables.figures.where('standing').anyOf('here', 'bureau').toArray()
  const ofDay = apart.filter((row) => row.day === day && isAsked(row))
  const ahead = sumsOf(ofDay.filter(({ standing }) => standing === 'here'))
  // A voiding that the bureau has not confirmed: the receipt still counts there, and no longer here.
  const behind = sumsOf(ofDay.filter(({ standing }) => standing === 'bureau'))
  return { rows: rows.map(dayRow), unconfirmed: flowIn(addSums(ahead, behind, -1)), isAhead: ofDay.length > 0 }
}

export function dayRow({ day: _, sums, times: __, ...whose }: CountsRow): DayRow {
  const minutes = partsIn('decided').reduce((all, part) => all + sumOf(sums, part).amount, 0)
  return { ...whose, minutes, ...flowIn(sums) }
}

/** What the figures of a day come to. */
function flowIn(sums: Sums): Record<Figure, number> {
  return Object.fromEntries(figures.map((figure) => [figure, figureValue(figure, sums) ?? 0])) as Record<Figure, number>
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

/** What waits in these lists, each case once: in hand and overdue. */
export async function readWaiting({ tables }: DeskCache, queues: readonly Queue[], today: Day): Promise<Stock> {
  const keysIn = async (before?: Day) => {
    const found = await Promise.all(
      queues.map((queue) => {
        const { lower, upper } = queueRange(queue, noFilter, { before })
        return tables.cases.where('queue').between(lower, upper).primaryKeys()
      }),
    )
    return new Set(found.flat()).size
  }
  const [inHand, overdue] = await Promise.all([keysIn(), keysIn(today)])
  return { inHand, overdue }
}

/** Whether the cases behind a figure are kept here, line by line: no shares, no stocks, and nothing but what the day's page opens. */
export function isListedHere(name: FigureName): boolean {
  const { kind, bottom, median } = figureDef(name)
  const { parts, holds, without } = listedIn(name)
  const whole = bottom === undefined && median === undefined && holds.length + without.length === 0
  return kind === 'flow' && whole && parts.every((part) => listedParts.has(part))
}

/** Whose part of a figure is opened; nothing named: all of it. `standing`: what the bureau has confirmed, or has yet to. */
export type Slice = {
  window?: number
  person?: string
  item?: string
  /** The items of a system. */
  items?: ReadonlySet<string>
  standing?: 'confirmed' | 'unconfirmed'
}

/** Each case as often as this terminal counts it: in a figure of a day, or in hand and overdue at this moment. */
export async function readCounted(
  { tables }: DeskCache,
  day: Day,
  figure: Figure | keyof Stock,
  today: Day,
): Promise<CaseId[]> {
  if (figure === 'inHand' || figure === 'overdue') {
    const { lower, upper } = queueRange(inHandQueue, noFilter, figure === 'overdue' ? { before: today } : {})
    return tables.cases.where('queue').between(lower, upper).primaryKeys()
  }
  const keys = listedIn(figure).parts.map((part): [Day, Part] => [day, part])
  const rows = await tables.figures.where('[day+part]').anyOf(keys).toArray()
  return rows.filter((row) => stands(row, undefined)).map((row) => row.case as CaseId)
}

/** These cases as this terminal has them; those that it has not are left out. */
export async function readListed(cache: DeskCache, ids: readonly CaseId[]): Promise<ListedCase[]> {
  const rows = await cache.tables.cases.bulkGet([...ids])
  return openListed(
    cache,
    rows.filter((row) => row !== undefined),
  )
}

/** The cases behind a day's figure, in the order they were received; `gone`: so many have left the cache since. */
export async function readBehind(
  cache: DeskCache,
  day: Day,
  figure: Figure,
  slice: Slice,
): Promise<{ cases: ListedCase[]; gone: number }> {
  return openBehind(cache, await idsBehind(cache, { from: day, to: day }, figure, slice))
}

/** A page of the cases behind a figure of a period, by the day they count on. */
export async function readBehindPage(
  cache: DeskCache,
  { period, figure, slice }: { period: Period; figure: FigureName; slice: Slice },
  { at, limit }: { at: number; limit: number },
): Promise<{ cases: ListedCase[]; gone: number; total: number }> {
  const ids = await idsBehind(cache, period, figure, slice)
  return { ...(await openBehind(cache, ids.slice(at, at + limit))), total: ids.length }
}

/** Each case once, by the first day it counts on. */
async function idsBehind(cache: DeskCache, { from, to }: Period, figure: FigureName, slice: Slice): Promise<CaseId[]> {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
  const keys = days.flatMap((day) => listedIn(figure).parts.map((part): [Day, Part] => [day, part]))
  const rows = await cache.tables.figures.where('[day+part]').anyOf(keys).toArray()
  const isAsked = (row: FigureRow) => inSlice(row, slice) && stands(row, slice.standing)
  const inOrder = rows.filter(isAsked).toSorted((a, b) => (a.day + a.case < b.day + b.case ? -1 : 1))
  return [...new Set(inOrder.map((row) => row.case))]
}

async function openBehind(cache: DeskCache, ids: readonly CaseId[]): Promise<{ cases: ListedCase[]; gone: number }> {
  const found = await cache.tables.cases.bulkGet([...ids])
  const here = found.filter((row) => row !== undefined)
  const cases = await openListed(cache, here)
  return {
    cases: cases.toSorted((a, b) => (a.kase.received.at < b.kase.received.at ? -1 : 1)),
    gone: ids.length - here.length,
  }
}

function stands({ standing }: FigureRow, asked: Slice['standing']): boolean {
  if (asked === undefined) return standing !== 'bureau'
  return asked === 'unconfirmed' ? standing === 'here' : standing !== 'here'
}

function inSlice(row: FigureRow, { window, person, item, items }: Slice): boolean {
  return (
    (window === undefined || row.window === window) &&
    (person === undefined || row.person === person) &&
    (item === undefined || row.item === item) &&
    (items === undefined || items.has(row.item))
  )
}
