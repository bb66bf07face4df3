/** What the bureau has of slips: how many of a day by window, and those that this person wrote down today. */
import { useCallback } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { Notice } from '../../../shared/contract/doors.ts'
import type { OwnRatings } from '../../../shared/contract/ratings.ts'
import { machine } from '../../machine.ts'
import { type Asking, isHeard, useHeard } from '../../parts/hear.ts'

type Rated = { of(window: number): { slips: number; praised: number } | null; ask(): Promise<void> }

const news: readonly Notice[] = ['bureau']

export function useRated(day: Day): Rated {
  const { heard, lost, again } = useHeard(
    useCallback(
      () =>
        machine['bureau.figures']({
          figures: ['praiseRate', 'criticised'],
          period: { from: day, to: day },
          ...{ compared: null, time: 'none', by: 'window', only: {} },
        }),
      [day],
    ),
    news,
  )
  return {
    ask: again,
    of: (window) => {
      if (!isHeard(heard) || lost !== null) return null
      const sum = heard.asked.rows.find(({ key }) => key === String(window))?.sums.rated
      return { slips: sum?.n ?? 0, praised: sum?.amount ?? 0 }
    },
  }
}

/** The bureau answers of its own day: another one here asks anew. */
export function useOwnRatings(today: Day): Asking<OwnRatings> {
  return useHeard(
    // biome-ignore lint/correctness/useExhaustiveDependencies: with midnight the answer is another one
    useCallback(() => machine['bureau.ownRatings'](null), [today]),
    news,
  )
}
