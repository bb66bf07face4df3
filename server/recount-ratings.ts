/** The slips of a hall made anew from the records that wrote them down, and what was not as it should be. */
import { sql } from 'kysely'
import { RecordBody } from '../shared/record/record.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import { ratingRow, ratingUndoRow } from './ratings.ts'
import type { Schema } from './schema.ts'

type RatingRow = Schema['ratings']
type UndoRow = Schema['rating_undos']
type Kept = { ratings: RatingRow[]; undos: UndoRow[] }

const CHUNK = 500

/** Puts every slip and every word that takes one back right; gives those that were not, by their ids. */
export async function mendSlips(bureau: Bureau, tx: Tx, hall: string): Promise<string[]> {
  const is = await fromRecords(bureau, tx, hall)
  const was: Kept = {
    ratings: await tx.selectFrom('ratings').selectAll().where('hall', '=', hall).execute(),
    undos: await tx.selectFrom('rating_undos').selectAll().where('hall', '=', hall).execute(),
  }
  const ratings = differing(was.ratings, is.ratings, ({ rating }) => rating)
  const undos = differing(was.undos, is.undos, undoKey)
  for (const table of ['ratings', 'rating_undos'] as const) {
    const gone = (table === 'ratings' ? ratings : undos).map(({ rating }) => rating)
    await sql`delete from ${sql.table(table)} where hall = ${hall} and rating = any(${gone}::text[])`.execute(tx)
  }
  const [wrong, undone] = [ratings, undos].map((all) => new Set(all.map(({ rating }) => rating)))
  await insertMany(
    tx,
    'ratings',
    is.ratings.filter(({ rating }) => wrong!.has(rating)),
    'do nothing',
  )
  await insertMany(
    tx,
    'rating_undos',
    is.undos.filter(({ rating }) => undone!.has(rating)),
    'do nothing',
  )
  return [...new Set([...wrong!, ...undone!])]
}

/** What of these is only here, only there, or says something else. */
function differing<T extends object>(was: readonly T[], is: readonly T[], keyOf: (row: T) => string): T[] {
  const text = (row: T) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const old = new Map(was.map((row) => [keyOf(row), row]))
  const next = new Map(is.map((row) => [keyOf(row), row]))
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), next.get(key)]
    const same = before !== undefined && after !== undefined && text(before) === text(after)
    return same ? [] : [(after ?? before) as T]
  })
}

/** As they came, each id once; of whoever had signed in by then at the terminal that wrote them. */
async function fromRecords({ sealer }: Bureau, tx: Tx, hall: string): Promise<Kept> {
  const found: { at: string; record: Extract<RecordBody, { kind: 'note' }> }[] = []
  const { rows: terminals } = await sql<{ no: number }>`select no from terminals where hall = ${hall}`.execute(tx)
  for (const { no } of terminals) {
    const { rows: people } = await sql<{ person: string; at: string }>`
      select person, at from signed_in where terminal = ${no}`.execute(tx)
    const since = new Map(people.map(({ person, at }) => [person, at]))
    for (let from = 0; ; ) {
      const { rows } = await sql<{ seq: number; body: Uint8Array; taken_at: string }>`
        select seq, body, taken_at from records where terminal = ${no} and seq > ${from} order by seq limit ${CHUNK}`.execute(
        tx,
      )
      const last = rows.at(-1)
      if (last === undefined) break
      from = Number(last.seq)
      for (const { body, taken_at } of rows) {
        const record = slipIn(sealer.open(body))
        if (record?.terminal !== no || record.hall !== hall) continue
        const signedIn = since.get(record.by.person)
        if (signedIn !== undefined && signedIn <= taken_at) found.push({ at: taken_at, record })
      }
    }
  }
  const inOrder = found.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ record }) => record)
  return {
    ratings: firstOf(
      inOrder.flatMap((record) => ratingRow(hall, record) ?? []),
      ({ rating }) => rating,
    ),
    undos: firstOf(
      inOrder.flatMap((record) => ratingUndoRow(hall, record) ?? []),
      undoKey,
    ),
  }
}

/** A record about a slip; every other is passed by unread. */
function slipIn(bytes: Buffer): Extract<RecordBody, { kind: 'note' }> | undefined {
  const text = bytes.toString('utf8')
  if (!text.includes('"rating"')) return undefined
  try {
    const { data } = RecordBody.safeParse(JSON.parse(text))
    return data?.kind === 'note' ? data : undefined
  } catch {
    return undefined
  }
}

function undoKey({ rating, by_person, at }: UndoRow): string {
  return `${rating} ${by_person} ${at}`
}

function firstOf<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const first = new Map<string, T>()
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row)
  return [...first.values()]
}
