/** Who stands in for whom, as the bureau says; asked again whenever it has news. And what is typed of the next one, kept while the
 *  same person works here: a lock, another page or a lost line takes none of it away. */
import { useCallback, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { Notice } from '../../shared/contract/doors.ts'
import type { StandIns } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import { type Asking, useHeard } from '../parts/hear.ts'
import { deskCache } from '../store/desk.ts'
import type { NameList } from '../store/name-list.ts'
import { nothingTyped, type StandInTyped } from './stand-in-typed.ts'

const news: readonly Notice[] = ['bureau']

export function useStandIns(): Asking<StandIns> {
  return useHeard(
    useCallback(() => machine['bureau.standIns'](null), []),
    news,
  )
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
