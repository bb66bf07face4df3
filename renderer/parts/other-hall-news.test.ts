import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askEvery } from './other-hall-news.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('R-PERIOD-22: another hall is asked for as often as its terminals send, until it is left, and one’s own by its notices alone', () => {
  const ask = vi.fn()
  const stop = askEvery(30, ask)
  askEvery(null, ask)
  vi.advanceTimersByTime(90_000)
  expect(ask).toHaveBeenCalledTimes(3)
  stop()
  vi.advanceTimersByTime(90_000)
  expect(ask).toHaveBeenCalledTimes(3)
})
