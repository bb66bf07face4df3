/** What charts draw: the rows of both periods as they were answered, and which of the two was pressed. */
import type { Only } from '../../../shared/contract/figures.ts'
import type { FigureName } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import type { Pressed } from './chart.tsx'
import type { HeardFigures } from './use-figures.ts'

/** Opens the cases behind a number. */
export type Open = (figure: FigureName, only: Only, period?: Period) => void
export type Own<T = object> = T & { heard: HeardFigures; onOpen: Open }
/** By the names of the periods: what is looked at, and what stands beside it. */
export type Named<T = object> = Own<T & { names: readonly string[]; compared: Period | null }>

export function rowsOf(heard: HeardFigures) {
  return typeof heard === 'string' ? [] : heard.asked.rows
}

export function besideOf(heard: HeardFigures) {
  return typeof heard === 'string' ? [] : (heard.compared?.rows ?? [])
}

export function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

export function daysOf(which: 'own' | 'beside', compared: Period | null): Period | undefined {
  return which === 'beside' ? (compared ?? undefined) : undefined
}

/** Of which period the pressed bar is. */
export function pressedIn({ seriesName }: Pressed, names: readonly string[]): 'own' | 'beside' {
  return names.length > 1 && seriesName === names[1] ? 'beside' : 'own'
}
