/** Up to when all of the bureau's is here: never later than what the page's cache has applied, and no later after a restart. */
import { expect, test } from 'vitest'
import type { Instant } from '../../shared/case/ids.ts'
import type { Cursor } from '../../shared/contract/views.ts'
import { type KeptSynced, watchSynced } from './synced.ts'

const [early, soon, late] = ['2026-11-24T09:00:00.000Z', '2026-11-24T09:00:30.000Z', '2026-11-24T09:05:00.000Z'] as [
  Instant,
  Instant,
  Instant,
]
const at = (position: number, incarnation = 'a'): Cursor => ({ incarnation, position, judged: 0 })

function watched(before: Instant | null, cursor: Cursor | null) {
  const keeps: KeptSynced[] = []
  return { keeps, synced: watchSynced({ before, cursor, keep: (known) => keeps.push(known) }) }
}

test('R-TERMINAL-60: what was fetched counts once the cache has applied all of it', () => {
  const { synced } = watched(null, at(3))
  synced.complete(at(9), early)
  expect(synced.at).toBeNull()
  synced.standsAt(at(6))
  expect(synced.at).toBeNull()
  synced.standsAt(at(9, 'b'))
  expect(synced.at).toBeNull()
  synced.standsAt(at(9))
  expect(synced.at).toBe(early)
  synced.complete(at(9), late)
  expect(synced.at).toBe(late)
})

test('R-TERMINAL-60: a cache that begins again knows of no time, and neither does one of which nobody knows where it stood', () => {
  const { synced, keeps } = watched(early, at(9))
  expect(synced.at).toBe(early)
  synced.standsAt(null)
  expect([synced.at, keeps]).toEqual([null, [{ at: null }]])
  synced.standsAt(at(4))
  expect(synced.at).toBeNull()
  // A mark of the cache that is gone comes late.
  synced.complete(at(9), early)
  synced.standsAt(null)
  synced.standsAt(at(9))
  expect(synced.at).toBeNull()
  expect(watched(early, null).synced.at).toBeNull()
})

test('R-TERMINAL-60: it is kept once a minute, and at once where an earlier time is the right one', () => {
  const { synced, keeps } = watched(null, at(9))
  for (const when of [early, soon, late, early]) synced.complete(at(9), when)
  expect(keeps.map((known) => known.at)).toEqual([early, late, early])
})
