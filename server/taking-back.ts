/** A folder published over what an admin published in the window would take that back: it is said, and has to be asked for by name. */
import type { Catalogue, Item } from '../shared/item/item.ts'
import type { Bureau } from './bureau.ts'

/** An item whose present version came from the window, and by whom. */
type FromWindow = { item: Item; edition: string; by: string }

/** Throws, naming each item that would be taken back and is not in `replace`. Editions that are published already change nothing. */
export async function refuseTakingBack(
  bureau: Bureau,
  catalogues: readonly Catalogue[],
  replace: readonly string[],
): Promise<void> {
  const known = new Set(bureau.known.catalogues.map(({ edition }) => edition))
  const coming = catalogues.filter(({ edition }) => !known.has(edition)).at(-1)
  if (coming === undefined) return
  const kept = new Map(coming.items.map((item) => [item.code, JSON.stringify(item)]))
  const lost = (await fromWindow(bureau)).filter(({ item }) => kept.get(item.code) !== JSON.stringify(item))
  const asked = new Set(replace)
  const unasked = lost.filter(({ item }) => !asked.has(item.code))
  if (unasked.length > 0)
    throw new Error(
      [
        'Nothing was published: the folder would take back what was published in the window.',
        ...unasked.map(({ item, edition, by }) => `  ${item.code} ${item.name} (edition ${edition}, by ${by})`),
        `Put these into the folder first, or ask for it: --replace ${unasked.map(({ item }) => item.code).join(' ')}`,
      ].join('\n'),
    )
}

/** The items of the current edition that came from the window as they stand now. */
async function fromWindow({ db, known }: Bureau): Promise<FromWindow[]> {
  const rows = await db
    .selectFrom('published')
    .select(['edition', 'by_person'])
    .where('kind', '=', 'catalogue')
    .execute()
  const byWhom = new Map(rows.map(({ edition, by_person }) => [edition, by_person]))
  return (known.catalogues.at(-1)?.items ?? []).flatMap((item) => {
    const edition = firstWith(known.catalogues, item)
    const by = byWhom.get(edition) ?? null
    return by === null ? [] : [{ item, edition, by }]
  })
}

/** The edition that brought the item as it stands now: the first of the last ones that all have it so. */
function firstWith(catalogues: readonly Catalogue[], item: Item): string {
  const text = JSON.stringify(item)
  let first = catalogues.at(-1)!.edition
  for (const { edition, items } of catalogues.toReversed()) {
    const there = items.find(({ code }) => code === item.code)
    if (there === undefined || JSON.stringify(there) !== text) return first
    first = edition
  }
  return first
}
