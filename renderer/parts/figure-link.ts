/** The addresses of 统计, led to from wherever a figure stands. */
import type { Grouping, Only } from '../../shared/contract/figures.ts'
import type { FigureName } from '../../shared/report/figures.ts'
import type { Period } from '../../shared/report/period.ts'

/** With the cases of one figure opened; of this terminal's hall, as every address that names none. */
export function figureTo(figure: FigureName, period: Period, only: Only): string {
  const address = new URLSearchParams({ period: periodIn(period), open: figure })
  put(address, only, 'of-')
  return `/supervise/figures?${address}`
}

/** Of some days, by what, and whose part alone. */
export function figuresOf(period: Period, { by, only = {} }: { by: Grouping; only?: Only }): string {
  const address = new URLSearchParams({ period: periodIn(period) })
  if (by !== 'window') address.set('by', by)
  put(address, only, '')
  return `/supervise/figures?${address}`
}

function periodIn({ from, to }: Period): string {
  return from === to ? from : `${from}~${to}`
}

function put(address: URLSearchParams, only: Only, before: string): void {
  for (const [key, value] of Object.entries(only)) if (value !== undefined) address.set(before + key, String(value))
}
