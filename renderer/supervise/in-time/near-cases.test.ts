import { expect, test } from 'vitest'
import { groupNear, type NearCase } from './near-cases.ts'

const near = (window: number | null, turn: string, near: NearCase['near']) =>
  ({ kase: { window }, line: { turn }, near }) as unknown as NearCase

const cases = [
  near(2, '王示例', 'today'),
  near(1, '李样例', 'overdue'),
  near(null, '王示例', 'three'),
  near(2, '王示例', 'today'),
]

test('R-AUDIT-2: cases near their last day are counted by window in the order of the hall, by person the most pressing first', () => {
  expect(groupNear(cases, 'window', (key) => key).map(({ key, counts }) => [key, counts])).toEqual([
    ['1', { overdue: 1 }],
    ['2', { today: 2 }],
    ['0', { three: 1 }],
  ])
  expect(groupNear(cases, 'person', (key) => key).map(({ key, counts }) => [key, counts])).toEqual([
    ['李样例', { overdue: 1 }],
    ['王示例', { today: 2, three: 1 }],
  ])
})
