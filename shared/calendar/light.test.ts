import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import type { Day } from './day.ts'
import { light } from './light.ts'

const lights = { yellow: 3, red: 1 }
const seen = (today: string, deadline: string) => light(calendar, today as Day, deadline as Day, lights)

test('R-CALENDAR-20: rest days change no light; the working day after them does', () => {
  // Thursday, November 26 to Tuesday, December 1: three working days; the weekend brings it no nearer.
  expect(seen('2026-11-26', '2026-12-01')).toBe('yellow')
  expect(['2026-11-27', '2026-11-28', '2026-11-29'].map((day) => seen(day, '2026-12-01'))).toEqual([
    'yellow',
    'yellow',
    'yellow',
  ])
  expect(['2026-11-30', '2026-12-01', '2026-12-02'].map((day) => seen(day, '2026-12-01'))).toEqual([
    'red',
    'red',
    'overdue',
  ])
})

test('R-CALENDAR-20: thresholds count with themselves', () => {
  expect(['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => seen(day, '2026-12-01'))).toEqual([
    'green',
    'green',
    'yellow',
  ])
})
