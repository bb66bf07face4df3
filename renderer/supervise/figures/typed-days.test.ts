import { expect, test } from 'vitest'
import { typedDays } from './typed-days.ts'

test('R-PERIOD-12: two typed days are a period as they stand; what is wrong with them is said', () => {
  const period = { from: '2026-11-01', to: '2026-11-09' }
  expect(typedDays({ from: '20261101', to: '2026-11-09' })).toEqual(period)
  expect(typedDays({ from: ' 2026-11-01 ', to: '20261109' })).toEqual(period)
  expect(typedDays({ from: '2026-11-01', to: '2026-11-01' })).toEqual({ from: '2026-11-01', to: '2026-11-01' })
  expect(typedDays({ from: '2026-11-10', to: '2026-11-09' })).toBe('backwards')
  expect(typedDays({ from: '2026-11-31', to: '2026-12-09' })).toBe('noDay')
  expect(typedDays({ from: '', to: '2026-12-09' })).toBe('noDay')
  expect(typedDays({ from: '2016-12-31', to: '2026-01-01' })).toBe('tooLong')
})
