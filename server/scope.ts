/** What a terminal may read: its hall's cases, and of sealed matters (adoption …) only those its offices handle. */
import type { Item } from '../shared/item/item.ts'
import type { Known } from './known.ts'

/** The items whose cases these offices may not read, by the newest edition of each. */
export function hiddenFrom(offices: readonly string[], { catalogues }: Pick<Known, 'catalogues'>): string[] {
  const newest = new Map<string, Item>(catalogues.flatMap(({ items }) => items.map((item) => [item.code, item])))
  return [...newest.values()]
    .filter(({ sealedTo }) => sealedTo !== undefined && !sealedTo.some((office) => offices.includes(office)))
    .map(({ code }) => code)
    .toSorted()
}

/** The life a reader's cursor counts in: another one for each scope, so that a changed scope starts the cursor again. */
export function lifeOf(incarnation: string, hidden: readonly string[]): string {
  return [incarnation, ...hidden].join(' ')
}
