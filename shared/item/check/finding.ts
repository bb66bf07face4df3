/** What is wrong with an item as data: where, and a sentence for whoever edits the catalogue. */
import type { Condition } from '../condition.ts'
import type { Item } from '../item.ts'

/** `path` as in the file, e.g. `fields.idNo.section` (list entries by their key). */
export type Finding = { path: string; problem: string }

export type ItemRule = (item: Item) => Finding[]

/** Texts that occur more than once. */
export function twice(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))]
}

/** Every single comparison inside a condition. */
export function comparisons(
  condition: Condition,
): Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>[] {
  if ('all' in condition) return condition.all.flatMap(comparisons)
  if ('any' in condition) return condition.any.flatMap(comparisons)
  if ('not' in condition) return comparisons(condition.not)
  return [condition]
}
