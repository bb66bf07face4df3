/** The bureau's figures for what the page asks, asked again when the bureau has confirmed more, and when it can be reached again. */
import { useCallback } from 'react'
import type { Notice } from '../../../shared/contract/doors.ts'
import type { FiguresAnswer, FiguresAsked } from '../../../shared/contract/figures.ts'
import { machine } from '../../machine.ts'
import { type Heard, useHeard } from '../../parts/hear.ts'

export type HeardFigures = Heard<FiguresAnswer>

const news: readonly Notice[] = ['pulled']

export function useFigures(asked: FiguresAsked): { heard: HeardFigures; ask: () => void } {
  const text = JSON.stringify(asked)
  const { heard, lost, again } = useHeard(
    useCallback(() => machine['bureau.figures'](JSON.parse(text) as FiguresAsked), [text]),
    news,
  )
  // Figures of a while ago are not shown as those of now.
  return { heard: lost ?? heard, ask: () => void again() }
}
