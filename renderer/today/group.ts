/** The day's rows added up by window, by person or by item. Pure. */
import { byName } from '../../shared/identity/name-order.ts'
import { type Figure, figures } from '../../shared/report/figures.ts'
import type { EnquiryCount } from '../../shared/visit/enquiry.ts'
import type { Slice } from '../store/day-figures.ts'

export type By = 'window' | 'person' | 'item'
export type Sum = Record<Figure, number> & { minutes: number; enquiries: number }
/** Counts of cases know no questions, and an older bureau's not every figure. */
type Counts = Partial<Record<Figure, number | undefined>> & { minutes: number; enquiries?: number }
export type Group = { key: string; name: string; slice: Slice; sum: Sum }

export type Row = Counts & { window: number | null; person: string; personName: string; item: string }

export type GroupNames = { windowName(window: number): string; itemName(item: string): string }

const nothing: Sum = {
  ...(Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>),
  minutes: 0,
  enquiries: 0,
}

/** A line of questions beside those of cases. */
export function enquiryRow({ window, person, personName, item, count }: EnquiryCount): Row {
  return { ...nothing, window, person, personName, item, enquiries: count }
}

export function sumOf(rows: readonly Counts[]): Sum {
  return rows.reduce<Sum>((sum, row) => add(sum, row), nothing)
}

function add(sum: Sum, row: Counts): Sum {
  const next = { ...sum, minutes: sum.minutes + row.minutes, enquiries: sum.enquiries + (row.enquiries ?? 0) }
  for (const figure of figures) next[figure] = sum[figure] + (row[figure] ?? 0)
  return next
}

/** The offices behind the windows: after them. */
const BEHIND = '0'

/** One line for each window, person or item of the day that counts for something, in a steady order. */
export function groupBy(rows: readonly Row[], by: By, names: GroupNames): Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const group = newGroup(row, by, names)
    const known = groups.get(group.key)
    groups.set(group.key, { ...group, sum: add(known?.sum ?? nothing, row) })
  }
  const last = ({ key }: Group) => by === 'window' && key === BEHIND
  return [...groups.values()]
    .filter(({ sum }) => Object.values(sum).some((value) => value !== 0))
    .toSorted((a, b) => Number(last(a)) - Number(last(b)) || byName(a.key, b.key))
}

function newGroup(row: Row, by: By, { windowName, itemName }: GroupNames): Group {
  const sum = nothing
  if (by === 'window') {
    const window = row.window ?? 0
    return { key: String(window), name: windowName(window), slice: { window }, sum }
  }
  if (by === 'person') return { key: row.person, name: row.personName, slice: { person: row.person }, sum }
  return { key: row.item, name: itemName(row.item), slice: { item: row.item }, sum }
}

/** Working minutes from acceptance to decision of one case on average; null without one. */
export function averageMinutes({ minutes, decided }: Pick<Sum, 'minutes' | 'decided'>): number | null {
  return decided === 0 ? null : Math.round(minutes / decided)
}
