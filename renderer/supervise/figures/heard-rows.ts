/** What charts draw: the rows of both periods as the bureau gave them. */
import type { Only } from '../../../shared/contract/figures.ts'
import type { FigureName } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import type { HeardFigures } from './use-figures.ts'

/** Opens the cases behind a number. */
export type Open = (figure: FigureName, only: Only, period?: Period) => void
export type Own<T = object> = T & { heard: HeardFigures; onOpen: Open }

export function rowsOf(heard: HeardFigures) {
  return typeof heard === 'string' ? [] : heard.asked.rows
}

export function besideOf(heard: HeardFigures) {
  return typeof heard === 'string' ? [] : (heard.compared?.rows ?? [])
}

export function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
