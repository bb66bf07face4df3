import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dayFromNumber, daysBetween } from '../calendar/day.ts'
import { asFarAs, type Period, periodAround, periodLater, periodUnits, unitOf, yearBefore } from './period.ts'

const aDay = fc.integer({ min: 10_000, max: 40_000 }).map(dayFromNumber)
const aUnit = fc.constantFrom(...periodUnits)
const period = (from: string, to: string) => ({ from: from as Day, to: to as Day })
const text = ({ from, to }: Period) => `${from}..${to}`

test('R-PERIOD-2: the days of a week, month, quarter or year are one period, and the next begins where it ends', () => {
  fc.assert(
    fc.property(aDay, aUnit, fc.nat(400), (day, unit, into) => {
      const own = periodAround(unit, day)
      expect(own.from <= day && day <= own.to).toBe(true)
      const other = addDays(own.from, into % (daysBetween(own.from, own.to) + 1))
      expect(periodAround(unit, other)).toEqual(own)
      const next = periodAround(unit, addDays(own.to, 1))
      expect(next.from).toBe(addDays(own.to, 1))
      if (unitOf(own) !== unit) return
      expect(periodLater(own, 1)).toEqual(next)
      expect(periodLater(next, -1)).toEqual(own)
    }),
  )
})

test('R-PERIOD-2: beside any days stand as many days before them', () => {
  fc.assert(
    fc.property(aDay, fc.nat(500), fc.integer({ min: -5, max: 5 }), (from, long, steps) => {
      const own = { from, to: addDays(from, long) }
      fc.pre(unitOf(own) === null)
      const other = periodLater(own, steps)
      fc.pre(unitOf(other) === null)
      expect(daysBetween(other.from, other.to)).toBe(long)
      expect(periodLater(other, -steps)).toEqual(own)
    }),
  )
})

test('R-PERIOD-2: what stands beside a period by name', () => {
  const beside = (own: Period) => [text(periodLater(own, -1)), text(yearBefore(own))]
  expect(beside(period('2026-03-01', '2026-03-31'))).toEqual(['2026-02-01..2026-02-28', '2025-03-01..2025-03-31'])
  expect(beside(period('2025-02-01', '2025-02-28'))).toEqual(['2025-01-01..2025-01-31', '2024-02-01..2024-02-29'])
  expect(beside(period('2026-01-01', '2026-03-31'))).toEqual(['2025-10-01..2025-12-31', '2025-01-01..2025-03-31'])
  expect(beside(period('2026-01-01', '2026-12-31'))).toEqual(['2025-01-01..2025-12-31', '2025-01-01..2025-12-31'])
  expect(beside(period('2026-11-23', '2026-11-29'))).toEqual(['2026-11-16..2026-11-22', '2025-11-24..2025-11-30'])
  expect(beside(period('2028-02-29', '2028-02-29'))).toEqual(['2028-02-28..2028-02-28', '2027-02-28..2027-02-28'])
  expect(beside(period('2026-11-02', '2026-11-06'))).toEqual(['2026-10-28..2026-11-01', '2025-11-02..2025-11-06'])
})

test('R-PERIOD-3: a period that still runs is compared with as many days of the other, one that is over or to come with all of it', () => {
  const [november, october] = [period('2026-11-01', '2026-11-30'), period('2026-10-01', '2026-10-31')]
  const at = (today: string, own = november, other = october) => text(asFarAs(own, other, today as Day))
  expect(at('2026-11-26')).toBe('2026-10-01..2026-10-26')
  expect(at('2026-11-30')).toBe('2026-10-01..2026-10-31')
  expect(at('2026-12-05')).toBe('2026-10-01..2026-10-31')
  expect(at('2026-10-31')).toBe('2026-10-01..2026-10-31')
  expect(at('2026-03-30', period('2026-03-01', '2026-03-31'), period('2026-02-01', '2026-02-28'))).toBe(
    '2026-02-01..2026-02-28',
  )
  fc.assert(
    fc.property(aDay, aUnit, fc.nat(400), (day, unit, into) => {
      const own = periodAround(unit, day)
      const today = addDays(own.from, into)
      const other = asFarAs(own, yearBefore(own), today)
      expect(other.from).toBe(yearBefore(own).from)
      expect(other.from <= other.to).toBe(true)
      if (today < own.to) expect(daysBetween(other.from, other.to)).toBeLessThanOrEqual(daysBetween(own.from, today))
    }),
  )
})
