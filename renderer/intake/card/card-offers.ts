/** Where a card says something else than was typed: offered in its place, with the key that takes over. Pure. */
import { maskName } from '../../../shared/identity/mask.ts'
import { namedIn } from '../../../shared/item/named.ts'
import type { Form, Offer } from '../offers/offer.ts'
import { cardDifferences } from './card-says.ts'

export function cardOffers({ item, values, card = {} }: Form): Offer[] {
  return namedIn(item).flatMap((named): Offer[] => {
    if (!Object.hasOwn(card, named.number)) return []
    const type = item.fields.find(({ key }) => key === named.number)?.idTypeField
    const keys = [
      named.number,
      ...(type === undefined ? [] : [type]),
      ...[...named.says.values()].map(({ key }) => key),
    ]
    const theirs = Object.fromEntries(
      keys.filter((key) => key in card && key in values).map((key) => [key, card[key]!]),
    )
    const differs = cardDifferences(values, theirs)
    if (differs.length === 0) return []
    const patch = Object.fromEntries(differs.map(({ key, derived }) => [key, derived]))
    const labels = item.fields.filter(({ key }) => key in patch).map(({ label }) => label)
    const name = named.says.get('name')?.key ?? ''
    const place = { is: 'card', key: named.number, row: null } as const
    return [{ place, patch, labels, members: 0, who: maskName(String(card[name] ?? '')), from: [] }]
  })
}
