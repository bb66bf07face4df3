/** What one key takes over is put in, once it is written down that it was opened; and taken back with one. */
import { flushSync } from 'react-dom'
import type { FormValues } from '../../../shared/item/field.ts'
import { machine } from '../../machine.ts'
import { say } from '../../ui/feedback.tsx'
import { showProblem } from '../../ui/problem.ts'
import { offerWords } from '../../words/offers.ts'
import type { IntakeInHand } from '../use-intake.ts'
import { cursorAt, nearestOffer } from './nearest.ts'
import { goOnAfter } from './next-open.ts'
import { type Offer, placeName } from './offer.ts'
import type { OfferDesk } from './offer-desk.ts'

export type Offers = {
  desk: OfferDesk
  /** What stands nearest the cursor, or this. */
  take: (offer?: Offer) => void
  undo: () => void
}

type Held<T> = { readonly current: T }

export function makeOffers(desk: OfferDesk, latest: Held<IntakeInHand>, page: Held<HTMLElement | null>): Offers {
  function put(patch: FormValues, brought: boolean): void {
    const { typing, changeBeside } = latest.current
    flushSync(() => {
      for (const [key, value] of Object.entries(patch)) typing.setValue(key, value as never, { shouldDirty: true })
      changeBeside((beside) => ({
        brought: brought
          ? { ...beside.brought, ...patch }
          : Object.fromEntries(Object.entries(beside.brought).filter(([key]) => !(key in patch))),
      }))
    })
    void typing.trigger(Object.keys(patch))
  }

  async function take(wanted: Offer | undefined): Promise<void> {
    const { item, typing } = latest.current
    const chosen = wanted ?? nearestOffer(item, desk.look(latest.current), cursorAt(document.activeElement))
    if (chosen === undefined) return say(offerWords.nothing, 'info')
    for (const { id } of chosen.from) {
      if (id === null) continue
      const reason = offerWords.reason[chosen.place.is]
      if (!(await machine['note.record']({ type: 'opened', case: id, what: 'takenOver', reason })).ok)
        return say(offerWords.failed, 'error')
    }
    // Somebody may have typed on meanwhile.
    const place = placeName(chosen.place)
    const offer = desk.look(latest.current).find((each) => placeName(each.place) === place)
    if (offer === undefined) return
    const typed = typing.getValues()
    const before = Object.fromEntries(Object.keys(offer.patch).map((key) => [key, typed[key] ?? null]))
    put(offer.patch, true)
    desk.take({ offer, before })
    // The form was drawn with it: what is still open now is known.
    goOnAfter(page.current, offer.place, latest.current)
  }

  let underWay = false
  return {
    desk,
    take: (offer) => {
      if (underWay) return
      underWay = true
      void take(offer)
        .catch(showProblem)
        .finally(() => {
          underWay = false
        })
    },
    undo: () => {
      const { taken } = desk
      if (taken === null) return
      desk.take(null)
      put(taken.before, false)
    },
  }
}
