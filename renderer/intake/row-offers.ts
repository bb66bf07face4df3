/** What one key puts into a row of a table of people: the applicant, in the first row that stands empty. */
import { isFilled } from '../../shared/item/facts.ts'
import type { Field, FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { personColumns, SELF } from '../../shared/item/named.ts'
import { isEmptyRow, type Row, type RowOffer } from '../ui/fields/table-rows.ts'
import { rowOfferWords } from '../words/intake.ts'

/** The applicant as a row of the table, once name and number are right: where the table is of others only, none. */
export function applicantRow(item: Item, field: Field, values: FormValues): RowOffer | undefined {
  const of = personColumns(field)
  const { name, idNo } = item.applicant
  const typed = { name: values[name], idNo: values[idNo] }
  if (of === undefined || item.applicantKind !== 'person' || field.rowsFrom !== undefined) return undefined
  if (typeof typed.name !== 'string' || typed.name.trim() === '' || typeof typed.idNo !== 'string') return undefined
  if (typed.idNo.length !== 18) return undefined
  const { relation } = of
  if (relation?.type === 'choice' && !relation.options?.includes(SELF)) return undefined
  const cells: Row = {
    [of.name.key]: typed.name,
    [of.idNo.key]: typed.idNo,
    ...(relation === undefined ? {} : { [relation.key]: SELF }),
  }
  // What form and table ask by the same name and kind is said once.
  for (const column of field.columns ?? []) {
    const same = item.fields.find(({ key, type }) => key === column.key && type === column.type)
    const value = same === undefined ? null : (values[same.key] ?? null)
    const offered = column.options === undefined || column.options.includes(String(value))
    if (
      !(column.key in cells) &&
      isFilled(value) &&
      offered &&
      (typeof value === 'string' || typeof value === 'number')
    )
      cells[column.key] = value
  }
  return { label: rowOfferWords.applicant(typed.name), cells }
}

/** What is offered for a row: the applicant, where nothing was typed yet and no row is theirs. */
export function rowOffer(item: Item, field: Field, values: FormValues): (row: Row) => RowOffer | undefined {
  const applicant = applicantRow(item, field, values)
  const idNo = personColumns(field)?.idNo.key ?? ''
  const rows = values[field.key]
  const isIn = Array.isArray(rows) && rows.some((row) => (row as Row)[idNo] === applicant?.cells[idNo])
  return (row) => (applicant !== undefined && !isIn && isEmptyRow(row) ? applicant : undefined)
}
