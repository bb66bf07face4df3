/** A day's figures, a line for each window and one for all; each number leads to its cases, as they are counted now. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../../shared/calendar/day.ts'
import type { WindowNo } from '../../../shared/case/ids.ts'
import { windowWords } from '../../../shared/paper/close-say.ts'
import { type CloseRow, closeFigures, totalOf } from '../../../shared/report/close.ts'
import { FigureHead } from '../../parts/figure-head.tsx'
import { figureTo } from '../../parts/figure-link.ts'
import { useHallKept } from '../../parts/looked-at.ts'
import { closeWords } from '../../words/close.ts'

export function CountTable({ title, day, rows }: { title: string; day: Day; rows: readonly CloseRow[] }): ReactNode {
  return (
    <table className="figures close-counts" aria-label={title}>
      <thead>
        <tr>
          <th>{closeWords.window}</th>
          {closeFigures.map((figure) => (
            <th key={figure}>
              <FigureHead figure={figure} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ window, counts }) => (
          <Line key={window ?? 'office'} name={windowWords(window)} counts={counts} day={day} window={window} />
        ))}
      </tbody>
      <tfoot>
        <Line name={closeWords.total} counts={totalOf(rows)} day={day} />
      </tfoot>
    </table>
  )
}

/** `window` absent: of all. */
type LineProps = { name: string; counts: Readonly<Record<string, number>>; day: Day; window?: WindowNo | null }

function Line({ name, counts, day, window }: LineProps): ReactNode {
  const only = window === undefined ? {} : { window: window ?? 0 }
  const keep = useHallKept()
  return (
    <tr>
      <th scope="row">{name}</th>
      {closeFigures.map((figure) => (
        <td key={figure}>
          {(counts[figure] ?? 0) === 0 ? (
            <span className="figures-none">0</span>
          ) : (
            <Link to={keep(figureTo(figure, { from: day, to: day }, only))} title={closeWords.listNow}>
              {counts[figure]}
            </Link>
          )}
        </td>
      ))}
    </tr>
  )
}
