/** The bureau's answer as the lines of a table: one for each window, person, item …, with what stands beside it. Pure. */
import type { FiguresAnswer } from '../../../shared/contract/figures.ts'
import { byName } from '../../../shared/identity/name-order.ts'
import { type FigureName, figureDef } from '../../../shared/report/figures.ts'
import { addSums, addTimes, figureValue, type Sums, type Times } from '../../../shared/report/sums.ts'
import type { Sort } from './asked.ts'

type Counted = { sums: Sums; times: Times; until: Sums }
export type TableLine = { key: string; name: string; own: Counted; beside: Counted | null }

const nothing: Counted = { sums: {}, times: {}, until: {} }

type Rows = FiguresAnswer['asked']

/** A line for each key that either period has. */
export function tableLines({ asked, compared }: FiguresAnswer, nameOf: (key: string) => string): TableLine[] {
  const own = countedBy(asked)
  const beside = compared === null ? null : countedBy(compared)
  const keys = new Set([...own.keys(), ...(beside?.keys() ?? [])])
  return [...keys].map((key) => ({
    key,
    name: nameOf(key),
    own: own.get(key) ?? nothing,
    beside: beside === null ? null : (beside.get(key) ?? nothing),
  }))
}

function countedBy({ rows, until }: Rows): Map<string, Counted> {
  const all = new Map<string, Counted>()
  const at = (key: string) => all.get(key) ?? nothing
  for (const { key, sums, times } of rows) {
    const known = at(key)
    all.set(key, { ...known, sums: addSums(known.sums, sums), times: addTimes(known.times, times) })
  }
  for (const { key, sums } of until) all.set(key, { ...at(key), until: addSums(at(key).until, sums) })
  return all
}

/** All lines as one: rates are of the whole, not an average of the lines' rates. */
export function totalOf(lines: readonly TableLine[], name: string): TableLine {
  const add = (a: Counted, b: Counted) => ({
    sums: addSums(a.sums, b.sums),
    times: addTimes(a.times, b.times),
    until: addSums(a.until, b.until),
  })
  const besides = lines.flatMap(({ beside }) => beside ?? [])
  return {
    key: '',
    name,
    own: lines.map(({ own }) => own).reduce(add, nothing),
    beside: besides.length === 0 ? null : besides.reduce(add, nothing),
  }
}

/** What a figure comes to in a line; null where it cannot be said. */
export function valueIn(figure: FigureName, { sums, times, until }: Counted): number | null {
  return figureDef(figure).kind === 'stock' ? figureValue(figure, until) : figureValue(figure, sums, times)
}

/** By a column or by name; what has no value stands last either way. */
export function sorted(lines: readonly TableLine[], { column, up }: Sort): TableLine[] {
  const sign = up ? 1 : -1
  if (column === 'key') return lines.toSorted((a, b) => sign * byName(a.name, b.name))
  return lines.toSorted((a, b) => {
    const [one, two] = [valueIn(column, a.own), valueIn(column, b.own)]
    if (one === null || two === null) return one === two ? byName(a.name, b.name) : one === null ? 1 : -1
    return one === two ? byName(a.name, b.name) : sign * (one - two)
  })
}
