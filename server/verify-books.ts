/** 核对账本: the records of a terminal as they are kept here, read again from the first: numbered without a gap, each following the one
 *  before to the digest that the terminal sent with it, the last giving what the terminal last said of its own book, and the events kept
 *  being those that its records hold and that were confirmed (verify-events.ts). Names the first that does not. A stretch at a time:
 *  nothing is held in memory. */
import { sql } from 'kysely'
import type { AnyEvent } from '../shared/case/event.ts'
import type { BookBroken, BookSlice, Books } from '../shared/contract/audits.ts'
import { eventsOf, RecordBody } from '../shared/record/record.ts'
import type { Bureau } from './bureau.ts'
import { Refused } from './problem.ts'
import { chain, genesis } from './seal.ts'
import { firstOtherwise, surplusOf } from './verify-events.ts'

const CHUNK = 500

type At = { seq: number; digest: string }
type Book = {
  hall: string
  taken: number
  judged_seq: number
  digest: string
  reported_seq: number | null
  reported_digest: string | null
}

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
  const broken = at.seq === book.taken ? (brokenMark(book, at) ?? (await surplusOf(bureau, book.hall, terminal))) : null
  return { at, taken: book.taken, broken }
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
    .select(['hall', 'taken', 'judged_seq', 'digest', 'reported_seq', 'reported_digest'])
    .where('no', '=', terminal)
    .executeTakeFirst()
  if (row === undefined) throw new Refused(404, 'notFound', 'no such terminal')
  const [taken, judged_seq] = [Number(row.taken), Number(row.judged_seq)]
  return { ...row, taken, judged_seq, reported_seq: row.reported_seq === null ? null : Number(row.reported_seq) }
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
  const held: AnyEvent[] = []
  for (const row of rows) {
    const seq = Number(row.seq)
    if (seq !== at.seq + 1) return { at, broken: { seq: at.seq + 1, what: 'missing' } }
    const bytes = opened(() => sealer.open(row.body))
    if (bytes === undefined) return { at, broken: { seq, what: 'unreadable' } }
    const digest = chain(at.digest, bytes)
    if (digest !== row.hash) return { at, broken: { seq, what: 'changed' } }
    if (seq === book.reported_seq && digest !== book.reported_digest) return { at, broken: { seq, what: 'reported' } }
    const record = opened(() => RecordBody.safeParse(JSON.parse(bytes.toString('utf8'))).data)
    if (record?.kind === 'act') held.push(...eventsOf(record))
    at = { seq, digest }
  }
  if (at.seq < end) return { at, broken: { seq: at.seq + 1, what: 'missing' } }
  const upTo = Math.min(end, book.judged_seq)
  const broken = await firstOtherwise(bureau, { hall: book.hall, terminal, from: from.seq, end, upTo, held })
  return broken === null ? at : { at: { ...at, seq: broken.seq - 1 }, broken }
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
  lost: 'has a confirmed event that is no longer kept',
  surplus: 'is said to have brought an event that is kept as confirmed, and brought none such',
  mark: 'ends the book otherwise than is written of it',
}

/** The first broken link in words, for the command line. */
export function brokenText({ seq, what, event }: BookBroken): string {
  return `record ${seq} ${brokenWords[what]}${event === undefined ? '' : ` (${event})`}`
}
