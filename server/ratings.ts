/** 好差评 at the bureau: each slip once, and what it counts for. */
import { sql } from 'kysely'
import { addDays, type Day } from '../shared/calendar/day.ts'
import type { Instant, PersonId } from '../shared/case/ids.ts'
import type { OwnRatings } from '../shared/contract/ratings.ts'
import type { NoteRecord } from '../shared/record/record.ts'
import { isPraise, mayWriteDown, RatedNote, RatingUndoneNote, undoes } from '../shared/report/rating.ts'
import type { Bureau } from './bureau.ts'
import { type LineRow, putLines, removeLines } from './counting.ts'
import { insertMany, type Tx } from './database.ts'
import { SumsDelta } from './kept-sums.ts'
import type { Schema } from './schema.ts'

type RatingRow = Schema['ratings']

/** The row of a record that writes down a slip; undefined for every other record, and where this person's word does not count. */
export function ratingRow(hall: string, { note, by, window, at }: NoteRecord): RatingRow | undefined {
  const { data } = RatedNote.safeParse(note)
  if (data === undefined || !mayWriteDown(data, { ...by, window })) return undefined
  const { rating, level, person, day } = data
  return {
    hall,
    rating,
    day,
    window: data.window,
    person: person ?? '',
    praise: isPraise(level),
    level,
    by_person: by.person,
    at,
  }
}

/** The row of a record that takes a slip back; undefined for every other record. */
export function ratingUndoRow(hall: string, { note, by, at }: NoteRecord): Schema['rating_undos'] | undefined {
  const { data } = RatingUndoneNote.safeParse(note)
  if (data === undefined) return undefined
  return { hall, rating: data.rating, by_person: by.person, at, reason: data.reason }
}

/** Keeps those that are new, and counts what stands of the slips that are named. */
export async function writeRatings(
  tx: Tx,
  hall: string,
  { rows, undos }: { rows: readonly RatingRow[]; undos: readonly Schema['rating_undos'][] },
): Promise<void> {
  const named = [...new Set([...rows, ...undos].map(({ rating }) => rating))]
  if (named.length === 0) return
  await insertMany(tx, 'ratings', rows, 'do nothing')
  await insertMany(tx, 'rating_undos', undos, 'do nothing')
  const sums = new SumsDelta(hall)
  for (const { was, is } of await mendRatings(tx, hall, named)) {
    if (was !== null) sums.add(was, -1)
    if (is !== null) sums.add(is, 1)
  }
  await sums.write(tx)
}

/** The slips that somebody wrote down on a day, the last first; `undone`: they took it back. */
export async function ownRatings(
  { db }: Bureau,
  { hall, person }: { hall: string; person: PersonId },
  day: Day,
): Promise<OwnRatings> {
  const [from, to] = [startOf(day), startOf(addDays(day, 1))]
  const rows = await db
    .selectFrom('ratings')
    .selectAll()
    .where('hall', '=', hall)
    .where('by_person', '=', person)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at', 'desc')
    .orderBy('rating')
    .execute()
  const undone = await undoneAmong(db, hall, rows)
  return rows.map(({ rating, level, window, day: on }) => {
    const slip = { rating, level, window, day: on } as Omit<OwnRatings[number], 'undone'>
    return { ...slip, undone: undone.has(rating) }
  })
}

/** Which of these slips were taken back. */
async function undoneAmong(
  tx: Bureau['db'] | Tx,
  hall: string,
  rows: readonly RatingRow[],
): Promise<ReadonlySet<string>> {
  const { rows: words } = await sql<Schema['rating_undos']>`
    select * from rating_undos where hall = ${hall} and rating = any(${rows.map(({ rating }) => rating)}::text[])`.execute(
    tx,
  )
  const written = new Map(rows.map((row) => [row.rating, said(row)]))
  return new Set(
    words.flatMap((word) => {
      const slip = written.get(word.rating)
      return slip !== undefined && undoes(said(word), slip) ? [word.rating] : []
    }),
  )
}

function startOf(day: Day): Instant {
  return new Date(`${day}T00:00:00+08:00`).toISOString() as Instant
}

function said({ by_person, at }: Pick<RatingRow, 'by_person' | 'at'>) {
  return { person: by_person, at: at as Instant }
}

/** Puts the lines of a hall's slips right, or of those named; gives those that were not, as they were and as they are. */
export async function mendRatings(
  tx: Tx,
  hall: string,
  named?: readonly string[],
): Promise<{ was: LineRow | null; is: LineRow | null }[]> {
  const rows = await tx
    .selectFrom('ratings')
    .selectAll()
    .where('hall', '=', hall)
    .$if(named !== undefined, (query) => query.where('rating', 'in', named ?? []))
    .execute()
  const kept = await tx
    .selectFrom('report_lines')
    .selectAll()
    .where('hall', '=', hall)
    .where('part', '=', 'rated')
    .$if(named !== undefined, (query) => query.where('event', 'in', named ?? []))
    .execute()
  const undone = await undoneAmong(tx, hall, rows)
  const standing = rows.filter(({ rating }) => !undone.has(rating))
  const is = new Map(standing.map(lineOf).map((line) => [line.event, line]))
  const was = new Map(kept.map((line) => [line.event, line]))
  const differing = [...new Set([...is.keys(), ...was.keys()])]
    .map((event) => ({ was: was.get(event) ?? null, is: is.get(event) ?? null }))
    .filter(({ was: before, is: after }) => textOf(before) !== textOf(after))
  await removeLines(
    tx,
    hall,
    differing.flatMap(({ was: before }) => before ?? []),
  )
  await putLines(
    tx,
    differing.flatMap(({ is: after }) => after ?? []),
  )
  return differing
}

function textOf(line: LineRow | null): string {
  return line === null ? '' : `${line.case_id} ${line.day} ${line.window} ${line.person} ${line.amount}`
}

/** A slip is of no case. */
function lineOf({ hall, rating, day, window, person, praise }: RatingRow): LineRow {
  const nowhere = { person_name: '', item: '', street: '', community: '' }
  return {
    hall,
    case_id: '',
    event: rating,
    part: 'rated',
    day,
    window,
    person,
    ...nowhere,
    amount: praise ? 1 : 0,
    pending: false,
    hour: -1,
    causes: '',
  }
}
