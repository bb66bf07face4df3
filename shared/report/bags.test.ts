import { expect, test } from 'vitest'
import { DayCheck, differing, isOpen, programCounts } from './bags.ts'
import { type Figure, figures } from './figures.ts'

const none = Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>
const sum = { ...none, received: 8, accepted: 6, decided: 3, notAccepted: 1, withdrawn: 2, voided: 1 }
const even = (program: number) => ({ program, bags: program })
const check = {
  day: '2026-11-26',
  piles: { received: even(8), accepted: even(6), concluded: even(3), returned: even(3) },
  missing: [],
  stray: [],
  remark: null,
}

test('R-BAGS-1: the piles of a day are its receipts, acceptances, conclusions, and what went back to whoever brought it', () => {
  expect(programCounts(sum)).toEqual({ received: 8, accepted: 6, concluded: 3, returned: 3 })
})

test('R-BAGS-1: where the counts differ the check stays open, and a word is due', () => {
  expect(isOpen(DayCheck.parse(check) as DayCheck)).toBe(false)
  const apart = { ...check, piles: { ...check.piles, accepted: { program: 6, bags: 5 } } }
  expect(DayCheck.safeParse(apart).success).toBe(false)
  const signed = DayCheck.parse({ ...apart, remark: '明早接着找' })
  expect(isOpen(signed)).toBe(true)
  expect(differing(signed.piles)).toEqual(['accepted'])
})
