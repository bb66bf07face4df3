/** What one key takes over is put in, once it is written down that it was opened; and taken back with one. */
import type { IdCard } from '../../../shared/identity/id-card.ts'
import { machine } from '../../machine.ts'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { offerWords } from '../../words/offers.ts'
import { takeCard } from '../card/take-card.ts'
import type { IntakeInHand } from '../use-intake.ts'
import { type Hands, type Held, putIn } from './hands.ts'
import { cursorAt, nearestOffer } from './nearest.ts'
import { goOnAfter } from './next-open.ts'
import { type Offer, placeName } from './offer.ts'
import type { OfferDesk } from './offer-desk.ts'

export type Offers = {
  desk: OfferDesk
  /** What stands nearest the cursor, or this. */
  take: (offer?: Offer) => void
  undo: () => void
  /** `at`: what the cursor stood on when the card was asked for. */
  takeCard: (card: IdCard, at: Element | null) => void
}

export function makeOffers(desk: OfferDesk, latest: Held<IntakeInHand>, page: Held<HTMLElement | null>): Offers {
  const hands: Hands = { desk, latest, page }
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
    putIn(hands, offer.patch, true)
    desk.take({ offer, before })
    // The form was drawn with it: what is still open now is known.
    goOnAfter(page.current, offer.place, latest.current)
  }

  let underWay = false
  return {
    desk,
    takeCard: (card, at) => takeCard(card, cursorAt(at), hands),
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
      putIn(hands, taken.before, false, taken.unsaid)
    },
  }
}
