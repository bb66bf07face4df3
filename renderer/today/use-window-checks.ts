/** Every window's evening check of a day as the bureau holds it, asked again whenever the bureau has answered this terminal. */
import { useEffect, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { SignedCheck } from '../../shared/report/bags.ts'
import { machine, onNotice } from '../machine.ts'

/** asking: nothing is known yet · null: the bureau cannot be reached. */
export function useBureauChecks(day: Day): readonly SignedCheck[] | null | 'asking' {
  const [answer, setAnswer] = useState<{ day: Day; checks: readonly SignedCheck[] | null } | null>(null)
  useEffect(() => {
    const ask = () => {
      machine['bureau.dayChecks']({ day }).then(
        (checks) => setAnswer({ day, checks }),
        // Out of reach for now; the next notice asks again.
        () => setAnswer({ day, checks: null }),
      )
    }
    ask()
    return onNotice('bureau', ask)
  }, [day])
  return answer?.day === day ? answer.checks : 'asking'
}
