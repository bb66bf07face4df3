/** The name of a figure at the head of its column; pointed at, or reached with the keyboard, it says its formula. */
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { type FigureName, figureTable } from '../../shared/report/figures.ts'
import { headWords } from '../words/today.ts'

export function FigureHead({ figure }: { figure: FigureName }): ReactNode {
  const { name, formula } = figureTable[figure]
  return <Head name={name} formula={formula} />
}

/** One that is no case's: 咨询. */
export function Head({ name, formula }: { name: string; formula: string }): ReactNode {
  return (
    <Tooltip title={formula} trigger={['hover', 'focus']}>
      <button type="button" className="figure-head" aria-label={headWords.says(name, formula)}>
        {name}
      </button>
    </Tooltip>
  )
}
