import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import { light } from '../../shared/calendar/light.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { contentVersion } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { countLights, type Light, lightStretch, lights, readLightPage, readLit } from './lights.ts'
import { countersIn, inHandQueue, queueKeys, standingQueue } from './queue-keys.ts'

test('R-PERIOD-11: a last day lies in the list of its own light and in no other, on every working day', () => {
  const limits = { red: 1, yellow: 3 }
  fc.assert(
    fc.property(fc.nat(250), fc.integer({ min: -20, max: 30 }), (later, away) => {
      const today = addDays('2026-01-05' as Day, later)
      const due = addDays(today, away)
      const holding = lights.filter((each) => {
        if (each === 'standing') return false
        const { from, before } = lightStretch(each, { today, calendar, lights: limits })
        return (from === undefined || from <= due) && (before === undefined || due < before)
      })
      const shown = light(calendar, today, due, limits)
      expect(holding).toEqual(shown === 'green' ? [] : [shown])
    }),
  )
})

/** A Wednesday. */
const today = '2026-11-25' as Day
const measures = { today, calendar, lights: { red: 1, yellow: 3 } }
/** The last day of each, and how many cases have it; more stand than any page holds. */
const stock: { light: Light | 'green'; due: string; count: number }[] = [
  { light: 'overdue', due: '2026-11-24', count: 3 },
  { light: 'red', due: '2026-11-26', count: 120 },
  { light: 'yellow', due: '2026-11-30', count: 2 },
  { light: 'green', due: '2026-12-25', count: 7 },
  { light: 'standing', due: '2026-11-20', count: 260 },
]
const rows = stock.flatMap(({ light: of, due, count }) =>
  Array.from({ length: count }, (_, no) => {
    const id = `${of}-${String(no).padStart(3, '0')}` as CaseId
    const receivedAt = `2026-11-10T01:00:${String(no % 60).padStart(2, '0')}.000Z` as Instant
    const kase = { id, item: 'GL-BT', window: 1 + (no % 2), due: due as Day, receivedAt }
    return { id, queue: queueKeys([of === 'standing' ? standingQueue : inHandQueue], kase), sealed: id }
  }),
)

/** The tables as Dexie answers for them: rows along a multi-entry index, a key range at a time. */
function along(lower: string, upper: string, fromLower = true, toUpper = false) {
  const isIn = (key: string) => (fromLower ? key >= lower : key > lower) && (toUpper ? key <= upper : key < upper)
  const entries = rows
    .flatMap((row) => row.queue.map((key) => ({ key, row })))
    .filter(({ key }) => isIn(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const answer = (found: typeof entries) => ({
    toArray: async () => found.map(({ row }) => row),
    count: async () => found.length,
    limit: (most: number) => answer(found.slice(0, most)),
  })
  return answer(entries)
}
const counted = rows.flatMap(({ queue }) => countersIn(queue))
const cache = {
  tables: {
    cases: {
      where: () => ({ between: along }),
      bulkGet: async (ids: CaseId[]) => ids.map((id) => rows.find((row) => row.id === id)),
    },
    counters: { get: async (key: string) => ({ count: counted.filter((each) => each === key).length }) },
    own: { count: async () => 0, toArray: async () => [] },
  },
  opener: { open: async (_: string, id: string) => ({ v: contentVersion, base: null, top: { id } }) },
} as unknown as DeskCache

test('R-PERIOD-11: as many stand behind a light as it counts, page by page to the last one, most urgent first', async () => {
  const counts = await countLights(cache, measures)
  expect(counts).toEqual({ overdue: 3, red: 120, yellow: 2, standing: 260 })
  for (const each of lights) {
    const found: CaseId[] = []
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await readLightPage(cache, each, measures, { after, limit: 50, few: null })
      found.push(...page.cases.map(({ kase }) => kase.id))
      after = page.next
    }
    expect(new Set(found).size, each).toBe(counts[each])
    expect(found.every((id) => id.startsWith(each))).toBe(true)
    expect(found).toHaveLength(counts[each])
  }
})

test('R-PERIOD-19: of one window or person a light lists no other case', async () => {
  const few = ['red-001', 'red-119', 'yellow-000', 'green-001'] as CaseId[]
  const { cases, next } = await readLightPage(cache, 'red', measures, { after: undefined, limit: 50, few })
  expect([cases.map(({ kase }) => kase.id).toSorted(), next]).toEqual([['red-001', 'red-119'], undefined])
})

test('R-PERIOD-11: whose the cases are and what they wait for is told of every one, however many', async () => {
  const lit = await readLit(cache, measures)
  const counts = await countLights(cache, measures)
  for (const each of lights) expect(lit.filter((one) => one.light === each)).toHaveLength(counts[each])
  expect(lit.every(({ light: of, kase }) => kase.id.startsWith(of))).toBe(true)
})
