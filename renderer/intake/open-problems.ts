/** What is still to be done in the form, without what will follow by itself. */

import { sourcesOf } from '../../shared/item/derived.ts'
import { isFilled } from '../../shared/item/facts.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { FieldProblem } from '../../shared/item/field-problem.ts'
import type { Item } from '../../shared/item/item.ts'

/** The form's problems as the clerk is told of them; an empty field that follows others is none while those are wrong or missing. */
export function openProblems(item: Item, values: FormValues, all: readonly FieldProblem[]): FieldProblem[] {
  const waits = waitingFields(item, values, all)
  return all.filter((problem) => !waits.has(problem.key))
}

/** The empty fields that will follow others which are not right yet. */
export function waitingFields(item: Item, values: FormValues, problems: readonly FieldProblem[]): ReadonlySet<string> {
  const wrong = new Set(problems.map((problem) => problem.key))
  const waiting = item.fields.filter(
    ({ key, derive }) => derive && !isFilled(values[key]) && sourcesOf(derive).some((source) => wrong.has(source)),
  )
  return new Set(waiting.map((field) => field.key))
}
