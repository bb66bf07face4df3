/** Days and one day of 日结 as the bureau tells them; asked again whenever there is news. */
import { useCallback, useEffect, useState } from 'react'
import { addDays, type Day } from '../../../shared/calendar/day.ts'
import type { CloseDays, CloseView } from '../../../shared/contract/closes.ts'
import { machine, onNotice } from '../../machine.ts'

/** asking: nothing is known yet · null: the bureau cannot be reached. */
export type Heard<T> = T | null | 'asking'

function useHeard<T>(ask: () => Promise<T | null>): [Heard<T>, () => Promise<void>] {
  const [heard, setHeard] = useState<{ of: typeof ask; answer: Heard<T> }>({ of: ask, answer: 'asking' })
  const again = useCallback(
    () =>
      ask().then(
        (answer) => setHeard({ of: ask, answer }),
        () => setHeard({ of: ask, answer: null }),
      ),
    [ask],
  )
  useEffect(() => {
    void again()
    const stops = [onNotice('bureau', () => void again()), onNotice('pulled', () => void again())]
    return () => {
      for (const stop of stops) stop()
    }
  }, [again])
  return [heard.of === ask ? heard.answer : 'asking', again]
}

/** `month`: 2026-11. */
export function useCloseDays(month: string): [Heard<CloseDays>, () => Promise<void>] {
  const ask = useCallback(() => {
    const from = `${month}-01` as Day
    const to = addDays(`${nextMonth(month)}-01` as Day, -1)
    return machine['bureau.closes']({ from, to })
  }, [month])
  return useHeard(ask)
}

export function useCloseView(day: Day): [Heard<CloseView>, () => Promise<void>] {
  const ask = useCallback(() => machine['bureau.close']({ day }), [day])
  return useHeard(ask)
}

export function nextMonth(month: string, by: 1 | -1 = 1): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}
