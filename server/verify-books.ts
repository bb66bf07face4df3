/** 核对账本: the records of a terminal as they are kept here, read again from the first: numbered without a gap, each following the one
 *  before to the digest that the terminal sent with it, the last giving what the terminal last said of its own book, and each
 *  confirmed event saying what its record says. Names the first that does not. A stretch at a time: nothing is held in memory. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { AnyEvent } from '../shared/case/event.ts'
import type { BookBroken, BookSlice, Books } from '../shared/contract/audits.ts'
import { eventsOf, RecordBody } from '../shared/record/record.ts'
import type { Bureau } from './bureau.ts'
import { Refused } from './problem.ts'
import { chain, genesis } from './seal.ts'

const CHUNK = 500

type At = { seq: number; digest: string }
type Book = { hall: string; taken: number; digest: string; reported_seq: number | null; reported_digest: string | null }

/** Reads on from where an earlier stretch ended (null: from the beginning), `most` records at a time. */
export async function verifyBook(bureau: Bureau, terminal: number, after: At | null, most: number): Promise<BookSlice> {
  const book = await bookOf(bureau, terminal)
  let at = after ?? { seq: 0, digest: genesis(terminal) }
  const end = Math.min(book.taken, at.seq + most)
  while (at.seq < end) {
    const next = await verifyChunk(bureau, terminal, book, at, Math.min(end, at.seq + CHUNK))
    if ('broken' in next) return { at: next.at, taken: book.taken, broken: next.broken }
    at = next
  }
  return { at, taken: book.taken, broken: at.seq === book.taken ? brokenMark(book, at) : null }
}

/** The whole book, stretch by stretch. */
export async function verifyWhole(bureau: Bureau, terminal: number): Promise<BookSlice> {
  let slice = await verifyBook(bureau, terminal, null, CHUNK)
  while (slice.broken === null && slice.at.seq < slice.taken)
    slice = await verifyBook(bureau, terminal, slice.at, CHUNK)
  return slice
}

/** The terminals of a hall and how far each has come. */
export async function booksOf({ db }: Bureau, hall: string): Promise<Books> {
  const rows = await db
    .selectFrom('terminals')
    .select(['no', 'window', 'machine', 'taken', 'reported_seq', 'reported_at', 'stopped'])
    .where('hall', '=', hall)
    .orderBy('no')
    .execute()
  return rows.map((row) => ({
    terminal: row.no as Books[number]['terminal'],
    window: row.window as Books[number]['window'],
    machine: row.machine,
    taken: Number(row.taken),
    reportedSeq: row.reported_seq === null ? null : Number(row.reported_seq),
    reportedAt: row.reported_at as Books[number]['reportedAt'],
    stopped: row.stopped !== null,
  }))
}

/** What a terminal says of its own book, as it counts it. */
export async function keepReported({ db, now }: Bureau, terminal: number, { seq, digest }: At): Promise<void> {
  await db
    .updateTable('terminals')
    .set({ reported_seq: seq, reported_digest: digest, reported_at: now().toISOString() })
    .where('no', '=', terminal)
    .where((eb) => eb.or([eb('reported_seq', 'is', null), eb('reported_digest', '<>', digest)]))
    .execute()
}

/** Of this hall, or there is none such. */
export async function checkBookOf({ db }: Bureau, hall: string, terminal: number): Promise<void> {
  const row = await db.selectFrom('terminals').select('hall').where('no', '=', terminal).executeTakeFirst()
  if (row?.hall !== hall) throw new Refused(404, 'notFound', 'no such terminal in this hall')
}

async function bookOf({ db }: Bureau, terminal: number): Promise<Book> {
  const row = await db
    .selectFrom('terminals')
    .select(['hall', 'taken', 'digest', 'reported_seq', 'reported_digest'])
    .where('no', '=', terminal)
    .executeTakeFirst()
  if (row === undefined) throw new Refused(404, 'notFound', 'no such terminal')
  return { ...row, taken: Number(row.taken), reported_seq: row.reported_seq === null ? null : Number(row.reported_seq) }
}

async function verifyChunk(
  bureau: Bureau,
  terminal: number,
  book: Book,
  from: At,
  end: number,
): Promise<At | { at: At; broken: BookBroken }> {
  const { db, sealer } = bureau
  const { rows } = await sql<{ seq: number; hash: string; body: Uint8Array }>`
    select seq, hash, body from records where terminal = ${terminal} and seq > ${from.seq} and seq <= ${end} order by seq`.execute(
    db,
  )
  let at = from
  const events: AnyEvent[] = []
  for (const row of rows) {
    const seq = Number(row.seq)
    if (seq !== at.seq + 1) return { at, broken: { seq: at.seq + 1, what: 'missing' } }
    const bytes = opened(() => sealer.open(row.body))
    if (bytes === undefined) return { at, broken: { seq, what: 'unreadable' } }
    const digest = chain(at.digest, bytes)
    if (digest !== row.hash) return { at, broken: { seq, what: 'changed' } }
    if (seq === book.reported_seq && digest !== book.reported_digest) return { at, broken: { seq, what: 'reported' } }
    const record = opened(() => RecordBody.safeParse(JSON.parse(bytes.toString('utf8'))).data)
    if (record?.kind === 'act') events.push(...eventsOf(record))
    at = { seq, digest }
  }
  if (at.seq < end) return { at, broken: { seq: at.seq + 1, what: 'missing' } }
  const otherwise = await firstOtherwise(bureau, book.hall, events)
  return otherwise === undefined ? at : { at: { ...at, seq: otherwise - 1 }, broken: { seq: otherwise, what: 'event' } }
}

/** The record of the first confirmed event that is kept otherwise than it was sent; what was refused or waits is kept nowhere. */
async function firstOtherwise({ db, sealer }: Bureau, hall: string, sent: readonly AnyEvent[]) {
  const { rows } = await sql<{ event: string; body: Uint8Array }>`
    select event, body from events where hall = ${hall} and event = any(${sent.map(({ id }) => id)}::text[])`.execute(
    db,
  )
  const kept = new Map(rows.map(({ event, body }) => [event, body]))
  return sent.find((event) => {
    const body = kept.get(event.id)
    if (body === undefined) return false
    const is = opened(() => sealer.openJson(body) as AnyEvent)
    return is === undefined || !isDeepStrictEqual({ ...is, standing: null }, JSON.parse(JSON.stringify(event)))
  })?.stamp.seq
}

/** The end of the book against what is written of it beside. */
function brokenMark(book: Book, at: At): BookBroken | null {
  if (at.digest !== book.digest) return { seq: at.seq, what: 'mark' }
  return null
}

function opened<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const brokenWords: Record<BookBroken['what'], string> = {
  missing: 'is not there',
  unreadable: 'cannot be opened',
  changed: 'is not what the terminal sent',
  reported: 'gives another digest than the terminal counts itself',
  event: 'has an event that is kept otherwise than it was sent',
  mark: 'ends the book otherwise than is written of it',
}

/** The first broken link in words, for the command line. */
export function brokenText({ seq, what }: BookBroken): string {
  return `record ${seq} ${brokenWords[what]}`
}
