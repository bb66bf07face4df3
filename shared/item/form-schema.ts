/** An item's field list compiled to one zod schema, shared by form, main process and server. */
import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import { holds, isFilled } from './facts.ts'
import type { Field, FormValue, FormValues } from './field.ts'
import { type FieldProblem, problemMessage, readProblemMessage } from './field-problem.ts'
import { factsOf } from './form-facts.ts'
import type { Item } from './item.ts'
import { readField } from './read-field.ts'

export type { FieldProblem } from './field-problem.ts'

/** Reads what was typed. Its output has every field of the item, null where empty or hidden; an issue's message is a code of
 *  field-problem.ts with its figure, its path is [field] or, in a table, [field, row, column]. */
export type FormSchema = z.ZodType<FormValues, unknown>

const compiled = new WeakMap<Item, { today: Day; schema: FormSchema }>()

/** The schema of an item's form on a day (births and other dates are judged by it). Built once per item object and day. */
export function formSchema(item: Item, today: Day): FormSchema {
  const known = compiled.get(item)
  if (known?.today === today) return known.schema
  const schema = compile(item, today)
  compiled.set(item, { today, schema })
  return schema
}

function compile(item: Item, today: Day): FormSchema {
  const keys = new Set(item.fields.map((field) => field.key))
  return z.record(z.string(), z.unknown()).transform((typed, ctx): FormValues => {
    const issue = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path, message, input: typed })
    for (const key of Object.keys(typed)) if (!keys.has(key)) issue([key], problemMessage('unknownField'))
    const values: FormValues = Object.fromEntries(item.fields.map((field) => [field.key, null]))
    const raw = typed as FormValues
    const shown = visibleFields(item, raw, today)
    const shownValues = inOptionOrder(shown, only(shown, raw))
    const facts = factsOf(item, shownValues, today)
    for (const field of shown) {
      const around = { values: shownValues, today, names: namesIn(item, field) }
      // A table with rows of its own is read even when nothing was typed: each of its rows may be required.
      const read =
        isFilled(raw[field.key]) || field.rowsFrom !== undefined || (field.rows?.least ?? 0) > 0
          ? readField(field, raw[field.key] ?? [], around)
          : [{ value: null }]
      for (const each of read) {
        if ('wrong' in each) issue([field.key, ...(each.at ?? [])], each.wrong)
        else if (isFilled(each.value)) values[field.key] = each.value
        else if (isRequired(field, facts)) issue([field.key], problemMessage('required'))
      }
    }
    return values
  }) as unknown as FormSchema
}

/** What is wrong with a filled form on a day; empty when it is whole. */
export function formProblems(item: Item, values: FormValues, today: Day): FieldProblem[] {
  const read = formSchema(item, today).safeParse(values)
  if (read.success) return []
  return read.error.issues.map(({ path, message }) => {
    const [key, row, column] = path
    const field = item.fields.find((each) => each.key === key)
    const inColumn = field?.columns?.find((each) => each.key === column)
    const rowName = typeof row === 'number' ? nameOfRow(field, values, row) : ''
    return {
      key: String(key ?? ''),
      label: [field?.label ?? String(key ?? ''), rowName, inColumn?.label].filter(Boolean).join('·'),
      ...readProblemMessage(message),
      row: typeof row === 'number' ? row : null,
      column: typeof column === 'string' ? column : null,
    }
  })
}

function nameOfRow(field: Field | undefined, values: FormValues, row: number): string {
  const chosen = field?.rowsFrom === undefined ? undefined : values[field.rowsFrom]
  const name = Array.isArray(chosen) ? chosen[row] : undefined
  return typeof name === 'string' ? name : `第${row + 1}行`
}

/** The fields whose values are not as the schema keeps them (money as text, a hidden field with a value …), by label: what
 *  arrives at main process or server was read by the page before. */
export function unreadFields(item: Item, values: FormValues, today: Day): string[] {
  const read = formSchema(item, today).safeParse(values)
  if (!read.success) return []
  const differs = ({ key }: Field) => JSON.stringify(read.data[key]) !== JSON.stringify(emptyAsNull(values[key]))
  return item.fields.filter(differs).map((field) => field.label)
}

function emptyAsNull(value: FormValue | undefined): FormValue {
  return value !== undefined && isFilled(value) ? value : null
}

/** The fields that are asked in this situation, in the item's order. What a hidden field holds does not count. */
export function visibleFields(item: Item, values: FormValues, today: Day): Field[] {
  let shown = item.fields
  // A field may hang on another that is hidden itself; each round hides at least one more, or it is settled.
  for (let round = 0; round <= item.fields.length; round += 1) {
    const facts = factsOf(item, only(shown, values), today)
    const hiddenSections = new Set(
      item.sections.flatMap(({ key, when }) => (when === undefined || holds(when, facts) ? [] : [key])),
    )
    const next = item.fields.filter(
      (field) => !hiddenSections.has(field.section) && (field.when === undefined || holds(field.when, facts)),
    )
    if (next.length === shown.length && next.every((field, index) => field === shown[index])) return next
    shown = next
  }
  return shown
}

/** What was chosen of several in the order of the options and each once, as it is kept: the rows of a table may follow it. */
function inOptionOrder(fields: readonly Field[], values: FormValues): FormValues {
  const chosen = fields.flatMap(({ key, type, options = [] }): [string, FormValue][] => {
    const value = values[key]
    return type === 'several' && Array.isArray(value)
      ? [[key, options.filter((option) => (value as unknown[]).includes(option))]]
      : []
  })
  return { ...values, ...Object.fromEntries(chosen) }
}

function only(fields: readonly Field[], values: FormValues): FormValues {
  return Object.fromEntries(fields.map(({ key }) => [key, values[key] ?? null]))
}

/** Must this field be filled in this situation? `facts` as factsOf gives them. */
export function isRequired(field: Field, facts: FormValues): boolean {
  return typeof field.required === 'boolean' ? field.required : holds(field.required, facts)
}

function namesIn(item: Item, { key, type }: Field): 'person' | 'organisation' | null {
  if (type !== 'text') return null
  if (key === item.applicant.name) return item.applicantKind
  return key === item.applicant.contact || key === item.agent?.name ? 'person' : null
}

/** A form before the first key: defaults filled in, all else empty. */
export function emptyForm(item: Item): FormValues {
  return Object.fromEntries(
    item.fields.map((field) => [
      field.key,
      field.default ?? (field.type === 'several' || field.type === 'table' ? [] : null),
    ]),
  )
}
