/** A case carried into a ministry's own system: its values as that system wants them typed, and what of them it shows otherwise. */
import { formatYuan, type Money } from '../identity/money.ts'
import type { FormValue, FormValues } from './field.ts'
import type { Item, SecondSystem, TypedAs } from './item.ts'

/** `cell`: it stands in a row of a table, under this head. */
export type Carried = { field: string; label: string; text: string; cell?: { row: string; head: string } }

/** The boxes of a case in the other system's order, those that were not filled too; of a table those of each row that was. */
export function carriedFields({ order }: SecondSystem, values: FormValues): Carried[] {
  return order.flatMap((box): Carried[] => {
    const value = values[box.field] ?? null
    if (!('columns' in box)) return [{ field: box.field, label: box.label, text: written(value, box.as) }]
    const rows = Array.isArray(value) ? (value as Record<string, string | number | null>[]) : []
    return rows.flatMap((cells, at) =>
      box.columns.map(({ column, label, as }) => ({
        field: `${box.field}.${at}.${column}`,
        label: `${box.label}${at + 1} ${label}`,
        text: written(cells[column] ?? null, as),
        cell: { row: `${box.field}.${at}`, head: label },
      })),
    )
  })
}

/** A value as it is typed there; nothing for what is not filled. */
export function written(value: FormValue, as: TypedAs): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join('；')
  const text = String(value)
  switch (as) {
    case 'plain':
      return text
    case 'digits':
      // An identity number may end in X, a passport begins with a letter.
      return text.replace(/[^0-9A-Za-z]/g, '')
    case 'yuan':
      return typeof value === 'number' ? formatYuan(value as Money).replaceAll(',', '') : text
    case 'compactDay':
      return text.replaceAll('-', '')
    case 'slashDay':
      return text.replaceAll('-', '/')
  }
}

/** All at once, for a row of a table or a page that takes one: divided by tabs, in the order of the fields. */
export function asTabs(fields: readonly Carried[]): string {
  return fields.map(({ text }) => text.replace(/[\t\r\n]+/g, ' ')).join('\t')
}

/** The number the other system gave for the case, if it was written down. */
export function linkedNumber(item: Item, links: readonly { system: string; number: string }[]): string | null {
  return links.find(({ system }) => system === item.secondSystem?.name)?.number ?? null
}
