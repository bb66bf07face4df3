import { expect, test } from 'vitest'
import type { Day } from '../../../shared/calendar/day.ts'
import type { WindowNo } from '../../../shared/case/ids.ts'
import { areCounts, countIn, slipKinds, slipsOf, typedFrom } from './slips.ts'

const windows = [1, 2] as WindowNo[]
const day = '2026-11-26' as Day

test('R-CLOSE-8: slips counted by window and grade become a note each, under an id of its own', () => {
  let id = 0
  const typed = { '1 satisfied': '2', '2 dissatisfied': '１', '2 basic': 'x' }
  const slips = slipsOf(typed, windows, day, () => String(++id))
  expect(slips.map(({ window, level, rating }) => [window, level, rating])).toEqual([
    [1, 'satisfied', '1'],
    [1, 'satisfied', '2'],
    [2, 'dissatisfied', '3'],
  ])
  expect(slips.every((slip) => slip.day === day && slip.person === null)).toBe(true)
})

test('R-CLOSE-8: what was written down leaves the boxes, what was not stays in them', () => {
  const slips = slipsOf({ '1 satisfied': '3' }, windows, day, () => 'id')
  expect(typedFrom(slips.slice(1))).toEqual({ '1 satisfied': '2' })
  expect(typedFrom([])).toEqual({})
})

test.each([
  ['12', 12],
  [' 3 ', 3],
  ['９', 9],
  ['', 0],
  ['200', 200],
  ['-1', undefined],
  ['12a', undefined],
  ['201', undefined],
])('a box that says “%s” counts %s', (text, count) => expect(countIn(text)).toBe(count))

test('R-CLOSE-8: a box that cannot be read holds up the others: none is left out without a word', () => {
  expect(areCounts({ '1 satisfied': '3', '2 basic': '' })).toBe(true)
  expect(areCounts({ '1 satisfied': '3', '2 basic': '1o' })).toBe(false)
})

test('R-CLOSE-13: what was written down is listed by day, window and grade, with what was taken back', () => {
  const slip = (rating: string, window: number, undone = false) => {
    return { rating, level: 'satisfied', window: window as WindowNo, day, undone } as const
  }
  expect(slipKinds([slip('a', 2), slip('b', 1), slip('c', 2, true), slip('d', 2)])).toEqual([
    { day, window: 1, level: 'satisfied', standing: ['b'], undone: 0 },
    { day, window: 2, level: 'satisfied', standing: ['a', 'd'], undone: 1 },
  ])
})
