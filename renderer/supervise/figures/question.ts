/** What the bureau, or this terminal, is asked for the view that is looked at. Pure. */
import type { FiguresAsked } from '../../../shared/contract/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import { type Asked, stepOf } from './asked.ts'
import { stageFigures } from './chart-options.ts'
import { type FigureSet, figureSets } from './sets.ts'

/** The set of figures that the address names. */
export function setOf({ set }: Asked): FigureSet {
  return set in figureSets ? (set as FigureSet) : 'work'
}

/** Of the charts the first: what the others draw is finer, and asked beside it. */
export function questionOf(asked: Asked, compared: Period | null): FiguresAsked {
  const { period, by, only, view, figure } = asked
  const step = stepOf(period)
  if (view === 'course') return { figures: [figure], period, compared: null, time: step, by, only }
  if (view === 'charts') return { figures: [...stageFigures], period, compared, time: step, by: 'none', only }
  return { figures: [...figureSets[setOf(asked)]], period, compared, time: 'none', by, only }
}
