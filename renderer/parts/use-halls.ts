/** The halls that whoever oversees was granted, as the bureau tells them. */
import { useCallback, useRef } from 'react'
import type { Notice } from '../../shared/contract/doors.ts'
import type { Halls } from '../../shared/contract/halls.ts'
import { overseers } from '../../shared/people/role.ts'
import { machine } from '../machine.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { type Heard, useHeard } from './hear.ts'

const news: readonly Notice[] = ['session', 'published']

/** Whoever does not oversee reads where they sit. Neither a publication nor an unlocking begins anew: what is typed on another hall's
 *  page hangs on the answer. */
export function useHalls(): { halls: Heard<Halls>; again: () => Promise<void> } {
  const { capacities } = useSession()
  const { hall } = usePublished()
  const own = useRef(hall)
  own.current = hall
  const oversees = capacities.some(({ role }) => overseers.includes(role))
  const { heard, again } = useHeard<Halls>(
    useCallback(() => (oversees ? machine['bureau.halls'](null) : Promise.resolve([own.current])), [oversees]),
    news,
  )
  return { halls: heard, again }
}

/** What each is called beside the others. */
export function hallNames(halls: Halls): { value: Halls[number]['id']; label: string }[] {
  return halls.map(({ id, name }) => {
    const isTwice = halls.filter((each) => each.name === name).length > 1
    return { value: id, label: isTwice ? `${name}（${id}）` : name }
  })
}
