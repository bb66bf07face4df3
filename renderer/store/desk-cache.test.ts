import { expect, test } from 'vitest'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { setDeskCache } from './desk.ts'
import { type CacheRules, DeskCache, LockedCache } from './desk-cache.ts'
import { casesOfName } from './find.ts'
import { freshMarks } from './follow.ts'
import type { NameEntry } from './names.ts'
import { makeSealer } from './seal.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const entry: NameEntry = {
  id: 'kase-1' as CaseId,
  number: '0001' as NameEntry['number'],
  item: 'X' as NameEntry['item'],
  name: '样例社',
  agent: '',
  readings: '',
  window: null,
  phone: '',
  links: '',
  hashes: [],
  receivedAt: '2026-11-24T01:00:00.000Z' as Instant,
}

/** A cache that was filled before. IndexedDB is not in Node: only what is asked of it here stands in its place. `beforeNames` is run
 *  whenever the list of names is read. */
async function kept(beforeNames: () => void = () => {}) {
  const sealer = await makeSealer(key)
  const marks = await freshMarks(sealer, '2026')
  const names = [{ segment: 0, sealed: await sealer.seal('names 0', [entry]) }]
  const done: string[] = []
  const none = { limit: () => ({ primaryKeys: async () => [] }) }
  const db = {
    isOpen: () => true,
    marks: { get: async () => marks },
    names: {
      toArray: async () => {
        beforeNames()
        return names
      },
    },
    cases: { where: () => ({ belowOrEqual: () => none }), bulkGet: async (ids: string[]) => ids.map(() => undefined) },
    delete: async () => void done.push('deleted'),
  }
  const machine = {
    'cache.lastMark': async () => ({ applied: 0, cursor: null }),
    'ledger.after': async () => ({ last: 0, records: [] }),
    'bureau.pull': async () => null,
  }
  const cache = new DeskCache(machine as never, 2, { calendarEdition: '2026', books: {} } as CacheRules)
  Object.assign(cache, { db })
  setDeskCache(cache)
  return { cache, machine, done }
}

test('R-FIND-6: who asks once before the names are read hears it when they are, also over a lock', async () => {
  const { cache } = await kept()
  const early = casesOfName('样例社')
  void cache.unlock(key)
  cache.lock()
  const answered = early.then(() => cache.snapshot().phase)
  await cache.unlock(key)
  // Its row is not among those of this test: that it was looked for is all.
  expect(await early).toEqual([])
  expect(await answered).toBe('ready')
  expect(cache.readNames.size).toBe(1)
})

test('R-FIND-6: names that could not be read are read with the next turn', async () => {
  let fails = true
  const { cache } = await kept(() => {
    if (fails) throw new Error('the disk is away')
  })
  await expect(cache.unlock(key)).rejects.toThrow('the disk is away')
  expect(() => cache.readNames).toThrow(LockedCache)
  fails = false
  await cache.wake()
  expect(cache.readNames.size).toBe(1)
})

test('R-CACHE-11: locked before its turn, or while it is opened, nothing of it stays open or is thrown away', async () => {
  const { cache, done } = await kept(() => cache.lock())
  const isLocked = () => {
    expect(cache.snapshot()).toEqual({ phase: 'locked' })
    expect(() => cache.opener).toThrow(LockedCache)
    expect(() => cache.readNames).toThrow(LockedCache)
    expect(cache.names.size).toBe(0)
  }
  const opening = cache.unlock(key)
  cache.lock()
  await opening
  isLocked()
  // The list is being read.
  await cache.unlock(key)
  isLocked()
  expect(done).toEqual([])
})

test('R-CACHE-11: a lock while the mark is looked at is no damage', async () => {
  const { cache, machine, done } = await kept()
  machine['cache.lastMark'] = async () => {
    cache.lock()
    return { applied: 0, cursor: null }
  }
  await cache.unlock(key)
  expect(cache.snapshot()).toEqual({ phase: 'locked' })
  expect(done).toEqual([])
})

test('R-CACHE-12: far behind the bureau it says so, until it has caught up', async () => {
  const { cache, machine } = await kept()
  const seen: unknown[] = []
  const entries = Array.from({ length: 300 }, () => ({}))
  let left = 4
  const page = async () => {
    seen.push(cache.snapshot())
    left -= 1
    return { cursor: null, entries, verdicts: [], tasks: null, more: left > 0, restart: false }
  }
  Object.assign(machine, { 'bureau.pull': page })
  const { tables: db } = cache
  Object.assign(cache, { catchUpBy: () => ({ machine, db, apply: async () => [], adopt: async () => {} }) })
  await cache.unlock(key)
  const behind = (done: number) => ({ phase: 'building', why: 'behind', done, total: null })
  expect(seen).toEqual([{ phase: 'ready' }, { phase: 'ready' }, behind(600), behind(900)])
  expect(cache.snapshot()).toEqual({ phase: 'ready' })
})

test('R-CACHE-12: broken off, it goes on saying so, and the next fetching goes on from there', async () => {
  const { cache, machine } = await kept()
  const entries = Array.from({ length: 400 }, () => ({}))
  const more = { cursor: null, entries, verdicts: [], tasks: null, more: true, restart: false }
  const none = { ...more, entries: [], more: false }
  const answers: unknown[] = [more, more, null, none]
  Object.assign(machine, { 'bureau.pull': async () => answers.shift() })
  const { tables: db } = cache
  Object.assign(cache, { catchUpBy: () => ({ machine, db, apply: async () => [], adopt: async () => {} }) })
  await cache.unlock(key)
  expect(cache.snapshot()).toEqual({ phase: 'building', why: 'behind', done: 800, total: null })
  await cache.wake()
  expect(cache.snapshot()).toEqual({ phase: 'ready' })
})
