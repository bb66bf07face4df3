/** The bureau's figures of a day, asked again whenever it has confirmed something or told of a question. */
import { useCallback, useEffect, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { DayCounts } from '../../shared/contract/views.ts'
import { machine, onNotice } from '../machine.ts'

/** asking: nothing is known yet · null: the bureau cannot be reached. */
export type BureauCounts = { counts: DayCounts | null | 'asking'; ask: () => void }

export function useBureauCounts(day: Day): BureauCounts {
  const [answer, setAnswer] = useState<{ day: Day; counts: DayCounts | null } | null>(null)
  const ask = useCallback(() => {
    machine['bureau.counts']({ day }).then(
      (counts) => setAnswer({ day, counts }),
      // What the bureau does not answer now is shown as out of reach; the next notice asks again.
      () => setAnswer({ day, counts: null }),
    )
  }, [day])
  useEffect(() => {
    ask()
    const stops = [onNotice('pulled', ask), onNotice('visits', ask)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [ask])
  return { counts: answer?.day === day ? answer.counts : 'asking', ask }
}
