import { expect, test } from 'vitest'
import { Day } from '../calendar/day.ts'
import { ageOn } from './age.ts'

const day = (text: string): Day => Day.parse(text)

test('one is eighty on the eightieth birthday and not the day before', () => {
  expect(ageOn(day('1946-11-24'), day('2026-11-23'))).toBe(79)
  expect(ageOn(day('1946-11-24'), day('2026-11-24'))).toBe(80)
})

test('born on a leap day, one is older on March 1 of a common year', () => {
  expect(ageOn(day('2004-02-29'), day('2026-02-28'))).toBe(21)
  expect(ageOn(day('2004-02-29'), day('2026-03-01'))).toBe(22)
  expect(ageOn(day('2004-02-29'), day('2028-02-29'))).toBe(24)
})

test('before birth the age is negative', () => {
  expect(ageOn(day('2027-01-01'), day('2026-12-31'))).toBe(-1)
})
