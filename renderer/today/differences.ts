/** Which cases make the difference between the terminal's count of a day and the bureau's. Pure. */
import type { CaseId } from '../../shared/case/ids.ts'
import { type Figure, figures } from '../../shared/report/figures.ts'
import type { Row } from './group.ts'

/** What both sides count: a day's flow, and the stock of this moment. */
export type Compared = Figure | 'inHand' | 'overdue'
/** A case as often as it stands here counts for each figure. */
export type Counted = readonly { figure: Compared; id: CaseId }[]
export type Difference = { figure: Compared; id: CaseId; here: number; bureau: number }

/** Each case that one side counts more often than the other, once for each figure; in the order of the figures. */
export function differences(here: Counted, bureau: Counted): Difference[] {
  const counts = new Map<string, Difference>()
  const add = (counted: Counted, side: 'here' | 'bureau') => {
    for (const { figure, id } of counted) {
      const key = `${figure} ${id}`
      const known = counts.get(key) ?? { figure, id, here: 0, bureau: 0 }
      counts.set(key, { ...known, [side]: known[side] + 1 })
    }
  }
  add(here, 'here')
  add(bureau, 'bureau')
  return [...counts.values()].filter((each) => each.here !== each.bureau)
}

/** Whether both count the same for every window, person and item: totals of the hall may be alike though the cases are others. */
export function isAlike(here: readonly Row[], bureau: readonly Row[]): boolean {
  const sums = new Map<string, number>()
  const add = (rows: readonly Row[], sign: 1 | -1) => {
    for (const row of rows)
      for (const figure of figures) {
        const key = `${row.window ?? 0} ${row.person} ${row.item} ${figure}`
        sums.set(key, (sums.get(key) ?? 0) + sign * (row[figure] ?? 0))
      }
  }
  add(here, 1)
  add(bureau, -1)
  return [...sums.values()].every((sum) => sum === 0)
}
