/** What two forms ask of the same applicant in the same words. What changes from time to time (money, reasons, what is applied for)
 *  is asked anew; within one visit only money and reasons are. */
import { isFilled } from '../../../shared/item/facts.ts'
import type { Field, FormValue, FormValues } from '../../../shared/item/field.ts'
import type { Item } from '../../../shared/item/item.ts'
import { personColumns, rowsIn } from '../../../shared/item/named.ts'
import { carriedValues } from '../carry.ts'

/** Who somebody is, where they live, where money goes to; what else stays the same, the item says of its field. */
const lastingTypes: readonly Field['type'][] = ['address', 'phone', 'bankCard', 'disabilityNo', 'idNo', 'uscc']

/** What an earlier case of the same applicant says for the fields of this form that are still empty. */
export function saidBefore(from: Item, earlier: FormValues, to: Item, now: FormValues): FormValues {
  const carried = carriedValues({ from, values: earlier }, to)
  const agent = new Set(to.agent === null ? [] : [to.agent.name, to.agent.idNo, to.agent.phone, to.agent.relation])
  const said = to.fields.flatMap((field): [string, FormValue][] => {
    if (!isOpen(field, now) || field.type === 'table' || agent.has(field.key)) return []
    const lasts = lastingTypes.includes(field.type) || field.lasting === true
    const value = carried[field.key] ?? (lasts ? sameField(field, from, earlier) : null)
    return isFilled(value) ? [[field.key, value!]] : []
  })
  return Object.fromEntries(said)
}

/** What the form before it in the same visit said a moment ago. */
export function saidJustNow(from: Item, values: FormValues, to: Item): FormValues {
  if (from.applicantKind !== to.applicantKind) return {}
  const alike = to.fields.flatMap((field): [string, FormValue][] => {
    if (['money', 'textarea'].includes(field.type)) return []
    const value = sameField(field, from, values)
    return isFilled(value) ? [[field.key, value!]] : []
  })
  return { ...Object.fromEntries(alike), ...carriedValues({ from, values }, to) }
}

/** Is a field shown, and nothing in it yet? */
export function isOpen(field: Field, now: FormValues): boolean {
  return Object.hasOwn(now, field.key) && !isFilled(now[field.key])
}

/** May a box hold this? A choice only what it offers. */
export function fits({ options }: Pick<Field, 'options'>, value: FormValue): boolean {
  return (
    options === undefined || (Array.isArray(value) ? value : [value]).every((each) => options.includes(String(each)))
  )
}

/** The field that both forms ask alike. */
function sameField(field: Field, from: Item, earlier: FormValues): FormValue {
  const same = from.fields.find(
    ({ key, type, label }) => key === field.key && type === field.type && label === field.label,
  )
  const value = earlier[field.key] ?? null
  if (same === undefined || field.derive !== undefined) return null
  if (field.type === 'table') return personColumns(field) === undefined ? null : withoutMoney(field, earlier)
  return fits(field, value) ? value : null
}

/** Who they are; what each has is asked anew. */
function withoutMoney(field: Field, earlier: FormValues): FormValue {
  const columns = (field.columns ?? []).filter(({ type }) => type !== 'money')
  return rowsIn(earlier, field.key).map((row) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const cell = row[column.key] ?? null
        return isFilled(cell) && fits(column, cell) ? [[column.key, cell]] : []
      }),
    ),
  )
}
