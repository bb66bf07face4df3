/** Items that exclude one another (特困 and 低保): found from either side, whichever of the two says so. */
import type { Exclusion, Item, ItemCode } from './item.ts'

/** The items that this one names. */
export function excludedItems(item: Item): ItemCode[] {
  return (item.excludes ?? []).flatMap(({ items }) => items)
}

/** What is said of having the other one too; the stronger of the two where both speak. */
export function exclusionBetween(item: Item, other: Item): Exclusion | undefined {
  const said = [
    ...(item.excludes ?? []).filter(({ items }) => items.includes(other.code)),
    ...(other.excludes ?? []).filter(({ items }) => items.includes(item.code)),
  ]
  return said.find(({ weight }) => weight === 'wall') ?? said[0]
}
