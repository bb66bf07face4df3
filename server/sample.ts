/** 抽样 for an audit: which cases of a time are drawn, with all that anybody needs to draw the same ones again. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { drawSample, populationDigest, sampleMethod } from '../shared/audit/sample.ts'
import type { Part } from '../shared/report/parts.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'

/** Cases that count for this part (received, granted, refused …) on one of these days. */
export type SampleAsked = {
  hall: string
  from: string
  until: string
  part: Part
  item: string | null
  window: number | null
  person: string | null
  /** Items whose cases are not in the box. */
  without: readonly string[]
  size: number
  seed: string
}

export type Sample = SampleAsked & {
  method: typeof sampleMethod
  /** How many cases there were, the digest of their ids, and the hall's position at which they were counted. */
  population: number
  populationDigest: string
  position: number
  cases: { id: string; number: string; item: string; window: number | null }[]
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export async function sampleOf({ db }: Bureau, asked: SampleAsked): Promise<Sample> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => sampleIn(tx, asked))
}

export async function sampleIn(tx: Tx, asked: SampleAsked): Promise<Sample> {
  const { hall, from, until, part, item, window, person, without, size, seed } = asked
  const { rows } = await sql<{ case_id: string; number: string; item: string; window: number | null }>`
    select distinct l.case_id, c.number, c.item, c."window" from report_lines l join cases c on c.hall = l.hall and c.id = l.case_id
    where l.hall = ${hall} and l.part = ${part} and l.day between ${from} and ${until} and not l.pending
      and c.item <> all(${[...without]}::text[])
      ${item === null ? sql`` : sql`and l.item = ${item}`}
      ${window === null ? sql`` : sql`and l."window" = ${window}`}
      ${person === null ? sql`` : sql`and l.person = ${person}`}`.execute(tx)
  const found = new Map(rows.map((row) => [row.case_id, row]))
  const ids = [...found.keys()]
  const { position } = await tx.selectFrom('halls').select('position').where('id', '=', hall).executeTakeFirstOrThrow()
  const cases = drawSample(ids, { seed, size }, sha256).map((id) => {
    const { number, item: code, window: place } = found.get(id)!
    return { id, number, item: code, window: place }
  })
  return {
    ...asked,
    method: sampleMethod,
    population: ids.length,
    populationDigest: populationDigest(ids, sha256),
    position: Number(position),
    cases,
  }
}
