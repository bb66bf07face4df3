/** Every window's evening check of a day, beside what the program counts there. Pure. */
import type { WindowNo } from '../../shared/case/ids.ts'
import { type Counts, differing, isOpen, piles, type SignedCheck } from '../../shared/report/bags.ts'

/** idle: nothing was done there and nothing signed · due: not signed · even: signed, bags and program agree · open: signed with a
 *  difference */
export type CheckState = 'idle' | 'due' | 'even' | 'open'

export type WindowCheck = {
  window: WindowNo
  name: string
  state: CheckState
  check: SignedCheck | null
  /** What the program counts now is no longer what it counted when the check was signed. */
  moved: boolean
}

type Window = { no: WindowNo; name: string; open: boolean }

/** One line for each window that is open, or that did something; in the order of their numbers. */
export function windowChecks(
  windows: readonly Window[],
  countsAt: (window: WindowNo) => Counts,
  checks: readonly SignedCheck[],
): WindowCheck[] {
  return windows
    .map(({ no, name, open }) => {
      const check = checks.find(({ window }) => window === no) ?? null
      const counts = countsAt(no)
      const idle = piles.every((pile) => counts[pile] === 0)
      const state: CheckState = check !== null ? (isOpen(check.check) ? 'open' : 'even') : idle ? 'idle' : 'due'
      const moved = check !== null && piles.some((pile) => check.check.piles[pile].program !== counts[pile])
      return { window: no, name, state, check, moved, shown: open || state !== 'idle' }
    })
    .filter(({ shown }) => shown)
    .map(({ shown: _, ...line }) => line)
}

/** How many bags lack or are too many, over all piles that differ. */
export function bagsApart({ check }: SignedCheck): { few: number; many: number } {
  return differing(check.piles).reduce(
    ({ few, many }, pile) => {
      const { program, bags } = check.piles[pile]
      return bags < program ? { few: few + program - bags, many } : { few, many: many + bags - program }
    },
    { few: 0, many: 0 },
  )
}
