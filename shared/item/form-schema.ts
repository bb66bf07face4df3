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
  return z.custom<FormValues>(isObject).transform((typed, ctx): FormValues => {
    const { values, wrong } = readForm(item, typed, today)
    for (const { path, message } of wrong) ctx.addIssue({ code: 'custom', path, message, input: typed })
    return values
  }) as unknown as FormSchema
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Dropped unread at every edge (zod's records do so): a form with it is the form without it, in window, machine and bureau alike. */
const NEVER_READ = '__proto__'

type Wrong = { path: (string | number)[]; message: string }

/** The values as they are kept, and all that is wrong with what was typed. */
function readForm(item: Item, typed: FormValues, today: Day): { values: FormValues; wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const values: FormValues = {}
  for (const field of item.fields) values[field.key] = null
  for (const key of Object.keys(typed))
    if (!Object.hasOwn(values, key) && key !== NEVER_READ)
      wrong.push({ path: [key], message: problemMessage('unknownField') })
  const { shown, facts, shownValues } = whatIsAsked(item, typed, today)
  for (const field of shown) {
    const raw = typed[field.key]
    // A table with rows of its own is read even when nothing was typed: each of its rows may be required.
    const read =
      isFilled(raw) || field.rowsFrom !== undefined || (field.rows?.least ?? 0) > 0
        ? readField(field, raw ?? [], { values: shownValues, today, names: namesIn(item, field) })
        : NOTHING
    for (const each of read) {
      if ('wrong' in each) wrong.push({ path: [field.key, ...(each.at ?? [])], message: each.wrong })
      else if (isFilled(each.value)) values[field.key] = each.value
      else if (isRequired(field, facts)) wrong.push({ path: [field.key], message: problemMessage('required') })
    }
  }
  return { values, wrong }
}

const NOTHING = [{ value: null }]

/** What is wrong with a filled form on a day; empty when it is whole. */
export function formProblems(item: Item, values: FormValues, today: Day): FieldProblem[] {
  return readForm(item, values, today).wrong.map((wrong) => problemOf(item, values, wrong))
}

/** By label, what is wrong with a form that was read before, as main process and server get it; where nothing is, what is not as
 *  the schema keeps it (money as text, a hidden field with a value …). Empty for what a page may hand over. */
export function unfitFields(item: Item, values: FormValues, today: Day): string[] {
  const read = readForm(item, values, today)
  if (read.wrong.length > 0) return read.wrong.map((wrong) => problemOf(item, values, wrong).label)
  const differs = ({ key }: Field) => !sameValue(read.values[key] ?? null, emptyAsNull(values[key]))
  return item.fields.filter(differs).map((field) => field.label)
}

function sameValue(kept: FormValue, given: FormValue): boolean {
  if (typeof kept !== 'object' || typeof given !== 'object') return kept === given
  if (kept === null || given === null) return kept === given
  const names = Object.keys(kept)
  return (
    Array.isArray(kept) === Array.isArray(given) &&
    names.length === Object.keys(given).length &&
    names.every((name) => Object.hasOwn(given, name) && sameValue(inside(kept, name), inside(given, name)))
  )
}

const inside = (value: object, name: string): FormValue => (value as Record<string, FormValue>)[name] ?? null

function problemOf(item: Item, values: FormValues, { path, message }: Wrong): FieldProblem {
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
}

function nameOfRow(field: Field | undefined, values: FormValues, row: number): string {
  const chosen = field?.rowsFrom === undefined ? undefined : values[field.rowsFrom]
  const name = Array.isArray(chosen) ? chosen[row] : undefined
  return typeof name === 'string' ? name : `第${row + 1}行`
}

function emptyAsNull(value: FormValue | undefined): FormValue {
  return value !== undefined && isFilled(value) ? value : null
}

/** The fields that are asked in this situation, in the item's order. What a hidden field holds does not count. */
export function visibleFields(item: Item, values: FormValues, today: Day): Field[] {
  return whatIsAsked(item, values, today).shown
}

/** The fields that are asked, what stands in them, and the facts that follow from it. */
function whatIsAsked(item: Item, values: FormValues, today: Day) {
  let shown = item.fields
  // A field may hang on another that is hidden itself; each round hides at least one more, or it is settled.
  for (let round = 0; ; round += 1) {
    const shownValues = asKept(shown, values)
    const facts = factsOf(item, shownValues, today)
    const hiddenSections = new Set(
      item.sections.flatMap(({ key, when }) => (when === undefined || holds(when, facts) ? [] : [key])),
    )
    const next = item.fields.filter(
      (field) => !hiddenSections.has(field.section) && (field.when === undefined || holds(field.when, facts)),
    )
    const left = new Set(next)
    // Where nothing stood in what is hidden now, the facts are the same without it.
    const settled = shown.every((field) => left.has(field) || shownValues[field.key] === null)
    if (settled || round > item.fields.length) return { shown: next, shownValues, facts }
    shown = next
  }
}

/** What stands in these fields; what was chosen of several in the order of the options and each once: the rows of a table may
 *  follow it. */
function asKept(fields: readonly Field[], values: FormValues): FormValues {
  const kept: FormValues = {}
  for (const { key, type, options = [] } of fields) {
    const value = values[key] ?? null
    kept[key] =
      type === 'several' && Array.isArray(value)
        ? options.filter((option) => (value as unknown[]).includes(option))
        : value
  }
  return kept
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
