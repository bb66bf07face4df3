/** Every window's evening check of a day as the bureau holds it, asked again whenever the bureau has answered this terminal. */
import { useCallback } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { Notice } from '../../shared/contract/doors.ts'
import type { SignedCheck } from '../../shared/report/bags.ts'
import { machine } from '../machine.ts'
import { type Asking, useHeard } from '../parts/hear.ts'

const news: readonly Notice[] = ['bureau']

export function useBureauChecks(day: Day): Asking<SignedCheck[]> {
  return useHeard(
    useCallback(() => machine['bureau.dayChecks']({ day }), [day]),
    news,
  )
}
