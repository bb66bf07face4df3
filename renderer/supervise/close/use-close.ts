/** Days and one day of 日结 as the bureau tells them; asked again whenever there is news. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { addDays, type Day } from '../../../shared/calendar/day.ts'
import type { CloseDays, CloseView } from '../../../shared/contract/closes.ts'
import type { NotHeard } from '../../../shared/contract/views.ts'
import { machine, onNotice } from '../../machine.ts'
import { type Heard, hear, isHeard, type Unheard } from '../../parts/hear.ts'

type Asking<T> = { heard: Heard<T>; again: () => Promise<void>; lost: Unheard | null }

/** What is known stays while no answer comes (`lost`): a remark or a password is typed over it. */
function useHeard<T extends object>(ask: () => Promise<T | NotHeard>): Asking<T> {
  const [known, setKnown] = useState({ of: ask, answer: 'asking' as Heard<T>, lost: null as Unheard | null })
  const now = useRef(ask)
  now.current = ask
  const count = useRef({ asked: 0, taken: 0 })
  const again = useCallback(async () => {
    count.current.asked += 1
    const mine = count.current.asked
    const answer = await hear(ask())
    // Another day was turned to meanwhile, or a later question has its answer already.
    if (now.current !== ask || mine < count.current.taken) return
    count.current.taken = mine
    setKnown((before) => {
      if (isHeard<T>(answer)) return { of: ask, answer, lost: null }
      const why = answer as Unheard
      return { of: ask, answer: before.of === ask && isHeard<T>(before.answer) ? before.answer : why, lost: why }
    })
  }, [ask])
  useEffect(() => {
    void again()
    const stops = [onNotice('bureau', () => void again()), onNotice('pulled', () => void again())]
    return () => {
      for (const stop of stops) stop()
    }
  }, [again])
  return { heard: known.of === ask ? known.answer : 'asking', again, lost: known.of === ask ? known.lost : null }
}

/** `month`: 2026-11. */
export function useCloseDays(month: string): Asking<CloseDays> {
  const ask = useCallback(() => {
    const from = `${month}-01` as Day
    const to = addDays(`${nextMonth(month)}-01` as Day, -1)
    return machine['bureau.closes']({ from, to })
  }, [month])
  return useHeard(ask)
}

export function useCloseView(day: Day): Asking<CloseView> {
  const ask = useCallback(() => machine['bureau.close']({ day }), [day])
  return useHeard(ask)
}

export function nextMonth(month: string, by: 1 | -1 = 1): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}
