/** That the bureau cannot be reached, or does not answer, and what is shown is this terminal's count: up to when it knows, and what it
 *  cannot say. */
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import { dayOf } from '../../../shared/calendar/day.ts'
import type { Instant } from '../../../shared/case/ids.ts'
import { figureTable } from '../../../shared/report/figures.ts'
import { momentText, timeText } from '../../words/dates.ts'
import { heardWords } from '../../words/heard.ts'
import { dimNames, hereWords } from '../../words/period.ts'
import type { Figures } from './use-figures.ts'
import type { WhyHere } from './why-here.ts'

type Props = { why: WhyHere; syncedAt: Instant | null; figures: Figures; today: Day }

export function HereNote({ why, syncedAt, figures: { heard, unsaid, ask }, today }: Props): ReactNode {
  const by = unsaid.by.map((each) => dimNames[each]).join('、')
  const left = unsaid.figures.map((figure) => figureTable[figure].name).join('、')
  // As it is asked nothing can be said: there is nothing below to speak of.
  const says = heard !== 'unreachable'
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="period-here"
      title={
        <>
          <strong>{says ? hereWords.title(why, syncedText(syncedAt, today)) : hereWords.silent(why)}</strong>
          {says && <div>{hereWords.about(why)}</div>}
          {by !== '' && <div>{hereWords.unsaid(by)}</div>}
          {left !== '' && <div>{hereWords.without(left)}</div>}
        </>
      }
      action={
        <Button className="print-never" onClick={ask}>
          {heardWords.again}
        </Button>
      }
    />
  )
}

/** 10:05 · 12月4日 10:05; null where nobody knows. */
export function syncedText(syncedAt: Instant | null, today: Day): string | null {
  if (syncedAt === null) return null
  return dayOf(syncedAt) === today ? timeText(syncedAt) : momentText(syncedAt, today)
}
