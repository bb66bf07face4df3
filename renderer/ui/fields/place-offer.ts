/** What an address box offers while somebody types: the streets and communities of the hall's own district. */
import { match } from 'pinyin-pro'
import type { Street } from '../../../shared/people/hall.ts'
import type { Choice } from './choice-search.ts'

const MOST = 7

/** The places that the end of what was typed may mean, in the hall's order; each with the whole address as it would be. Typed in
 *  Chinese, or by its letters where no input method is open. None once a community stands there. */
export function offeredPlaces(typed: string, streets: readonly Street[]): readonly Choice[] {
  const text = typed.trimEnd()
  const places = streets.flatMap(({ street, communities }) =>
    communities.map((community) => ({ street, community, whole: `${street}${community}` })),
  )
  if (places.some(({ whole }) => text.includes(whole))) return []
  for (let from = 0; from < text.length; from += 1) {
    const end = text.slice(from)
    const meant = places.filter(({ whole, community }) => begins(whole, end) || begins(community, end))
    if (meant.length > 0)
      return meant.slice(0, MOST).map(({ whole }) => ({ value: `${text.slice(0, from)}${whole}`, label: whole }))
  }
  return []
}

/** One letter means too much. */
function begins(name: string, typed: string): boolean {
  if (name.startsWith(typed)) return true
  const letters = typed.replaceAll("'", '').toLowerCase()
  return /^[a-zü]{2,}$/.test(letters) && match(name, letters, { precision: 'start', continuous: true })?.[0] === 0
}
