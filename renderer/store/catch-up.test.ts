import { expect, test } from 'vitest'
import type { CaseId } from '../../shared/case/ids.ts'
import { type CatchUp, followCalendar, followPeople } from './catch-up.ts'
import type { Batch } from './follow.ts'

/** A cache that counted its dates by `calendar` and has these cases in its lists. IndexedDB is not in Node: only what is asked of
 *  it here stands in its place; the real one is followed in tests/journeys/admin.spec.ts. */
function cacheOf(calendar: string, keys: readonly string[]) {
  const applied: Batch[] = []
  const among = (...starts: string[]) => ({
    keys: async () => keys.filter((key) => starts.some((start) => key.startsWith(start))),
  })
  const db = {
    marks: { get: async () => ({ calendar, people: 'before' }) },
    cases: { where: () => ({ above: () => ({ keys: async () => keys }), startsWithAnyOf: among }) },
  }
  const by = { db, apply: async (batch: Batch) => void applied.push(batch) } as unknown as CatchUp
  return { by, applied }
}

const keys = (count: number) =>
  Array.from({ length: count }, (_, no) => [
    `clerk@*//2027-01-07/x/kase-${no}`,
    `#inHand//2027-01-07/x/kase-${no}`,
  ]).flat()

test('R-CACHE-10: a new calendar counts every case that waits once, some hundred at a time, and says so last', async () => {
  const { by, applied } = cacheOf('2026/2025-11-04', keys(450))
  await followCalendar(by, '2027/2026-11-20')
  expect(applied.map(({ touch }) => touch?.length)).toEqual([200, 200, 50, undefined])
  const touched = applied.flatMap(({ touch = [] }) => touch)
  expect(new Set(touched).size).toBe(450)
  expect(touched[0]).toBe('kase-0' as CaseId)
  // Broken off in between, it begins again: the mark is written when all is counted.
  expect(applied.map(({ calendar }) => calendar)).toEqual([undefined, undefined, undefined, '2027/2026-11-20'])
})

test('R-CACHE-10: the calendar it was counted by already touches nothing', async () => {
  const { by, applied } = cacheOf('2027/2026-11-20', keys(3))
  await followCalendar(by, '2027/2026-11-20')
  expect(applied).toEqual([])
})

test('R-LIST-10: where people sit elsewhere than before, what was given to somebody is looked at again, and says so last', async () => {
  const { by, applied } = cacheOf('2026', ['~zhao//2027-01-07/x/kase-1', '#left//2027-01-07/x/kase-2', ...keys(1)])
  await followPeople(by, 'after')
  expect(applied).toEqual([{ touch: ['kase-1', 'kase-2'] }, { people: 'after' }])
  applied.length = 0
  await followPeople(by, 'before')
  await followPeople(by, undefined)
  expect(applied).toEqual([])
})
