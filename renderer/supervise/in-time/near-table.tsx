/** The cases near their last day. The arrows walk them, space chooses one, Enter opens it. */
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Day } from '../../../shared/calendar/day.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { moveByArrows } from '../../parts/row-arrows.ts'
import { TimeLeftMark } from '../../parts/time-left-mark.tsx'
import { momentText } from '../../words/dates.ts'
import { inTimeWords } from '../../words/in-time.ts'
import { listWords } from '../../words/lists.ts'
import type { NearCase } from './near-cases.ts'

type Props = {
  cases: readonly NearCase[]
  today: Day
  /** Null: nothing can be chosen. */
  chosen: ReadonlySet<CaseId> | null
  onChoose: (ids: readonly CaseId[], on: boolean) => void
}

export function NearTable({ cases, today, chosen, onChoose }: Props): ReactNode {
  const navigate = useNavigate()
  const { columns } = inTimeWords
  const ids = cases.map(({ kase }) => kase.id)
  const all = chosen !== null && ids.every((id) => chosen.has(id))
  return (
    <table
      className="case-table near-table"
      aria-label={inTimeWords.title}
      onKeyDown={(event) => {
        moveByArrows(event)
        const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-case]')
        if (event.key !== ' ' || chosen === null || row === null || !(event.target instanceof HTMLAnchorElement)) return
        event.preventDefault()
        const id = row.dataset.case as CaseId
        onChoose([id], !chosen.has(id))
      }}
    >
      <thead>
        <tr>
          {chosen !== null && (
            <th className="near-col-choose">
              <Checkbox
                aria-label={inTimeWords.chooseAll}
                checked={all}
                indeterminate={!all && ids.some((id) => chosen.has(id))}
                onChange={(event) => onChoose(ids, event.target.checked)}
              />
            </th>
          )}
          <th className="case-col-left">{columns.left}</th>
          <th className="near-col-number">{columns.number}</th>
          <th>{columns.item}</th>
          <th className="near-col-applicant">{columns.applicant}</th>
          <th className="near-col-stand">{columns.stand}</th>
          <th className="near-col-turn">{columns.turn}</th>
          <th className="near-col-window">{columns.window}</th>
          <th className="near-col-urged">{columns.urged}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map(({ kase, line }) => (
          <tr key={kase.id} data-case={kase.id} onClick={() => void navigate(`/case/${kase.id}`)}>
            {chosen !== null && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box inside has the keys, the cell only keeps a press beside it
              <td className="near-col-choose" onClick={(event) => event.stopPropagation()}>
                <Checkbox
                  tabIndex={-1}
                  aria-label={`${inTimeWords.choose} ${numberWords(kase.number)}`}
                  checked={chosen.has(kase.id)}
                  onChange={(event) => onChoose([kase.id], event.target.checked)}
                />
              </td>
            )}
            <td>
              <TimeLeftMark left={line.left} />
            </td>
            <td>
              <Link to={`/case/${kase.id}`} className="number" onClick={(event) => event.stopPropagation()}>
                {numberWords(kase.number)}
              </Link>
            </td>
            <td title={line.itemName}>{line.itemName}</td>
            <td title={line.applicant}>{line.applicant}</td>
            <td title={[line.stand, line.step ?? ''].join(' ').trim()}>
              {line.stand}
              {line.step !== null && <span className="case-step">{line.step}</span>}
            </td>
            <td title={line.turn}>{line.turn}</td>
            <td>{line.window ?? listWords.noWindow}</td>
            <td className={kase.urge?.moved === null ? 'near-urged' : undefined}>
              {kase.urge !== undefined &&
                (kase.urge.moved === null
                  ? inTimeWords.urgedMark(kase.urge.times, momentText(kase.urge.at, today))
                  : inTimeWords.moved)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
