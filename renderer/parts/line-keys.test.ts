import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Part } from '../../shared/report/parts.ts'
import { lineKeys } from './line-keys.ts'

const line = (id: string, part: Part) => ({ id: id as CaseId, part, day: '2026-11-26' as Day })

test('R-PERIOD-22: a line of a list keeps its place under the cursor when another comes before it, also where a case counts twice', () => {
  const before = [line('a', 'received'), line('b', 'delivered'), line('b', 'delivered')]
  const keys = lineKeys(before)
  expect(new Set(keys).size).toBe(3)
  expect(lineKeys([line('c', 'received'), ...before]).slice(1)).toEqual(keys)
})
