/** Who stands in for whom, as the bureau says; asked again whenever it has news. And what is typed of the next one, kept while the
 *  same person works here: a lock, another page or a lost line takes none of it away. */
import { useCallback, useEffect, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { StandIns } from '../../shared/contract/views.ts'
import { machine, onNotice } from '../machine.ts'
import { deskCache } from '../store/desk.ts'
import type { NameList } from '../store/name-list.ts'
import { nothingTyped, type StandInTyped } from './stand-in-typed.ts'

/** asking: nothing is known yet · null: the bureau cannot be reached. */
export function useStandIns(): { known: StandIns | null | 'asking'; ask: () => Promise<void> } {
  const [known, setKnown] = useState<StandIns | null | 'asking'>('asking')
  const ask = useCallback(
    () =>
      machine['bureau.standIns'](null).then(
        (answer) => setKnown(answer),
        () => setKnown(null),
      ),
    [],
  )
  useEffect(() => {
    void ask()
    return onNotice('bureau', () => void ask())
  }, [ask])
  return { known, ask }
}

const left = new WeakMap<NameList, StandInTyped>()

export function useTyped(today: Day): [StandInTyped, (part: Partial<StandInTyped>) => void, () => void] {
  const [typed, setTyped] = useState<StandInTyped>(() => left.get(deskCache().names) ?? nothingTyped(today))
  const keep = (next: StandInTyped) => {
    left.set(deskCache().names, next)
    return next
  }
  return [typed, (part) => setTyped((now) => keep({ ...now, ...part })), () => setTyped(keep(nothingTyped(today)))]
}
