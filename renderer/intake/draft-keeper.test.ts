import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Instant } from '../../shared/case/ids.ts'
import { type DraftStatus, makeDraftKeeper } from './draft-keeper.ts'

const keptAt = '2026-11-24T01:00:00.000Z' as Instant

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function keeper(keep = vi.fn(async (_: string) => ({ keptAt }))) {
  const said: DraftStatus['is'][] = []
  return { keep, said, drafts: makeDraftKeeper(keep, (status) => said.push(status.is)) }
}

test('R-INTAKE-5: what is typed is kept after a short pause, the last state only', async () => {
  const { keep, said, drafts } = keeper()
  drafts.change('张')
  await vi.advanceTimersByTimeAsync(300)
  drafts.change('张测')
  await vi.advanceTimersByTimeAsync(399)
  expect(keep).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(keep.mock.calls).toEqual([['张测']])
  expect(said.at(-1)).toBe('kept')
})

test('R-INTAKE-5: somebody who types without a pause is kept within a second all the same', async () => {
  const { keep, drafts } = keeper()
  for (let typed = 0; typed < 10; typed += 1) {
    drafts.change('字'.repeat(typed))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(keep).toHaveBeenCalled()
})

test('leaving a field keeps at once, and what was typed meanwhile is kept after it, never before', async () => {
  const answers: (() => void)[] = []
  const { keep, drafts } = keeper(
    vi.fn((_: string) => new Promise((resolve) => answers.push(() => resolve({ keptAt })))),
  )
  drafts.change('一')
  const first = drafts.flush()
  drafts.change('二')
  const second = drafts.flush()
  expect(keep.mock.calls).toEqual([['一']])
  answers[0]?.()
  await first
  await vi.advanceTimersByTimeAsync(0)
  expect(keep.mock.calls).toEqual([['一'], ['二']])
  answers[1]?.()
  await second
})

test('a draft that could not be kept is tried again by itself', async () => {
  let broken = true
  const { keep, said, drafts } = keeper(
    vi.fn(async (_: string) => {
      if (broken) throw new Error('disk')
      return { keptAt }
    }),
  )
  drafts.change('张')
  await drafts.flush()
  expect(said.at(-1)).toBe('failed')
  broken = false
  await vi.advanceTimersByTimeAsync(3000)
  expect(keep).toHaveBeenCalledTimes(2)
  expect(said.at(-1)).toBe('kept')
})

test('a draft that became an act is not kept again', async () => {
  const { keep, drafts } = keeper()
  drafts.change('张')
  await drafts.stop()
  drafts.change('张测')
  await vi.advanceTimersByTimeAsync(5000)
  expect(keep).not.toHaveBeenCalled()
})

test('a refused act leaves the draft: what was typed last is kept again', async () => {
  const { keep, drafts } = keeper()
  drafts.change('张')
  await drafts.stop()
  drafts.change('张测')
  drafts.resume()
  await vi.advanceTimersByTimeAsync(0)
  expect(keep.mock.calls).toEqual([['张测']])
})
