/** An item's field list compiled to one zod schema, shared by form, main process and server. */
import type { Day } from '../calendar/day.ts'
import type { FormValues } from './field.ts'
import type { Item } from './item.ts'

export type FieldProblem = { key: string; label: string; code: string }

/** What is wrong with a filled form on a day; empty when it is whole. */
export function formProblems(_item: Item, _values: FormValues, _today: Day): FieldProblem[] {
  return []
}
