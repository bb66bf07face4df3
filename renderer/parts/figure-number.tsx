/** A number of a figure: pressed, it opens its cases. Without a list it says why there is none. */
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { FigureName } from '../../shared/report/figures.ts'
import { hasBehind, hasList } from '../../shared/report/listed.ts'
import { caseListWords, valueText } from '../words/period.ts'

type Props = { figure: FigureName; value: number | null; onOpen: () => void }

export function FigureNumber({ figure, value, onOpen }: Props): ReactNode {
  const text = valueText(figure, value)
  if (!hasBehind(figure, value)) return <span className="figures-none">{text}</span>
  if (!hasList(figure))
    return (
      <Tooltip title={caseListWords.slips} trigger={['hover', 'focus']}>
        <button type="button" className="figure-head" aria-label={`${text}，${caseListWords.slips}`}>
          {text}
        </button>
      </Tooltip>
    )
  return (
    <button type="button" onClick={onOpen}>
      {text}
    </button>
  )
}
