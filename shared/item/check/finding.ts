/** What is wrong with an item as data: where, and a sentence for whoever edits the catalogue. */
import type { Item } from '../item.ts'

/** `path` as in the file, e.g. `fields.idNo.section` (list entries by their key). */
export type Finding = { path: string; problem: string }

export type ItemRule = (item: Item) => Finding[]

/** Texts that occur more than once. */
export function twice(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))]
}
