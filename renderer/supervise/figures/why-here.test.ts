import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { beginWaiting, PATIENCE_MS, whyHere } from './why-here.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const answer = { position: 1, today: '2026-11-24', names: {}, asked: { rows: [], until: [] }, compared: null } as never
const known = { offline: false, ended: false, slow: false }

test('R-PERIOD-18: a line that swallows the question is waited for some seconds, and no longer than that', () => {
  const tooLong = vi.fn()
  const end = beginWaiting(tooLong)
  vi.advanceTimersByTime(PATIENCE_MS - 1)
  expect(tooLong).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(tooLong).toHaveBeenCalledOnce()
  end()
  // What was answered in time is waited for no longer.
  beginWaiting(tooLong)()
  vi.advanceTimersByTime(10 * PATIENCE_MS)
  expect(tooLong).toHaveBeenCalledOnce()
  expect(PATIENCE_MS).toBeLessThan(30_000)
})

test('R-PERIOD-18: meanwhile this terminal answers, and the bureau once it does', () => {
  const asking = { heard: 'asking', lost: null } as const
  expect(whyHere(asking, known)).toBeNull()
  expect(whyHere(asking, { ...known, slow: true })).toBe('slow')
  expect(whyHere({ heard: answer, lost: null }, { ...known, slow: true })).toBeNull()
  expect(whyHere({ heard: 'unreachable', lost: 'unreachable' }, { ...known, slow: true })).toBe('away')
  expect(whyHere({ heard: 'bad', lost: 'bad' }, { ...known, slow: true })).toBeNull()
})

test('R-PERIOD-16: this terminal answers at once where nobody can, or where the bureau does not know yet who asks', () => {
  expect(whyHere({ heard: 'asking', lost: null }, { ...known, offline: true })).toBe('away')
  expect(whyHere({ heard: answer, lost: null }, { ...known, offline: true })).toBeNull()
  expect(whyHere({ heard: answer, lost: 'unreachable' }, known)).toBe('away')
  const signIn = { heard: 'signInAgain', lost: 'signInAgain' } as const
  expect([whyHere(signIn, known), whyHere(signIn, { ...known, ended: true })]).toEqual(['away', null])
})
