/** What of an item is marked uncertain: the bureau's list of what it must still confirm. */

import type { z } from 'zod'
import type { Certainty, Item } from './item.ts'

export type Uncertain = {
  /** The part, then the entry's name where it has one; empty: the item as a whole. */
  path: string[]
  /** Null: a question that the item asks in words. */
  certainty: z.infer<typeof Certainty> | null
  words: string
}

/** Everything marked less than certain, wherever it stands, after the item's own questions. */
export function uncertainIn(item: Item): Uncertain[] {
  const asked = item.toConfirm.map((words): Uncertain => ({ path: [], certainty: null, words }))
  return [...asked, ...marked(item, [])]
}

function marked(value: unknown, path: readonly string[]): Uncertain[] {
  if (Array.isArray(value)) return value.flatMap((each) => marked(each, path))
  if (typeof value !== 'object' || value === null) return []
  const known = value as Record<string, unknown>
  const name = [known.name, known.label, known.words].find((each) => typeof each === 'string')
  const here = path.length === 0 || name === undefined ? [...path] : [...path, String(name)]
  const { certainty } = known
  const own: Uncertain[] =
    certainty === 'medium' || certainty === 'low'
      ? [{ path: here, certainty, words: typeof known.basis === 'string' ? known.basis : '' }]
      : []
  return [...own, ...Object.entries(known).flatMap(([key, inner]) => marked(inner, [...here, key]))]
}
