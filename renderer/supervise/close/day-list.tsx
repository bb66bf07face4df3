/** The days of a month on which there was work, each with where its close stands. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../../shared/calendar/day.ts'
import type { CloseDays } from '../../../shared/contract/closes.ts'
import { type Heard, isHeard } from '../../parts/hear.ts'
import { useHallKept } from '../../parts/looked-at.ts'
import { closeWords } from '../../words/close.ts'
import { listDay } from '../../words/dates.ts'
import { nextMonth } from './use-close.ts'

type Props = { days: Heard<CloseDays>; month: string; shown: Day; today: Day; onMonth: (month: string) => void }

export function DayList({ days, month, shown, today, onMonth }: Props): ReactNode {
  const known = isHeard(days) ? days : null
  const keep = useHallKept()
  return (
    <aside className="close-days" aria-label={closeWords.days}>
      <h1>{closeWords.title}</h1>
      <div className="close-month">
        <Button size="small" aria-label={closeWords.earlier} onClick={() => onMonth(nextMonth(month, -1))}>
          ‹
        </Button>
        <strong>{closeWords.month(month.slice(0, 4), month.slice(5))}</strong>
        <Button
          size="small"
          aria-label={closeWords.later}
          disabled={month >= today.slice(0, 7)}
          onClick={() => onMonth(nextMonth(month))}
        >
          ›
        </Button>
      </div>
      {known !== null && <Undone undone={known.undone} />}
      {known?.days.length === 0 && <p className="close-quiet">{closeWords.noDays}</p>}
      <ul>
        {known?.days.map(({ day, state, amendments }) => (
          <li key={day}>
            <Link to={keep(`/supervise/close/${day}`)} aria-current={day === shown ? 'page' : undefined}>
              <span>{listDay(day, today)}</span>
              <span className={`close-state close-${state}`}>{closeWords.states[state]}</span>
              {amendments > 0 && <small>{closeWords.amended(amendments)}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function Undone({ undone: { open, due, first } }: Pick<CloseDays, 'undone'>): ReactNode {
  const keep = useHallKept()
  if (first === null) return <p className="close-quiet">{closeWords.allDone}</p>
  return (
    <p className="close-undone">
      {closeWords.undone(open, due)}
      <Link to={keep(`/supervise/close/${first}`)}>{closeWords.first}</Link>
    </p>
  )
}
