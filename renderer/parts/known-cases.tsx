/** Cases as this terminal has them, and how many that were counted it has no longer. */
import type { ReactNode } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { usePublished } from '../session/session.tsx'
import type { ListedCase } from '../store/queue-page.ts'
import { todayWords } from '../words/today.ts'
import { caseLine } from './case-line.ts'
import { CaseTable } from './case-table.tsx'

type Props = { found: { cases: readonly ListedCase[]; gone: number }; label: string; today: Day; now: Instant }

export function KnownCases({ found: { cases, gone }, label, today, now }: Props): ReactNode {
  const books = usePublished()
  return (
    <>
      <CaseTable
        lines={cases.map((known) => caseLine(known, books, now))}
        today={today}
        label={label}
        withTurn={false}
      />
      {gone > 0 && <p>{todayWords.gone(gone)}</p>}
    </>
  )
}
