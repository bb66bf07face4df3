/** 抽样 for an audit: which cases of a time are drawn, with all that anybody needs to draw the same ones again. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { drawSample, populationDigest, sampleMethod } from '../shared/audit/sample.ts'
import type { Line } from '../shared/report/lines.ts'
import type { Part } from '../shared/report/parts.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { replayed } from './recount.ts'

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

/** `position`: draws among the cases as they stood at an earlier position of the hall, as a sample of then did; null: as they stand. */
export async function sampleOf(bureau: Bureau, asked: SampleAsked, position: number | null = null): Promise<Sample> {
  return bureau.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      if (position === null) return sampleIn(tx, asked)
      const reached = await positionOf(tx, asked.hall)
      if (position > reached) throw new Error(`${asked.hall} has only come to position ${reached}`)
      return drawn(asked, await foundAt(bureau, tx, asked, position), position)
    })
}

export async function sampleIn(tx: Tx, asked: SampleAsked): Promise<Sample> {
  const { hall, from, until, part, item, window, person, without } = asked
  const { rows } = await sql<{ case_id: string; number: string; item: string; window: number | null }>`
    select distinct l.case_id, c.number, c.item, c."window" from report_lines l join cases c on c.hall = l.hall and c.id = l.case_id
    where l.hall = ${hall} and l.part = ${part} and l.day between ${from} and ${until} and not l.pending
      and c.item <> all(${[...without]}::text[])
      ${item === null ? sql`` : sql`and l.item = ${item}`}
      ${window === null ? sql`` : sql`and l."window" = ${window}`}
      ${person === null ? sql`` : sql`and l.person = ${person}`}`.execute(tx)
  const found = rows.map(({ case_id: id, number, item: code, window: place }) => ({
    id,
    number,
    item: code,
    window: place,
  }))
  return drawn(asked, found, await positionOf(tx, hall))
}

/** What is known of a case by a position tells whether it was in the box: nothing that came later does, and nothing is lost by it. */
async function foundAt(bureau: Bureau, tx: Tx, asked: SampleAsked, position: number): Promise<Sample['cases']> {
  const found: Sample['cases'] = []
  for (let from = ''; ; ) {
    const { lived, last } = await replayed(bureau, tx, asked.hall, from, position)
    if (last === undefined) return found
    from = last
    for (const { kase, lines } of lived)
      if (!asked.without.includes(kase.item) && lines.some((line) => counts(line, asked)))
        found.push({ id: kase.id, number: kase.number, item: kase.item, window: kase.window })
  }
}

function counts(line: Line, { from, until, part, item, window, person }: SampleAsked): boolean {
  return (
    line.part === part &&
    from <= line.day &&
    line.day <= until &&
    line.pending !== true &&
    (item === null || line.item === item) &&
    (window === null || line.window === window) &&
    (person === null || line.person === person)
  )
}

function drawn(asked: SampleAsked, found: Sample['cases'], position: number): Sample {
  const byId = new Map(found.map((each) => [each.id, each]))
  const ids = [...byId.keys()]
  return {
    ...asked,
    method: sampleMethod,
    population: ids.length,
    populationDigest: populationDigest(ids, sha256),
    position,
    cases: drawSample(ids, asked, sha256).map((id) => byId.get(id)!),
  }
}

async function positionOf(tx: Tx, hall: string): Promise<number> {
  const row = await tx.selectFrom('halls').select('position').where('id', '=', hall).executeTakeFirstOrThrow()
  return Number(row.position)
}
