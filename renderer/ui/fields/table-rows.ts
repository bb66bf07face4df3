/** The rows of a typed table, as its value holds them. */
import { formatYuan, type Money } from '../../../shared/identity/money.ts'
import { isFilled } from '../../../shared/item/facts.ts'
import type { Field, FormValue } from '../../../shared/item/field.ts'

export type Row = Record<string, string | number | null>
export type Column = NonNullable<Field['columns']>[number]

/** What may be put into a row with one key: its cells, and what it is called. */
export type RowOffer = { label: string; cells: Row }

/** The rows to show: one per given name, in their order, with what was typed for that name; else the rows as they are, at least one. */
export function rowsOf(value: FormValue, columns: readonly Column[], fixedRows: readonly string[] | undefined): Row[] {
  const kept = Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : []
  if (fixedRows === undefined) return kept.length > 0 ? kept : [{}]
  const name = columns[0]?.key ?? ''
  return fixedRows.map((given) => ({ ...kept.find((row) => row[name] === given), [name]: given }))
}

/** The rows with one cell changed. */
export function withCell(rows: readonly Row[], index: number, key: string, cell: FormValue): Row[] {
  const value = typeof cell === 'string' || typeof cell === 'number' ? cell : null
  return rows.map((row, at) => (at === index ? { ...row, [key]: value } : row))
}

/** The rows with a row put back where it was. */
export function withRow(rows: readonly Row[], at: number, row: Row): Row[] {
  // A table that lost its only row shows an empty one in its place.
  const others = rows.filter((each) => !isEmptyRow(each))
  return [...others.slice(0, at), row, ...others.slice(at)]
}

export function isEmptyRow(row: Row): boolean {
  return !Object.values(row).some(isFilled)
}

/** A row with what is offered in its empty cells: what was typed stays. */
export function withOffer(row: Row, { cells }: RowOffer): Row {
  const empty = Object.entries(cells).filter(([key, cell]) => isFilled(cell) && !isFilled(row[key]))
  return { ...row, ...Object.fromEntries(empty) }
}

/** The sums below a table; null while a cell holds what is no number. */
export function totalsOf(
  rows: readonly Row[],
  columns: readonly Column[],
  totals: readonly string[],
): { key: string; label: string; sum: string | null }[] {
  return columns
    .filter(({ key }) => totals.includes(key))
    .map(({ key, label, type }) => {
      const cells = rows.map((row) => row[key] ?? null).filter(isFilled)
      const numbers = cells.filter((cell) => typeof cell === 'number')
      const sum = numbers.reduce((all, cell) => all + cell, 0)
      const text = type === 'money' ? `${formatYuan(sum as Money)}元` : String(sum)
      return { key, label, sum: numbers.length === cells.length ? text : null }
    })
}
