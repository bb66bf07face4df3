import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import { readCounted, readDay, readWaiting } from './day-figures.ts'
import type { DeskCache } from './desk-cache.ts'
import { foreseenKeys } from './foreseen.ts'

const day = '2026-11-24' as Day
const counts = ['li.ck', 'wang.ck'].map((person) => ({
  ...{ day, window: 1, person, personName: person, item: 'GL-BT' },
  sums: { received: { n: person === 'li.ck' ? 2 : 3, amount: 0 } },
  times: {},
}))
const silent = foreseenKeys([
  { day, part: 'accepted', window: 1, person: 'li.ck', personName: 'li.ck', item: 'GL-BT', pending: true } as never,
])
const figures = [{ day, part: 'received', person: 'wang.ck', standing: 'here', amount: 0, case: '甲' }]
const found = (rows: readonly object[]) => ({ toArray: async () => rows })
const cache = {
  tables: {
    counts: { where: () => ({ between: () => found(counts) }) },
    cases: { where: () => ({ between: () => ({ keys: async () => silent }) }) },
    figures: { where: () => ({ anyOf: () => found(figures) }) },
  },
} as unknown as DeskCache

test('R-ROLE-6: the day of one person holds nothing of what others did, confirmed or not', async () => {
  const all = await readDay(cache, day)
  expect([all.rows.map(({ received }) => received), all.unconfirmed.received]).toEqual([[2, 3, 0], 1])
  const own = await readDay(cache, day, 'li.ck')
  expect([own.rows.map(({ received }) => received), own.unconfirmed.received]).toEqual([[2, 0], 0])
  // What was accepted by silence counts with its day, though no act wrote it down.
  expect(own.rows.map(({ accepted }) => accepted)).toEqual([0, 1])
})

test('R-PERIOD-10: a case counts here as often as it does, and what waits in several lists waits once', async () => {
  const twice = [...figures, ...figures, { ...figures[0], standing: 'bureau' }]
  const lists: Record<string, string[]> = { '~甲//': ['一', '二'], '~乙//': ['二'] }
  const tables = {
    figures: { where: () => ({ anyOf: () => found(twice) }) },
    cases: {
      where: () => ({
        between: (lower: string, upper: string) => ({
          primaryKeys: async () => (upper.includes('2026') ? ['二'] : (lists[lower] ?? [])),
        }),
      }),
    },
  }
  const desk = { tables } as unknown as DeskCache
  expect(await readCounted(desk, day, 'received', day)).toEqual(['甲', '甲'])
  expect(await readWaiting(desk, ['~甲', '~乙'], day)).toEqual({ inHand: 2, overdue: 1 })
})
