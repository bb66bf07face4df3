import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { DeskCache } from './desk-cache.ts'
import { readRefused } from './tasks.ts'

type Row = { id: string; to: string; settled: boolean; moved?: string; sealed: object }

const day = '2026-11-24' as Day
const refused = (id: string, part: object = {}, row: Partial<Row> = {}): Row => ({
  ...{ id, to: 'li.ck', settled: false, ...row },
  sealed: { id, kind: 'refused', to: row.to ?? 'li.ck', since: '2026-11-24T02:00:00.000Z', day, ...part },
})
const rows = [
  refused('later', { since: '2026-11-24T03:00:00.000Z' }),
  // Done on the day while the line was down, judged the next one.
  refused('offline', { since: '2026-11-25T01:00:00.000Z' }),
  refused('other day', { day: '2026-11-23' }),
  refused('before days were told', { day: undefined, since: '2026-11-24T01:00:00.000Z' }),
  refused('of another', {}, { to: 'wang.ck' }),
  refused('put right', {}, { settled: true }),
  refused('handed over', { kind: 'outOfTurn' }),
]
const cache = {
  tables: { tasks: { filter: (fits: (row: Row) => boolean) => ({ toArray: async () => rows.filter(fits) }) } },
  opener: { open: async (_: string, sealed: object) => sealed },
} as unknown as DeskCache

test('R-PERIOD-20: what was refused of a day is named by the day it was done, whoever did it, until it is put right', async () => {
  const ids = async (person?: string) => (await readRefused(cache, day, person as PersonId)).map(({ id }) => id)
  expect(await ids()).toEqual(['before days were told', 'of another', 'later', 'offline'])
  expect(await ids('wang.ck')).toEqual(['of another'])
})
