/** The bureau's figures of a day, asked again whenever it has confirmed something or told of a question. */
import { useCallback } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { Notice } from '../../shared/contract/doors.ts'
import type { DayCounts } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import { type Heard, useHeard } from '../parts/hear.ts'

export type BureauCounts = { counts: Heard<DayCounts>; ask: () => Promise<void> }

const news: readonly Notice[] = ['pulled', 'visits']

/** Counts of a while ago are not shown beside those of now: what was heard before is let go of where no answer comes. */
export function useBureauCounts(day: Day): BureauCounts {
  const { heard, lost, again } = useHeard(
    useCallback(() => machine['bureau.counts']({ day }), [day]),
    news,
  )
  return { counts: lost ?? heard, ask: again }
}
