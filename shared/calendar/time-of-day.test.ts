import { expect, test } from 'vitest'
import { readTimeOfDay } from './time-of-day.ts'

test.each([
  ['0930', '09:30'],
  ['930', '09:30'],
  ['9:30', '09:30'],
  ['９：３０', '09:30'],
  ['14点05', '14:05'],
  ['8时00分', '08:00'],
  ['23:59', '23:59'],
  ['0000', '00:00'],
])('a time of day typed as %s is %s', (typed, kept) => {
  expect(readTimeOfDay(typed)).toBe(kept)
})

test.each(['24:00', '9:60', '9', '九点', '', '12345', '-900'])('%s is no time of a day', (typed) => {
  expect(readTimeOfDay(typed)).toBeUndefined()
})
