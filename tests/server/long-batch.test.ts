/** A batch so long that what is settled is written while the rest is judged. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recount } from '../../server/recount.ts'
import { Counter, people } from '../bench/counter.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'

/** Several times what is written at once, on cases that come back again and again. */
const ACTS = 300

let desk: TestBureau
beforeAll(async () => {
  desk = await testBureau('PostgreSQL')
})
afterAll(() => desk?.close())

test('R-SERVER-44: cases that a long batch touches early and late stand as their last act left them, and are counted once', async () => {
  const terminal = await desk.terminal(...people)
  const counter = new Counter(terminal, 7)
  for (let n = 0; n < ACTS; n += 1) counter.act()
  expect(await terminal.send()).toMatchObject({ taken: ACTS, problem: null })
  const { db } = desk.bureau
  const events = await db.selectFrom('events').select(['case_id', 'event']).execute()
  const acts = new Map<string, Set<string>>()
  for (const { case_id, event } of events)
    acts.set(case_id, new Set([...(acts.get(case_id) ?? []), event.slice(0, 36)]))
  expect([...acts.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(20)
  const differences: unknown[] = []
  const recounted = await recount(desk.bureau, 'demo', (difference) => differences.push(difference))
  expect(differences).toEqual([])
  expect(recounted).toMatchObject({ cases: acts.size, differed: 0 })
})
