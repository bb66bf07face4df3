/** 好差评 at the bureau: each slip once, and what it counts for. */
import type { NoteRecord } from '../shared/record/record.ts'
import { isPraise, mayWriteDown, RatedNote } from '../shared/report/rating.ts'
import { type LineRow, putLines, removeLines, SumsDelta } from './counting.ts'
import type { Tx } from './database.ts'
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

/** Keeps those that are new, and counts them. */
export async function writeRatings(tx: Tx, hall: string, rows: readonly RatingRow[]): Promise<void> {
  if (rows.length === 0) return
  const fresh = await tx
    .insertInto('ratings')
    .values([...rows])
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .execute()
  const lines = fresh.map(lineOf)
  const sums = new SumsDelta(hall)
  for (const line of lines) sums.add(line, 1)
  await putLines(tx, lines)
  await sums.write(tx)
}

/** Puts the lines of a hall's slips right; gives those that were not, as they were and as they are. */
export async function mendRatings(tx: Tx, hall: string): Promise<{ was: LineRow | null; is: LineRow | null }[]> {
  const rows = await tx.selectFrom('ratings').selectAll().where('hall', '=', hall).execute()
  const kept = await tx
    .selectFrom('report_lines')
    .selectAll()
    .where('hall', '=', hall)
    .where('part', '=', 'rated')
    .execute()
  const is = new Map(rows.map(lineOf).map((line) => [line.event, line]))
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
