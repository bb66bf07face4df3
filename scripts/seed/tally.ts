/** What a written year came to, read back from the bureau. */
import { sql } from 'kysely'
import type { Bureau } from '../../server/bureau.ts'
import type { Written } from './year.ts'

export type Tally = {
  records: number
  events: number
  /** Written while the line was down. */
  offline: number
  refused: number
  waiting: number
  /** What the bureau wants somebody to look at, by kind. */
  tasks: Record<string, number>
  outcomes: Record<string, number>
  items: Record<string, number>
  types: Record<string, number>
  questions: number
  ratings: number
}

export async function tallyOf({ bureau, kases }: Pick<Written, 'bureau' | 'kases'>): Promise<Tally> {
  const { rows: types } = await sql<{ of: string; n: number }>`
    select type as of, count(*)::integer as n from events group by type order by n desc`.execute(bureau.db)
  const { rows: tasks } = await sql<{ of: string; n: number }>`
    select kind as of, count(*)::integer as n from tasks group by kind`.execute(bureau.db)
  const all = [...kases.values()]
  return {
    records: await rowsIn(bureau, 'records'),
    events: types.reduce((sum, { n }) => sum + n, 0),
    offline: Number(
      (
        await sql<{ n: number }>`
      select count(*)::integer as n from events where offline`.execute(bureau.db)
      ).rows[0]?.n,
    ),
    refused: await rowsIn(bureau, 'refused_events'),
    waiting: await rowsIn(bureau, 'waiting'),
    tasks: Object.fromEntries(tasks.map(({ of, n }) => [of, n])),
    outcomes: counted(all.map(({ outcome, status }) => outcome ?? status)),
    items: counted(all.map(({ item }) => item)),
    types: Object.fromEntries(types.map(({ of, n }) => [of, n])),
    questions: await rowsIn(bureau, 'enquiries'),
    ratings: await rowsIn(bureau, 'ratings'),
  }
}

async function rowsIn({ db }: Bureau, table: 'records' | 'refused_events' | 'waiting' | 'enquiries' | 'ratings') {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** How often each is there, the most frequent first. */
function counted(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}
