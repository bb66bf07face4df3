/** Which cases make the difference between the terminal's count of a day and the bureau's. Pure. */
import type { CaseId } from '../../shared/case/ids.ts'
import type { Figure } from '../../shared/report/figures.ts'

/** How often each case counts for each figure. */
export type Counted = readonly { figure: Figure; id: CaseId }[]
export type Difference = { figure: Figure; id: CaseId; where: 'here' | 'bureau' }

/** Each case that one side counts more often than the other, once for each figure; in the order of the figures. */
export function differences(here: Counted, bureau: Counted): Difference[] {
  const counts = new Map<string, { figure: Figure; id: CaseId; apart: number }>()
  const add = (counted: Counted, sign: 1 | -1) => {
    for (const { figure, id } of counted) {
      const key = `${figure} ${id}`
      const known = counts.get(key) ?? { figure, id, apart: 0 }
      counts.set(key, { ...known, apart: known.apart + sign })
    }
  }
  add(here, 1)
  add(bureau, -1)
  return [...counts.values()]
    .filter(({ apart }) => apart !== 0)
    .map(({ figure, id, apart }) => ({ figure, id, where: apart > 0 ? ('here' as const) : ('bureau' as const) }))
}
