/** Looks up whoever is named in the form, off the path of the key that was pressed. */
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { casesNaming } from '../../store/find.ts'
import { showProblem } from '../../ui/problem.ts'
import type { IntakeInHand } from '../use-intake.ts'
import { type AtPlace, OfferDesk } from './offer-desk.ts'
import { numbersIn } from './offers.ts'
import { makeOffers, type Offers } from './put-in.ts'

/** A line of what is offered need not come within a frame, but while the clerk still looks there. */
const LATEST_MS = 300

export const OffersContext = createContext<Offers | null>(null)

/** The same as long as the form is open. */
export function useOffers(intake: IntakeInHand, page: { readonly current: HTMLElement | null }): Offers {
  const latest = useRef(intake)
  latest.current = intake
  const [offers] = useState(() => makeOffers(new OfferDesk(), latest, page))
  const { desk } = offers
  const { values } = intake

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again whenever the form says something else
  useEffect(() => {
    let current = true
    const look = async () => {
      const unknown = numbersIn(latest.current).filter(({ number }) => !desk.known.has(number))
      await Promise.all(unknown.map(async ({ number }) => desk.known.set(number, await casesNaming(number))))
      if (current) desk.look(latest.current)
    }
    const idle = requestIdleCallback(() => void look().catch(showProblem), { timeout: LATEST_MS })
    return () => {
      current = false
      cancelIdleCallback(idle)
    }
  }, [values, desk])
  return offers
}

const noListener = () => () => {}

/** What is offered at a place, or was put in there last. */
export function useOfferAt(place: string): AtPlace | undefined {
  const offers = useContext(OffersContext)
  return useSyncExternalStore(offers?.desk.subscribe ?? noListener, () => offers?.desk.at(place))
}
