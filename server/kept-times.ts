/** How many times fall into each tenth of an hour, kept a working day of eight hours to a row, as one text: [bucket,count,bucket,count …]
 *  in the order of the buckets, and none that comes to nothing. A row then holds what would be dozens, and stays small enough to be
 *  written anew with every event; and what is alike is one text, so that a recount compares texts. Pure. */
import { type RawBuilder, sql } from 'kysely'

/** So many tenths of an hour has a working day. */
const BLOCK = 80

/** Which row a tenth of an hour is kept in. */
export function blockOf(bucket: number): number {
  return Math.floor(bucket / BLOCK)
}

/** The same, said to the database. */
export const blockInSql: RawBuilder<number> = sql`bucket / ${sql.lit(BLOCK)}`

/** How many, by tenth of an hour. */
export type Buckets = Record<number, number>

export function add(all: Buckets, bucket: number, n: number): void {
  const sum = (all[bucket] ?? 0) + n
  if (sum === 0) delete all[bucket]
  else all[bucket] = sum
}

/** Adds a text to what there is, or takes it away. */
export function addText(all: Buckets, text: string, sign: 1 | -1 = 1): Buckets {
  const pairs = JSON.parse(text) as number[]
  for (let at = 0; at < pairs.length; at += 2) add(all, pairs[at]!, sign * pairs[at + 1]!)
  return all
}

/** Whole numbers are the keys of an object in their order. */
export function textOf(all: Buckets): string {
  return JSON.stringify(Object.entries(all).flatMap(([bucket, n]) => [Number(bucket), n]))
}

export const NO_TIMES: string = textOf({})

/** The same text, put together by the database of a group's rows with `bucket` and `n`. */
export const textInSql: RawBuilder<string> = sql`'[' || string_agg(bucket || ',' || n, ',' order by bucket) || ']'`
