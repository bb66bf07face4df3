/** Figures beside each other, a line for each window, person, item …; sorted by a column's head, each number opens its cases. */
import type { ReactNode } from 'react'
import { type FigureName, figureDef, figureTable } from '../../../shared/report/figures.ts'
import { FigureHead } from '../../parts/figure-head.tsx'
import { FigureNumber } from '../../parts/figure-number.tsx'
import { changeText, periodWords } from '../../words/period.ts'
import type { Sort } from './asked.ts'
import { type TableLine, valueIn } from './lines.ts'

type Props = {
  lines: readonly TableLine[]
  total: TableLine
  figures: readonly FigureName[]
  /** What the first column is of. */
  head: string
  sort: Sort
  onSort: (column: Sort['column']) => void
  /** `key` null: of all lines; `beside`: of the period that stands beside. */
  onOpen: (figure: FigureName, key: string | null, beside: boolean) => void
}

export function PeriodTable({ lines, total, figures, head, sort, onSort, onOpen }: Props): ReactNode {
  const direction = (column: Sort['column']) =>
    sort.column === column ? (sort.up ? 'ascending' : 'descending') : undefined
  return (
    <table className="figures period-table" aria-label={periodWords.title}>
      <thead>
        <tr>
          <th aria-sort={direction('key')}>
            <button type="button" className="figure-head" onClick={() => onSort('key')}>
              {head}
            </button>
          </th>
          {figures.map((figure) => (
            <th key={figure} aria-sort={direction(figure)}>
              <FigureHead figure={figure} onSort={() => onSort(figure)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row
            key={line.key}
            line={line}
            figures={figures}
            onOpen={(figure, beside) => onOpen(figure, line.key, beside)}
          />
        ))}
      </tbody>
      <tfoot>
        <Row line={total} figures={figures} onOpen={(figure, beside) => onOpen(figure, null, beside)} />
      </tfoot>
    </table>
  )
}

type RowProps = {
  line: TableLine
  figures: readonly FigureName[]
  onOpen: (figure: FigureName, beside: boolean) => void
}

function Row({ line, figures, onOpen }: RowProps): ReactNode {
  return (
    <tr>
      <th scope="row" title={line.name}>
        {line.name}
      </th>
      {figures.map((figure) => (
        <Cell key={figure} line={line} figure={figure} onOpen={(beside) => onOpen(figure, beside)} />
      ))}
    </tr>
  )
}

type CellProps = { line: TableLine; figure: FigureName; onOpen: (beside: boolean) => void }

function Cell({ line, figure, onOpen }: CellProps): ReactNode {
  const value = valueIn(figure, line.own)
  const beside = line.beside === null ? undefined : valueIn(figure, line.beside)
  const change = beside === undefined ? null : changeText(figure, value, beside)
  const bad = figure === 'overdue' && (value ?? 0) > 0
  return (
    <td className={bad ? 'figures-overdue' : undefined} data-figure={figure} title={figureTable[figure].name}>
      <FigureNumber figure={figure} value={value} onOpen={() => onOpen(false)} />
      {beside !== undefined && ((value ?? 0) !== 0 || (beside ?? 0) !== 0) && (
        <small className="period-beside-value">
          <FigureNumber figure={figure} value={beside} onOpen={() => onOpen(true)} />
          {change !== null && figureDef(figure).kind === 'flow' && <span> {change}</span>}
        </small>
      )}
    </td>
  )
}
