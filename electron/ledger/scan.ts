/** Reads a book's folder and says what is there: how far it is sound, and what stands at its end. Changes nothing. */
import { join } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import { readWhole } from '../disk/files.ts'
import { BookIndex } from './book-index.ts'
import { type DroppedMark, readDropped } from './dropped.ts'
import { holdsLaterFrame, openFrame, readFrameHeader, SUITE } from './frame.ts'
import { framesOf } from './frames.ts'
import { firstOf, isKeyOf, readSegmentHeader, SEGMENT_HEADER_BYTES, segmentName } from './segment.ts'

/** A folder with a book in it, and the ledger key to open it with. */
export type ClosedBook = {
  readonly disk: Disk
  readonly dir: string
  readonly terminal: number
  readonly key: Buffer
}

export type BookEnd =
  | { readonly end: 'clean' }
  /** After the last sound record lie bytes that one broken-off write can have left. */
  | { readonly end: 'badTail'; readonly bytes: number }
  /** Anything else that is not sound, from record `seq` on. */
  | { readonly end: 'damaged'; readonly seq: number; readonly detail: string }
  | { readonly end: 'keyMissing'; readonly detail: string }

export type Scan = {
  /** The records before the damage or the bad tail; the last of them opens. */
  readonly index: BookIndex
  readonly dropped: DroppedMark | undefined
  readonly end: BookEnd
}

/** Takes in the headers of all segments and opens the last record; the content of the others is for verify.ts. Throws when the folder itself cannot be read. */
export function scanBook(book: ClosedBook): Scan {
  const index = new BookIndex()
  const dropped = readDropped(book.dir, book.disk)
  if (dropped === 'unreadable') return { index, dropped: undefined, end: damaged(1, 'the mark of dropped segments') }
  const end = scanSegments(book, index, dropped?.upTo ?? 0)
  while (!lastOpens(book, index)) index.removeLast()
  return { index, dropped, end }
}

function scanSegments(book: ClosedBook, index: BookIndex, droppedTo: number): BookEnd {
  const firsts = book.disk.list(book.dir).flatMap((name) => firstOf(name) ?? [])
  firsts.sort((a, b) => a - b)
  for (const first of firsts) {
    const begun = index.segments.length > 0
    const expected = (begun ? index.last : droppedTo) + 1
    // Segments that a crash kept from being dropped may still lie below the mark.
    if (begun ? first !== expected : first > expected)
      return damaged(expected, `a segment before ${segmentName(first)} is missing`)
    const end = scanSegment(book, index, first, first === firsts.at(-1))
    if (end.end !== 'clean') return end
  }
  if (firsts.length === 0 && droppedTo > 0) return damaged(droppedTo + 1, 'every segment is missing')
  return checkLast(book, index)
}

function scanSegment(book: ClosedBook, index: BookIndex, first: number, newest: boolean): BookEnd {
  const name = segmentName(first)
  const path = join(book.dir, name)
  let bytes: Buffer
  try {
    bytes = readWhole(path, book.disk) ?? Buffer.alloc(0)
  } catch (error) {
    return damaged(first, `${name} cannot be read (${String(error)})`)
  }
  const header = readSegmentHeader(bytes)
  if (header === undefined || header.first !== first) return damaged(first, `the beginning of ${name}`)
  if (header.suite !== SUITE) return damaged(first, `${name} was written by a newer program`)
  if (header.terminal !== book.terminal) return damaged(first, `${name} is of terminal ${header.terminal}`)
  if (!isKeyOf(book.key, header)) return { end: 'keyMissing', detail: `${name} was written under another key` }

  const segment = { path, first, offsets: [], end: SEGMENT_HEADER_BYTES }
  index.begin(segment)
  for (;;) {
    const next = readFrameHeader(bytes, segment.end)
    if (next === undefined || next.seq !== index.last + 1 || segment.end + next.bytes > bytes.byteLength) break
    index.add(next)
  }
  const left = bytes.byteLength - segment.end
  if (left === 0) return { end: 'clean' }
  const seq = index.last + 1
  if (!newest || holdsLaterFrame(bytes.subarray(segment.end), seq)) return damaged(seq, `record ${seq} in ${name}`)
  // Each record was synced before the next was begun: behind a record that does not open, nothing was merely broken off.
  return lastOpens(book, index)
    ? { end: 'badTail', bytes: left }
    : damaged(index.last, `record ${index.last} in ${name}`)
}

/** A last record of full length that does not open is a write whose middle did not reach the disk, if the one before it opens. */
function checkLast(book: ClosedBook, index: BookIndex): BookEnd {
  if (lastOpens(book, index)) return { end: 'clean' }
  const { segment, bytes } = index.find(index.last)!
  // A newer segment is begun only when the one before is on the disk whole.
  if (segment !== index.segments.at(-1)) return damaged(index.last, `record ${index.last}`)
  index.removeLast()
  return lastOpens(book, index) ? { end: 'badTail', bytes } : damaged(index.last, `record ${index.last}`)
}

function lastOpens(book: ClosedBook, index: BookIndex): boolean {
  try {
    const [found] = framesOf(book.disk, index, index.last, index.last)
    return found === undefined || openFrame(book.key, book.terminal, found.frame) !== undefined
  } catch {
    return false // The disk cannot read it.
  }
}

function damaged(seq: number, detail: string): BookEnd {
  return { end: 'damaged', seq, detail }
}
