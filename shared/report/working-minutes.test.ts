import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import type { Day } from '../calendar/day.ts'
import type { Instant } from '../case/ids.ts'
import { workingMinutes } from './working-minutes.ts'

const at = (text: string) => new Date(`${text}:00+08:00`).toISOString() as Instant

test.each([
  ['2026-03-02T09:10', '2026-03-02T09:25', 15],
  ['2026-03-02T16:30', '2026-03-03T09:30', 60],
  // A weekend lies between.
  ['2026-03-06T16:00', '2026-03-09T10:00', 120],
  // 2026-02-28 is a Saturday on which offices work.
  ['2026-02-27T16:00', '2026-03-02T10:00', 120 + 480],
  ['2026-03-03T09:00', '2026-03-02T09:00', 0],
])('from %s to %s is %d working minutes', (from, to, minutes) => {
  expect(workingMinutes(calendar, at(from), at(to))).toBe(minutes)
})

test('days on which the clock stood are none of them', () => {
  const stops = [['2026-03-03', '2026-03-04'] as [Day, Day]]
  expect(workingMinutes(calendar, at('2026-03-02T16:00'), at('2026-03-05T10:00'), stops)).toBe(120)
})

test('a clock set to another century is not walked through', () => {
  expect(workingMinutes(calendar, at('1970-01-01T09:00'), at('2099-01-01T09:00'))).toBeLessThan(10_000_000)
})
