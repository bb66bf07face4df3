/** 各窗口日清: whoever oversees sees window by window whether the evening check is signed, by whom, and what differs. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import type { Enquiry } from '../../shared/visit/enquiry.ts'
import { isHeard } from '../parts/hear.ts'
import { NotHeard } from '../parts/not-heard.tsx'
import { usePublished } from '../session/session.tsx'
import { countsOf } from '../store/day-check.ts'
import type { DayRow } from '../store/day-figures.ts'
import { momentText } from '../words/dates.ts'
import { apartText, windowCheckWords } from '../words/day-check.ts'
import { useBureauChecks } from './use-window-checks.ts'
import { bagsApart, type WindowCheck, windowChecks } from './window-checks.ts'
import './day-check.css'

type Props = { day: Day; today: Day; rows: readonly DayRow[]; unanswered: readonly Enquiry[] }

export function WindowChecks({ day, today, rows, unanswered }: Props): ReactNode {
  const { hall } = usePublished()
  const { heard, lost, again } = useBureauChecks(day)
  const { columns } = windowCheckWords
  if (heard === 'asking') return null
  const checks = isHeard(heard) ? heard : null
  const lines = windowChecks(hall.windows, (window) => countsOf(rows, window), checks ?? [])
  const signed = lines.filter(({ check }) => check !== null).length
  const due = lines.filter(({ state }) => state === 'due').length
  return (
    <section className="compare" aria-label={windowCheckWords.title}>
      <h2>
        {windowCheckWords.title}
        {checks !== null && <small>{windowCheckWords.sum(signed, due)}</small>}
      </h2>
      {lost !== null && <NotHeard why={lost} unreachable={windowCheckWords.unreachable} onAgain={() => void again()} />}
      {checks !== null && (
        <table className="figures window-checks">
          <thead>
            <tr>
              <th>{columns.window}</th>
              <th>{columns.state}</th>
              <th>{columns.by}</th>
              <th>{columns.apart}</th>
              <th>{columns.open}</th>
              <th>{columns.enquiries}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row
                key={line.window}
                line={line}
                day={day}
                today={today}
                unanswered={unanswered.filter(({ first }) => first.window === line.window).length}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type RowProps = { line: WindowCheck; day: Day; today: Day; unanswered: number }

function Row({ line: { window, name, state, check, moved }, day, today, unanswered }: RowProps): ReactNode {
  const { states } = windowCheckWords
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {check === null ? (
          <span className={state === 'due' ? 'day-check-open' : 'figures-none'}>{states[state]}</span>
        ) : (
          <Link
            className={state === 'open' ? 'day-check-open' : 'day-check-even'}
            to={`/today/check?day=${day}&window=${window}`}
          >
            {states[state]}
          </Link>
        )}
        {moved && <small className="day-check-open"> {windowCheckWords.moved}</small>}
      </td>
      <td>{check !== null && windowCheckWords.by(check.personName, momentText(check.at, today))}</td>
      <td>{check !== null && apartText(check.check.piles)}</td>
      <td>{check !== null && state === 'open' && <Open line={check} />}</td>
      <td>{unanswered > 0 ? unanswered : <span className="figures-none">0</span>}</td>
    </tr>
  )
}

function Open({ line }: { line: NonNullable<WindowCheck['check']> }): ReactNode {
  const { few, many } = bagsApart(line)
  const { missing, stray, remark } = line.check
  return (
    <>
      {windowCheckWords.open(few, many, missing.length, stray.length)}
      {remark !== null && <div className="window-check-remark">{remark}</div>}
    </>
  )
}
