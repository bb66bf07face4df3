/** The address of 统计 with the cases of one figure opened: led to from wherever the figure stands. */
import type { Only } from '../../shared/contract/figures.ts'
import type { FigureName } from '../../shared/report/figures.ts'
import type { Period } from '../../shared/report/period.ts'

export function figureTo(figure: FigureName, { from, to }: Period, only: Only): string {
  const address = new URLSearchParams({ period: from === to ? from : `${from}~${to}`, open: figure })
  for (const [key, value] of Object.entries(only)) if (value !== undefined) address.set(`of-${key}`, String(value))
  return `/supervise/figures?${address}`
}
