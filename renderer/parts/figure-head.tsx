/** The name of a figure at the head of its column; pointed at, or reached with the keyboard, it says its formula. */
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { type FigureName, figures, figureTable } from '../../shared/report/figures.ts'
import { formulaOf } from '../words/period.ts'
import { headWords, todayWords } from '../words/today.ts'
import './figures.css'

type Props = {
  figure: FigureName
  /** The column can be sorted by. */
  onSort?: () => void
}

export function FigureHead({ figure, onSort }: Props): ReactNode {
  return <Head name={figureTable[figure].name} formula={formulaOf(figure)} onSort={onSort} />
}

/** The heads of a day's flow: its figures, and the questions beside them. */
export function FlowHeads(): ReactNode {
  return (
    <>
      {figures.map((figure) => (
        <th key={figure}>
          <FigureHead figure={figure} />
        </th>
      ))}
      <th>
        <Head name={todayWords.enquiries} formula={todayWords.enquiriesHint} />
      </th>
    </>
  )
}

/** One that is no case's: 咨询. */
function Head({
  name,
  formula,
  onSort,
}: {
  name: string
  formula: string
  onSort?: (() => void) | undefined
}): ReactNode {
  return (
    <Tooltip title={formula} trigger={['hover', 'focus']}>
      <button type="button" className="figure-head" aria-label={headWords.says(name, formula)} onClick={onSort}>
        {name}
      </button>
    </Tooltip>
  )
}
