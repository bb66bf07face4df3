/** What an earlier case of the same person says already, for the fields of this form that are still empty: offered, never put in by
 *  itself. What changes from time to time (money, reasons, what is applied for) is asked anew. */
import { isFilled } from '../../shared/item/facts.ts'
import type { Field, FormValue, FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { isEmptyRow, type Row } from '../ui/fields/table-rows.ts'
import { carriedValues } from './carry.ts'
import { personColumns } from './row-offers.ts'

/** Who somebody is, where they live, where money goes to. */
const lasting: readonly Field['type'][] = ['address', 'phone', 'bankCard', 'disabilityNo', 'idNo', 'uscc']
const lastingKeys = ['nation', 'hukouType', 'bankHolder', 'bankName']

export function takenOver(from: Item, earlier: FormValues, to: Item, now: FormValues): FormValues {
  const carried = carriedValues({ visit: '', from, values: earlier }, to)
  const agent = new Set(to.agent === null ? [] : [to.agent.name, to.agent.idNo, to.agent.phone, to.agent.relation])
  const said = to.fields.flatMap((field): [string, FormValue][] => {
    if (!Object.hasOwn(now, field.key) || !isOpen(now[field.key] ?? null) || agent.has(field.key)) return []
    const value = carried[field.key] ?? sameField(field, from, earlier)
    return isFilled(value) ? [[field.key, value!]] : []
  })
  return Object.fromEntries(said)
}

function isOpen(value: FormValue): boolean {
  return Array.isArray(value)
    ? value.every((row) => typeof row === 'object' && isEmptyRow(row as Row))
    : !isFilled(value)
}

/** The field that both forms ask alike. */
function sameField(field: Field, from: Item, earlier: FormValues): FormValue {
  const same = from.fields.find(
    ({ key, type, label }) => key === field.key && type === field.type && label === field.label,
  )
  const value = earlier[field.key] ?? null
  if (same === undefined || field.derive !== undefined) return null
  if (field.type === 'table') return household(field, value)
  if (field.options !== undefined && !field.options.includes(String(value))) return null
  return lasting.includes(field.type) || lastingKeys.includes(field.key) ? value : null
}

/** Who lives together; what each has is asked anew. */
function household(field: Field, value: FormValue): FormValue {
  if (personColumns(field) === undefined || !Array.isArray(value)) return null
  const columns = (field.columns ?? []).filter(({ type }) => type !== 'money')
  return (value as Row[]).map((row) =>
    Object.fromEntries(
      columns.flatMap(({ key, options }) => {
        const cell = row[key] ?? null
        return cell === null || (options !== undefined && !options.includes(String(cell))) ? [] : [[key, cell]]
      }),
    ),
  )
}
