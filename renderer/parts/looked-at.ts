/** Which hall a page is looked at for (大厅). What another than this terminal's own has is told by the bureau alone: nothing of it lies
 *  in the cache, and nothing of it is opened or signed here. */
import { createContext, useContext } from 'react'
import { isOfAnyHall } from '../../shared/contract/desk-link.ts'
import { pageAt } from '../../shared/contract/pages.ts'
import type { Hall } from '../../shared/people/hall.ts'

/** `other`: null is this terminal's own hall. `named`: what a link for a colleague has to say, who may sit in either; null where only one
 *  is granted. */
export type LookedAt = { other: Hall | null; named: Hall['id'] | null }

const LookedAtContext = createContext<LookedAt>({ other: null, named: null })
export const LookedAtProvider = LookedAtContext.Provider

/** Null: this terminal's own hall. */
export function useOtherHall(): Hall | null {
  return useContext(LookedAtContext).other
}

/** What a letter says of the hall. */
export function useHallAsked(): { hall?: Hall['id'] } {
  const { other } = useContext(LookedAtContext)
  return other === null ? {} : { hall: other.id }
}

/** Leads to a page of the same hall that is looked at. */
export function useHallKept(): (address: string) => string {
  const { other } = useContext(LookedAtContext)
  return (address) => (other === null ? address : withHall(address, other.id))
}

/** An address as a colleague is told it. */
export function useHallNamed(): (address: string) => string {
  const { named } = useContext(LookedAtContext)
  return (address) => (named === null ? address : withHall(address, named))
}

/** An address of a page that may be of any hall says which; every other one stays as it is. */
export function withHall(address: string, hall: Hall['id']): string {
  const [place = '', query] = address.split('?')
  const page = pageAt(place)
  if (page === undefined || !isOfAnyHall(page.path)) return address
  const said = new URLSearchParams(query)
  said.set('hall', hall)
  return `${place}?${said}`
}
