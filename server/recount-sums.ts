/** The sums of figures made anew from the lines, and what was not as it should be. */
import { sql } from 'kysely'
import { BUCKET_MINUTES, hourParts, timedParts } from '../shared/report/parts.ts'
import { insertMany, type Tx } from './database.ts'
import { type Dim, dims, sumKey, timesKey } from './kept-sums.ts'
import { addText, blockInSql, NO_TIMES, textInSql } from './kept-times.ts'
import type { Schema } from './schema.ts'

type Place = Pick<Schema['report_sums'], 'grain' | 'part' | 'period' | 'key'> & { dim: Dim }
type Counted = { n: number; amount: number }
/** `bucket`: of how many times fall into a tenth of an hour; absent: of a sum. */
export type SumDifference = Place & { bucket?: number; was: Counted; is: Counted }
type Tell = (found: readonly SumDifference[]) => void

const columnOf: Record<Dim, string> = {
  all: `''`,
  window: '"window"::text',
  person: 'person',
  item: 'item',
  street: 'street',
  hour: 'hour::text',
}
const periodOf = { day: 'day', month: 'left(day, 7)' } as const

/** Adds up every line of a hall and puts right each sum that says something else; tells those. */
export async function mendSums(tx: Tx, hall: string, tell: Tell): Promise<void> {
  for (const dim of dims)
    for (const grain of dim === 'hour' ? (['day'] as const) : (['day', 'month'] as const)) {
      const sums = await differingSums(tx, hall, dim, grain)
      tell(sums)
      await insertMany(
        tx,
        'report_sums',
        sums.map(({ was: _, is, ...at }) => ({ hall, ...at, ...is })),
        `(${sumKey}) do update set n = excluded.n, amount = excluded.amount`,
      )
      if (dim === 'hour') continue
      const times = await differingTimes(tx, hall, dim, grain)
      tell(times.flatMap(differencesIn))
      await insertMany(
        tx,
        'report_times',
        times.map(({ was: _, is, ...at }) => ({ hall, ...at, times: is })),
        `(${timesKey}) do update set times = excluded.times`,
      )
    }
}

type Row = Omit<Place, 'grain' | 'dim'> & { was_n: number; was_amount: number } & Counted

async function differingSums(tx: Tx, hall: string, dim: Dim, grain: Place['grain']): Promise<SumDifference[]> {
  const { rows } = await sql<Row>`
    with counted as (
      select part, ${sql.raw(periodOf[grain])} as period, ${sql.raw(columnOf[dim])} as key, count(*) as n, sum(amount)::bigint as amount
      from report_lines where hall = ${hall} ${ofHours(dim)} group by 1, 2, 3),
    kept as (select part, period, key, n, amount from report_sums
      where hall = ${hall} and grain = ${grain} and dim = ${dim} and (n <> 0 or amount <> 0))
    select part, period, key, coalesce(k.n, 0) as was_n, coalesce(k.amount, 0) as was_amount, coalesce(c.n, 0) as n, coalesce(c.amount, 0) as amount
    from counted c full join kept k using (part, period, key)
    where c.n is distinct from k.n or c.amount is distinct from k.amount order by period, part, key`.execute(tx)
  return rows.map(({ part, period, key, was_n, was_amount, n, amount }) => ({
    ...{ grain, dim, part, period, key },
    was: { n: was_n, amount: was_amount },
    is: { n, amount },
  }))
}

/** Of hours, sums are kept for acts of people only. */
function ofHours(dim: Dim) {
  return dim === 'hour' ? sql`and hour >= 0 and part = any(${[...hourParts]}::text[])` : sql``
}

type Times = Place & { block: number; was: string; is: string }

/** Where what is kept is another text than what the lines give. */
async function differingTimes(tx: Tx, hall: string, dim: Dim, grain: Place['grain']): Promise<Times[]> {
  const { rows } = await sql<Omit<Times, 'grain' | 'dim'>>`
    with each as (
      select part, ${sql.raw(periodOf[grain])} as period, ${sql.raw(columnOf[dim])} as key, (amount / ${BUCKET_MINUTES}::integer)::integer as bucket, count(*) as n
      from report_lines where hall = ${hall} and part = any(${[...timedParts]}::text[]) group by 1, 2, 3, 4),
    counted as (select part, period, key, ${blockInSql} as block, ${textInSql} as times from each group by 1, 2, 3, 4),
    kept as (select part, period, key, block, times from report_times where hall = ${hall} and grain = ${grain} and dim = ${dim} and times <> ${NO_TIMES})
    select part, period, key, block, coalesce(k.times, ${NO_TIMES}) as was, coalesce(c.times, ${NO_TIMES}) as is
    from counted c full join kept k using (part, period, key, block)
    where c.times is distinct from k.times order by period, part, key, block`.execute(tx)
  return rows.map((row) => ({ ...row, grain, dim }))
}

/** One for each tenth of an hour. */
function differencesIn({ was, is, block: _, ...at }: Times): SumDifference[] {
  const kept = addText({}, was)
  const counted = addText({}, is)
  return Object.keys({ ...kept, ...counted })
    .map(Number)
    .filter((bucket) => kept[bucket] !== counted[bucket])
    .map((bucket) => ({
      ...at,
      bucket,
      was: { n: kept[bucket] ?? 0, amount: 0 },
      is: { n: counted[bucket] ?? 0, amount: 0 },
    }))
}
