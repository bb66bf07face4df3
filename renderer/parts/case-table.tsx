/** A list of cases: each row opens its case by click or Enter, the arrows move between rows. */
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { type DeskNumber, formatNumber } from '../../shared/number/desk-number.ts'
import { momentText } from '../words/dates.ts'
import { urgedWords } from '../words/in-time.ts'
import { listWords } from '../words/lists.ts'
import type { CaseLine } from './case-line.ts'
import { moveByArrows } from './row-arrows.ts'
import { TimeLeftMark } from './time-left-mark.tsx'
import './parts.css'

type Props = {
  lines: readonly CaseLine[]
  today: Day
  label: string
  /** Whose turn it is goes without saying in one's own list. */
  withTurn: boolean
  /** The list goes by a day of its own: what it is called, in place of the moment of receipt. */
  dayTitle?: string | undefined
  /** Where the arrows lead from the first row and from the last one. */
  before?: (() => void) | undefined
  after?: (() => void) | undefined
}

export function CaseTable({ lines, today, label, withTurn, dayTitle, before, after }: Props): ReactNode {
  const navigate = useNavigate()
  return (
    <table
      className={withTurn ? 'case-table case-table-turn' : 'case-table'}
      aria-label={label}
      onKeyDown={(event) => moveByArrows(event, before, after)}
    >
      <thead>
        <tr>
          <th className="case-col-left">{listWords.left}</th>
          <th className="case-col-number">{listWords.number}</th>
          <th>{listWords.item}</th>
          <th className="case-col-applicant">{listWords.applicant}</th>
          <th className="case-col-stand">{listWords.stand}</th>
          {withTurn && <th className="case-col-turn">{listWords.turn}</th>}
          <th className="case-col-window">{listWords.window}</th>
          <th className="case-col-when">{dayTitle ?? listWords.received}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} onClick={() => void navigate(`/case/${line.id}`)}>
            <td>
              <TimeLeftMark left={line.left} />
              {line.left.both !== undefined && <span className="case-days">{line.left.both}</span>}
            </td>
            <td>
              <Link to={`/case/${line.id}`} className="number" onClick={(event) => event.stopPropagation()}>
                {formatNumber(line.number as unknown as DeskNumber)}
              </Link>
            </td>
            <td title={line.itemName}>{line.itemName}</td>
            <td title={line.applicant}>
              {line.applicant}
              {line.owed?.call != null && <span className="case-days case-below">{line.owed.call}</span>}
            </td>
            <td className="case-cell-stand" title={[line.stand, line.step ?? ''].join(' ').trim()}>
              {line.stand}
              {line.step !== null && <span className="case-step">{line.step}</span>}
              {line.joint !== null && (
                <span className="mark-joint" title={line.joint}>
                  {listWords.jointMark}
                </span>
              )}
              {line.was !== null && (
                <span className="mark-was" title={listWords.was(line.was)}>
                  {listWords.wasMark(line.was)}
                </span>
              )}
              {line.urged && <span className="mark-urged">{urgedWords.mark}</span>}
              {line.conflict ? (
                <span className="mark-conflict">{listWords.conflict}</span>
              ) : (
                line.unconfirmed && <span className="mark-unsent">{listWords.unconfirmed}</span>
              )}
            </td>
            {withTurn && <td title={line.turn}>{line.turn}</td>}
            <td>{line.window ?? listWords.noWindow}</td>
            <td>
              {dayTitle === undefined ? momentText(line.receivedAt, today) : line.listedBy}
              {line.owed !== null && <span className="case-days case-below">{line.owed.left}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
