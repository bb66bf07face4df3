/** What is offered at each place of the form in hand, and what was put in last. Beside the form's own state: only the line that
 *  changes is drawn again. */
import type { FormValues } from '../../../shared/item/field.ts'
import { cardOffers } from '../card/card-offers.ts'
import type { Beside } from '../use-intake.ts'
import { type Form, type Offer, placeName, type Source } from './offer.ts'
import { offersFor } from './offers.ts'

/** What was put in, and what stood there before. */
export type Taken = {
  offer: Offer
  before: FormValues
  /** What was noted with it is taken back too. */
  unsaid?: (beside: Beside) => Partial<Beside>
}

export type AtPlace = { is: 'offered' | 'taken'; offer: Offer }

export class OfferDesk {
  /** The cases that name each number looked up so far; gone with the page. */
  readonly known = new Map<string, readonly Source[]>()
  #taken: Taken | null = null
  #offered: readonly Offer[] = []
  #said = new Map<string, { serial: string; says: AtPlace }>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same object while it says the same. */
  at(place: string): AtPlace | undefined {
    return this.#said.get(place)?.says
  }

  get taken(): Taken | null {
    return this.#taken
  }

  /** What is offered for the form as it stands. */
  look(form: Form): readonly Offer[] {
    this.#offered = [...cardOffers(form), ...offersFor(form, (number) => this.known.get(number) ?? [])]
    // What was put in and then changed is the clerk's own.
    if (this.#taken !== null && !stands(this.#taken.offer.patch, form.values)) this.#taken = null
    this.#tell()
    return this.#offered
  }

  take(taken: Taken | null): void {
    this.#taken = taken
    this.#tell()
  }

  #tell(): void {
    const says = this.#offered.map((offer): AtPlace => ({ is: 'offered', offer }))
    // What was just put in can be taken back, before anything else is offered there.
    if (this.#taken !== null) says.push({ is: 'taken', offer: this.#taken.offer })
    const before = this.#said
    this.#said = new Map(
      says.map((now) => {
        const { place, labels, who, from, patch } = now.offer
        const serial = JSON.stringify([now.is, place, labels, who, from.map(({ id }) => id), patch])
        const was = before.get(placeName(place))
        return [placeName(place), was?.serial === serial ? was : { serial, says: now }]
      }),
    )
    for (const listener of this.#listeners) listener()
  }
}

function stands(patch: FormValues, values: FormValues): boolean {
  return Object.entries(patch).every(([key, value]) => JSON.stringify(values[key] ?? null) === JSON.stringify(value))
}
