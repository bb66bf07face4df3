/** 应办 · 已办 · 未办 of one person's week: each count narrows the lines beneath to those that it counts; pressed again, all are there. */
import { Fragment, type ReactNode } from 'react'
import type { ShownLine } from '../../../shared/contract/plans.ts'
import { type ResultCounts, resultCounts } from '../../../shared/report/week-result.ts'
import { planWords } from '../../words/plans.ts'

type Count = keyof ResultCounts
type Props = { lines: readonly ShownLine[] /** Null: none. */; pressed: string | null; onPress: (count: Count) => void }

/** A count, and the one that is told within it. */
const told = [
  ['due', 'added'],
  ['done', 'late'],
  ['open', 'unsaid'],
] as const

export function WeekCounts({ lines, pressed, onPress }: Props): ReactNode {
  const counts = resultCounts(lines)
  const shown = (count: Count) =>
    counts[count] === 0 ? (
      planWords.count[count](0)
    ) : (
      <button
        type="button"
        title={planWords.countHint}
        aria-pressed={pressed === count}
        onClick={() => onPress(pressed === count ? 'due' : count)}
      >
        {planWords.count[count](counts[count])}
      </button>
    )
  return (
    <small className="plans-counts">
      {told.map(([count, within], at) => (
        <Fragment key={count}>
          {at > 0 && ' · '}
          {shown(count)}
          {counts[within] > 0 && (
            <>
              {planWords.within[0]}
              {shown(within)}
              {planWords.within[1]}
            </>
          )}
        </Fragment>
      ))}
    </small>
  )
}
