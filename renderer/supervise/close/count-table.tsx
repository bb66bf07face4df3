/** A day's figures, a line for each window and one for all. */
import type { ReactNode } from 'react'
import { windowWords } from '../../../shared/paper/close-say.ts'
import { type CloseRow, closeFigures, figureName, totalOf } from '../../../shared/report/close.ts'
import { closeWords } from '../../words/close.ts'

export function CountTable({ title, rows }: { title: string; rows: readonly CloseRow[] }): ReactNode {
  return (
    <table className="figures close-counts" aria-label={title}>
      <thead>
        <tr>
          <th>{closeWords.window}</th>
          {closeFigures.map((figure) => (
            <th key={figure}>{figureName(figure)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ window, counts }) => (
          <Line key={window ?? 'office'} name={windowWords(window)} counts={counts} />
        ))}
      </tbody>
      <tfoot>
        <Line name={closeWords.total} counts={totalOf(rows)} />
      </tfoot>
    </table>
  )
}

function Line({ name, counts }: { name: string; counts: Readonly<Record<string, number>> }): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      {closeFigures.map((figure) => (
        <td key={figure}>{counts[figure] ?? 0}</td>
      ))}
    </tr>
  )
}
