/** Which hall the address names, and whether whoever sits here may look at it from this terminal. */
import { useLocation } from 'react-router'
import { HallId } from '../../../shared/case/ids.ts'
import { isOfAnyHall } from '../../../shared/contract/desk-link.ts'
import type { Halls } from '../../../shared/contract/halls.ts'
import { pageAt } from '../../../shared/contract/pages.ts'
import type { Hall } from '../../../shared/people/hall.ts'
import { isHeard, type Unheard } from '../../parts/hear.ts'
import { useHalls } from '../../parts/use-halls.ts'
import { useSaid } from '../../parts/use-said.ts'
import { usePublished } from '../../session/session.tsx'

/** `of`: the hall's own; null where it is not told, and why. */
export type Looking = {
  /** All that are granted; of one there is nothing to choose. */
  halls: Halls
  /** The page may be of any of them. */
  mayChoose: boolean
  of: Hall | null
  isOther: boolean
  why: Unheard | 'asking' | 'notGranted' | null
  choose: (hall: Hall['id']) => void
  again: () => Promise<void>
}

export function useLookedAt(): Looking {
  const { pathname } = useLocation()
  const [said, say] = useSaid()
  const { hall: own } = usePublished()
  const { halls: heard, again } = useHalls()
  const path = pageAt(pathname)?.path
  const mayChoose = path !== undefined && isOfAnyHall(path)
  const named = mayChoose ? HallId.safeParse(said.get('hall')).data : undefined
  const isOther = named !== undefined && named !== own.id
  const halls = isHeard(heard) ? heard : []
  const of = isOther ? (halls.find(({ id }) => id === named) ?? null) : own
  const why = of !== null ? null : isHeard(heard) || heard === 'forbidden' ? 'notGranted' : heard
  return {
    ...{ halls, mayChoose, of, isOther, why, again },
    choose: (hall) => say({ hall: hall === own.id ? null : hall }),
  }
}
