/** Which items are taken on a day, and under which edition of the catalogue: a changed item stands from the day it names. */
import type { Day } from '../calendar/day.ts'
import type { Catalogue, Item, ItemCode } from './item.ts'

/** An item as it is taken, and the edition that says so. */
export type Taken = { item: Item; edition: string }

export function isInForce({ inForce }: Pick<Item, 'inForce'>, day: Day): boolean {
  return inForce.from <= day && (inForce.until === null || day <= inForce.until)
}

/**
 * What is taken on a day: the current edition's items, and of one that is to be in force only later the newest earlier
 * edition's that is. What the current edition leaves out or has ended is not taken. `catalogues`: oldest first.
 */
export function takenOn(catalogues: readonly Catalogue[], current: string, day: Day): Taken[] {
  const at = catalogues.findIndex(({ edition }) => edition === current)
  const newestFirst = catalogues.slice(0, at + 1).toReversed()
  return (newestFirst[0]?.items ?? []).flatMap((item) => {
    if (item.inForce.from <= day) return isInForce(item, day) ? [{ item, edition: current }] : []
    return versionsOf(newestFirst, item.code).find((each) => isInForce(each.item, day)) ?? []
  })
}

function versionsOf(catalogues: readonly Catalogue[], code: ItemCode): Taken[] {
  return catalogues.flatMap(({ edition, items }) =>
    items.filter((item) => item.code === code).map((item) => ({ item, edition })),
  )
}

/** The catalogue with one item added, or changed: an item of the same code is replaced where it stands. */
export function withItem(catalogue: Catalogue, item: Item, edition: string): Catalogue {
  const known = catalogue.items.some(({ code }) => code === item.code)
  const items = known
    ? catalogue.items.map((each) => (each.code === item.code ? item : each))
    : [...catalogue.items, item]
  return { ...catalogue, edition, items }
}

/** A name for the next edition: of the month of publishing, counted on where that month has one already. */
export function nextEdition(editions: readonly string[], today: Day): string {
  const month = today.slice(0, 7).replace('-', '.')
  const named = (n: number) => (n === 0 ? month : `${month}.${n}`)
  let n = 0
  while (editions.includes(named(n))) n += 1
  return named(n)
}
