/** The rows of a typed table, as its value holds them. */
import type { Field, FormValue } from '../../../shared/item/field.ts'

export type Row = Record<string, string | number | null>
type Columns = readonly NonNullable<Field['columns']>[number][]

/** The rows to show: one per given name, in their order, with what was typed for that name; else the rows as they are, at least one. */
export function rowsOf(value: FormValue, columns: Columns, fixedRows: readonly string[] | undefined): Row[] {
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
