/** What was found: the arrows move between rows and up to the box, Enter opens. */
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { moveByArrows } from '../parts/row-arrows.ts'
import { momentText } from '../words/dates.ts'
import { listWords } from '../words/lists.ts'
import { searchWords } from '../words/search.ts'
import '../parts/parts.css'
import type { FoundLine } from './found-line.ts'

type Props = { lines: readonly FoundLine[]; today: Day; onAbove: () => void }

export function FoundTable({ lines, today, onAbove }: Props): ReactNode {
  const navigate = useNavigate()
  const withPhone = lines.some(({ phone }) => phone !== null)
  return (
    <table
      className="case-table case-table-found"
      aria-label={searchWords.title}
      onKeyDown={(event) => moveByArrows(event, onAbove)}
    >
      <thead>
        <tr>
          <th className="case-col-number">{listWords.number}</th>
          <th className="case-col-applicant">{listWords.applicant}</th>
          {withPhone && <th className="case-col-phone">{searchWords.phone}</th>}
          <th>{listWords.item}</th>
          <th className="case-col-stand">{listWords.stand}</th>
          <th className="case-col-window">{listWords.window}</th>
          <th className="case-col-when">{listWords.received}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} onClick={() => void navigate(`/case/${line.id}`)}>
            <td>
              <Link to={`/case/${line.id}`} className="number" onClick={(event) => event.stopPropagation()}>
                {numberWords(line.number)}
              </Link>
            </td>
            <td title={line.applicant}>{line.applicant}</td>
            {withPhone && <td className="number">{line.phone}</td>}
            <td title={line.itemName}>{line.itemName}</td>
            <td className="case-cell-stand">
              {line.stand}
              {line.unsent && <span className="mark-unsent">{searchWords.notYet}</span>}
            </td>
            <td>{line.window ?? listWords.noWindow}</td>
            <td>{momentText(line.receivedAt, today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
