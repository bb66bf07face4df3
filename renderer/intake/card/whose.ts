/** Whose fields a card fills: of the person beside whom the cursor stands, else of whoever still lacks a number. Pure. */
import type { IdCard } from '../../../shared/identity/id-card.ts'
import { isFilled } from '../../../shared/item/facts.ts'
import type { Field, FormValues } from '../../../shared/item/field.ts'
import type { Item } from '../../../shared/item/item.ts'
import { type Named, namedIn, personColumns, rowsIn } from '../../../shared/item/named.ts'
import { isEmptyRow } from '../../ui/fields/table-rows.ts'
import type { Cursor } from '../offers/nearest.ts'

export type Whose = { is: 'person'; named: Named } | { is: 'row'; field: Field; row: number }

export function whoseCard(
  item: Item,
  values: FormValues,
  cursor: Cursor,
  { number }: Pick<IdCard, 'number'>,
): Whose | undefined {
  const table = item.fields.find(({ key }) => key === cursor.field && Object.hasOwn(values, key))
  if (table !== undefined && personColumns(table) !== undefined)
    return { is: 'row', field: table, row: rowFor(table, values, cursor.row, number) }
  const people = namedIn(item)
    .filter((named) => Object.hasOwn(values, named.number))
    .toSorted((a, b) => rank(item, a) - rank(item, b))
  const named =
    people.find((each) => speaksOf(item, each, cursor.field)) ??
    people.find((each) => values[each.number] === number) ??
    people.find((each) => !isFilled(values[each.number])) ??
    people[0]
  return named === undefined ? undefined : { is: 'person', named }
}

/** Who applies comes first; of a body, who came for it. */
function rank({ applicant }: Item, { number, says }: Named): number {
  if (number === applicant.idNo) return 0
  return applicant.contact !== null && says.get('name')?.key === applicant.contact ? 1 : 2
}

/** Is this one of the fields that say who somebody is? */
function speaksOf(item: Item, named: Named, key: string | null): boolean {
  if (key === null) return false
  const field = item.fields.find((each) => each.key === key)
  const number = item.fields.find((each) => each.key === named.number)
  return (
    key === named.number ||
    key === named.relation?.key ||
    key === number?.idTypeField ||
    field?.derive?.from === named.number ||
    [...named.says.values()].some((each) => each.key === key)
  )
}

/** Where they stand already, else where the cursor is, else the first empty row. */
function rowFor(field: Field, values: FormValues, row: number | null, number: string): number {
  const rows = rowsIn(values, field.key)
  const idNo = personColumns(field)!.idNo.key
  const there = rows.findIndex((each) => each[idNo] === number)
  if (there >= 0) return there
  if (row !== null) return row
  const empty = rows.findIndex(isEmptyRow)
  return empty >= 0 ? empty : rows.length
}
