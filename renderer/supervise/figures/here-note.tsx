/** That the bureau cannot be reached and what is shown is this terminal's count: up to when it knows, and what it cannot say. */
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import { dayOf } from '../../../shared/calendar/day.ts'
import type { Instant } from '../../../shared/case/ids.ts'
import { figureTable } from '../../../shared/report/figures.ts'
import type { Unsaid } from '../../store/answer-figures.ts'
import { momentText, timeText } from '../../words/dates.ts'
import { heardWords } from '../../words/heard.ts'
import { dimNames, hereWords } from '../../words/period.ts'

type Props = { syncedAt: Instant | null; unsaid: Unsaid; today: Day; onAgain: () => void }

export function HereNote({ syncedAt, unsaid, today, onAgain }: Props): ReactNode {
  const left = unsaid.figures.map((figure) => figureTable[figure].name)
  const by = unsaid.by.map((each) => dimNames[each])
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="period-here"
      title={
        <>
          <strong>{hereWords.title(syncedText(syncedAt, today))}</strong>
          <br />
          {hereWords.about}
          {left.length > 0 && hereWords.without(left.join('、'))}
          {by.length > 0 && <strong>{hereWords.unsaid(by.join('、'))}</strong>}
        </>
      }
      action={
        <Button className="print-never" onClick={onAgain}>
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
