/** Days and one day of 日结 as the bureau tells them. */
import { useCallback } from 'react'
import { addDays, type Day } from '../../../shared/calendar/day.ts'
import type { CloseDays, CloseView } from '../../../shared/contract/closes.ts'
import type { NotHeard } from '../../../shared/contract/views.ts'
import { machine } from '../../machine.ts'
import { type Asking, useHeard } from '../../parts/hear.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { useOtherHallNews } from '../../parts/other-hall-news.ts'

/** `month`: 2026-11. */
export function useCloseDays(month: string): Asking<CloseDays> {
  const hall = useOtherHall()?.id
  const ask = useCallback(() => {
    const from = `${month}-01` as Day
    const to = addDays(`${nextMonth(month)}-01` as Day, -1)
    return machine['bureau.closes']({ from, to, hall })
  }, [month, hall])
  return useFollowed(ask)
}

export function useCloseView(day: Day): Asking<CloseView> {
  const hall = useOtherHall()?.id
  return useFollowed(useCallback(() => machine['bureau.close']({ day, hall }), [day, hall]))
}

/** News comes of this terminal's own hall alone. */
function useFollowed<T extends object>(ask: () => Promise<T | NotHeard>): Asking<T> {
  const asking = useHeard(ask)
  useOtherHallNews(asking.again)
  return asking
}

export function nextMonth(month: string, by: 1 | -1 = 1): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}
