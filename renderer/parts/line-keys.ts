/** By what a line of a list of cases is known when the list comes anew: the cursor stays on its case. Pure. */
import type { FigureCases } from '../../shared/contract/figures.ts'

/** A case may count twice a day for the same: those are told apart by which of them it is. */
export function lineKeys(lines: readonly Pick<FigureCases['lines'][number], 'id' | 'part' | 'day'>[]): string[] {
  const seen = new Map<string, number>()
  return lines.map(({ id, part, day }) => {
    const key = `${id} ${part} ${day}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return `${key} ${nth}`
  })
}
