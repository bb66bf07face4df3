/** What the page is asked for, as its address says it: so that it can be opened again, gone back to, and led to from elsewhere. Pure. */
import { type Day, daysBetween, isDay } from '../../../shared/calendar/day.ts'
import { HallId } from '../../../shared/case/ids.ts'
import { type Grouping, groupings, Only } from '../../../shared/contract/figures.ts'
import { type FigureName, figureNames } from '../../../shared/report/figures.ts'
import { asFarAs, type Period, periodAround, periodLater, yearBefore } from '../../../shared/report/period.ts'

export const besides = ['none', 'before', 'yearBefore', 'chosen'] as const
export type Beside = (typeof besides)[number]
export const views = ['table', 'course', 'charts'] as const
export type View = (typeof views)[number]
export type Sort = { column: FigureName | 'key'; up: boolean }

export type Asked = {
  period: Period
  beside: Beside
  /** The period chosen to compare with; looked at only where one is. */
  chosen: Period | null
  by: Grouping
  only: Only
  view: View
  set: string
  sort: Sort
  /** Of whose course and charts one figure is looked at. */
  figure: FigureName
  /** The figure whose cases are listed, whose part of it, and of which days where not of all that are looked at. */
  open: { figure: FigureName; only: Only; period?: Period } | null
  /** Null: this terminal's own. */
  hall: HallId | null
}

const byKey: Sort = { column: 'key', up: true }

/** Each part that is missing or unreadable is as on the first visit: this month by window. */
export function readAsked(address: URLSearchParams, today: Day): Asked {
  const period = periodIn(address.get('period')) ?? periodAround('month', today)
  const beside = oneOf(besides, address.get('beside')) ?? 'none'
  return {
    period,
    beside,
    chosen: periodIn(address.get('chosen')),
    by: oneOf(groupings, address.get('by')) ?? 'window',
    only: onlyIn(address, ''),
    view: oneOf(views, address.get('view')) ?? 'table',
    set: address.get('set') ?? 'work',
    sort: sortIn(address.get('sort')),
    figure: oneOf(figureNames, address.get('figure')) ?? 'received',
    open: openIn(address),
    hall: HallId.safeParse(address.get('hall')).data ?? null,
  }
}

/** Whatever is as on the first visit is left out, but for the period: a link means the same days tomorrow. */
export function writeAsked(asked: Asked): URLSearchParams {
  const { period, beside, chosen, by, only, view, set, sort, figure, open, hall } = asked
  const address = new URLSearchParams({ period: periodText(period) })
  const put = (key: string, value: string, usual: string) => value !== usual && address.set(key, value)
  put('beside', beside, 'none')
  if (chosen !== null) address.set('chosen', periodText(chosen))
  put('by', by, 'window')
  put('view', view, 'table')
  put('set', set, 'work')
  put('sort', `${sort.up ? '' : '-'}${sort.column}`, 'key')
  put('figure', figure, 'received')
  if (hall !== null) address.set('hall', hall)
  putOnly(address, only, '')
  if (open !== null) {
    address.set('open', open.figure)
    putOnly(address, open.only, OF)
    if (open.period !== undefined) address.set(`${OF}period`, periodText(open.period))
  }
  return address
}

/** The period that stands beside, as far as the asked one has come; null where nothing does. */
export function comparedPeriod({ period, beside, chosen }: Asked, today: Day): Period | null {
  if (beside === 'none' || (beside === 'chosen' && chosen === null)) return null
  if (beside === 'chosen') return chosen
  return asFarAs(period, beside === 'before' ? periodLater(period, -1) : yearBefore(period), today)
}

function periodIn(text: string | null): Period | null {
  if (text === null) return null
  const [from = '', to = from] = text.split('~')
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return isDay(from) && isDay(to) && from <= to && years < 10 ? { from, to } : null
}

function periodText({ from, to }: Period): string {
  return from === to ? from : `${from}~${to}`
}

const numbers: ReadonlySet<string> = new Set(['window', 'hour', 'weekday'])

/** Before the names of what a list of cases is of. */
const OF = 'of-'

function putOnly(address: URLSearchParams, only: Only, before: string): void {
  for (const [key, value] of Object.entries(only)) if (value !== undefined) address.set(before + key, String(value))
}

function openIn(address: URLSearchParams): Asked['open'] {
  const figure = oneOf(figureNames, address.get('open'))
  if (figure === undefined) return null
  const period = periodIn(address.get(`${OF}period`))
  return { figure, only: onlyIn(address, OF), ...(period === null ? {} : { period }) }
}

/** Each by itself: what cannot be read is not asked for. */
function onlyIn(address: URLSearchParams, before: string): Only {
  const only = new Map<string, unknown>()
  for (const [key, schema] of Object.entries(Only.shape)) {
    const text = address.get(before + key)
    if (text === null) continue
    const read = schema.safeParse(numbers.has(key) ? Number(text) : text)
    if (read.success) only.set(key, read.data)
  }
  return Object.fromEntries(only)
}

function sortIn(text: string | null): Sort {
  if (text === null) return byKey
  const up = !text.startsWith('-')
  const column = oneOf(['key', ...figureNames] as const, up ? text : text.slice(1))
  return column === undefined ? byKey : { column, up }
}

function oneOf<T extends string>(all: readonly T[], text: string | null): T | undefined {
  return all.find((each) => each === text)
}

/** Whose part of the figures a line of the table is. */
export function onlyOf(by: Grouping, key: string): Only {
  if (by === 'none') return {}
  return { [by]: numbers.has(by) ? Number(key) : key } as Only
}

/** The days of one step of a course, as far as the period has them. */
export function stepDays(step: string, by: 'day' | 'week' | 'month', { from, to }: Period): Period {
  const whole = by === 'month' ? periodAround('month', `${step}-01` as Day) : periodAround(by, step as Day)
  return { from: whole.from < from ? from : whole.from, to: to < whole.to ? to : whole.to }
}

/** How finely a course goes: no more columns than a screen shows. */
export function stepOf({ from, to }: Period): 'day' | 'week' | 'month' {
  const days = daysBetween(from, to)
  return days <= 31 ? 'day' : days <= 100 ? 'week' : 'month'
}
