/** An item names others: whose case does the work that comes back, and what excludes it. They have to be there. */
import type { Item } from '../item.ts'
import type { Finding } from './finding.ts'

/** What an item names that no item of the edition is. */
export function strangeItems(item: Item, codes: ReadonlySet<string>): Finding[] {
  const named: [string, string][] = [
    ...(item.recurrence ?? []).map((each): [string, string] => [`recurrence.${each.key}.opens`, each.opens]),
    ...(item.excludes ?? []).flatMap((each, nth) =>
      each.items.map((code, place): [string, string] => [`excludes.${nth}.items.${place}`, code]),
    ),
  ]
  return named.flatMap(([path, code]) => (codes.has(code) ? [] : [{ path, problem: `目录里没有“${code}”这个事项` }]))
}
