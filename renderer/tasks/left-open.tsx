/** The last day's check of this window when it was left open or never signed: the morning begins with it. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { WindowNo } from '../../shared/case/ids.ts'
import { readLeftOpen } from '../store/day-check.ts'
import { useCache } from '../store/use-cache.ts'
import { apartText, leftOpenWords } from '../words/day-check.ts'

export function LeftOpen({ today, window }: { today: Day; window: WindowNo }): ReactNode {
  const { value } = useCache((cache) => readLeftOpen(cache, today, window), [today, window])
  if (value == null) return null
  const { day, counts, check } = value
  return (
    <section className="left-open" aria-label={leftOpenWords.go}>
      <strong>{check === null ? leftOpenWords.never(day, today) : leftOpenWords.open(day, today)}</strong>
      <span>{check === null ? leftOpenWords.counts(counts) : apartText(check.check.piles)}</span>
      {check?.check.remark != null && <span>{`${check.personName}：${check.check.remark}`}</span>}
      <Link to={`/today/check?day=${day}`}>{leftOpenWords.go}</Link>
    </section>
  )
}
