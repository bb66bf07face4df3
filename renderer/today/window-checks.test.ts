import { expect, test } from 'vitest'
import type { Instant, PersonId, WindowNo } from '../../shared/case/ids.ts'
import type { Counts, SignedCheck } from '../../shared/report/bags.ts'
import { bagsApart, windowChecks } from './window-checks.ts'

const pair = (program: number, bags: number) => ({ program, bags })
const none: Counts = { received: 0, accepted: 0, concluded: 0, returned: 0 }
function signed(window: number, received: [program: number, bags: number], remark: string | null = null): SignedCheck {
  const piles = { received: pair(...received), accepted: pair(2, 2), concluded: pair(0, 0), returned: pair(3, 4) }
  const even = { ...piles, returned: pair(0, 0) }
  return {
    window: window as WindowNo,
    person: 'li.ck' as PersonId,
    personName: '李样例',
    at: '2026-11-24T09:00:00.000Z' as Instant,
    check: { day: '2026-11-24' as never, piles: remark === null ? even : piles, missing: [], stray: [], remark },
  }
}
const windows = [1, 2, 3, 4, 5].map((no) => ({ no: no as WindowNo, name: `${no}号窗口`, open: no !== 5 }))

test('R-BAGS-5: each open window is signed, signed with a difference, not signed though something was done, or idle', () => {
  const counts: Record<number, Counts> = {
    1: { ...none, received: 2, accepted: 2 },
    2: { ...none, received: 5 },
    3: { ...none, returned: 1 },
  }
  const checks = [signed(1, [2, 2]), signed(2, [4, 2], '少两袋，明早找')]
  const lines = windowChecks(windows, (window) => counts[window] ?? none, checks)
  expect(lines.map(({ window, state, moved }) => [window, state, moved])).toEqual([
    [1, 'even', false],
    [2, 'open', true],
    [3, 'due', false],
    [4, 'idle', false],
  ])
  expect(bagsApart(checks[1]!)).toEqual({ few: 2, many: 1 })
})

test('R-BAGS-5: a window that is closed by now, and did something on the day, is still listed', () => {
  const lines = windowChecks(windows, (window) => (window === 5 ? { ...none, received: 1 } : none), [])
  expect(lines.at(-1)).toMatchObject({ window: 5, state: 'due' })
})
