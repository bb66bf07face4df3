/** Which offer one key takes: what the cursor stands beside, else what is known of the applicant, else the first. */
import type { Item } from '../../../shared/item/item.ts'
import { namedIn } from '../../../shared/item/named.ts'
import type { Offer } from './offer.ts'

/** Where the cursor stands: a field of the form, and a row of its table. */
export type Cursor = { field: string | null; row: number | null }

export function cursorAt(element: Element | null): Cursor {
  const field = element?.closest<HTMLElement>('[data-field]')?.dataset.field
  const row = element?.closest<HTMLElement>('[data-row]')?.dataset.row
  return { field: field?.replace(/^field-/, '') ?? null, row: row === undefined ? null : Number(row) }
}

export function nearestOffer(item: Item, offers: readonly Offer[], { field, row }: Cursor): Offer | undefined {
  const here = namedIn(item).find(
    ({ number, says, relation }) =>
      number === field || relation?.key === field || [...says.values()].some(({ key }) => key === field),
  )
  return (
    offers.find(({ place }) => place.is === 'card' && place.key === here?.number) ??
    offers.find(({ place }) => place.is === 'row' && place.key === field && place.row === row) ??
    offers.find(({ place }) => place.is === 'household' && place.key === field) ??
    offers.find(({ place }) => place.is === 'person' && place.key === here?.number) ??
    offers.find(({ place }) => place.is === 'applicant') ??
    offers.find(({ place }) => place.is !== 'card')
  )
}
