/** How many slips of a day the bureau has already, by window. */
import { useCallback, useEffect, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { FiguresAnswer } from '../../../shared/contract/figures.ts'
import { machine, onNotice } from '../../machine.ts'
import { hear, isHeard } from '../../parts/hear.ts'

type Rated = { of(window: number): { slips: number; praised: number } | null; ask(): Promise<void> }

export function useRated(day: Day): Rated {
  const [heard, setHeard] = useState<{ day: Day; answer: FiguresAnswer } | null>(null)
  const ask = useCallback(
    () =>
      hear(
        machine['bureau.figures']({
          figures: ['praiseRate', 'criticised'],
          period: { from: day, to: day },
          ...{ compared: null, time: 'none', by: 'window', only: {} },
        }),
      ).then((answer) => setHeard(isHeard(answer) ? { day, answer } : null)),
    [day],
  )
  useEffect(() => {
    void ask()
    return onNotice('bureau', () => void ask())
  }, [ask])
  return {
    ask,
    of: (window) => {
      if (heard === null || heard.day !== day) return null
      const sum = heard.answer.asked.rows.find(({ key }) => key === String(window))?.sums.rated
      return { slips: sum?.n ?? 0, praised: sum?.amount ?? 0 }
    },
  }
}
