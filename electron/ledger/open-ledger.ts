/** Opens a terminal's book, whatever state it is in: sound, torn, damaged, rolled back or under a lost key. */
import { join } from 'node:path'
import { realDisk } from '../disk/disk.ts'
import { freeName, readAt, writeWhole } from '../disk/files.ts'
import { subkey } from '../keys/subkey.ts'
import { Book, type Problem } from './book.ts'
import type { BookIndex } from './book-index.ts'
import { type Known, LedgerInUse, type OpenOptions, type OpenResult, type TornTail } from './ledger.ts'
import { lockFolder } from './lock.ts'
import { OutsideFile } from './outside.ts'
import { type ClosedBook, type Scan, scanBook } from './scan.ts'

export const MINIMUM_FREE_BYTES = 200_000_000
const SEGMENT_BYTES = 16_000_000

/**
 * The book of a terminal, made when there is none. Never throws for damaged data: the book is then read-only, and readable up to the damage.
 * Throws LedgerInUse when another process has it open, and what the disk says when the folder itself cannot be made or listed.
 */
export async function openLedger(options: OpenOptions): Promise<OpenResult> {
  const { dir, terminal, known = {}, disk = realDisk } = options
  disk.makeFolder(dir)
  const unlock = await lockFolder(dir)
  if (unlock === undefined) throw new LedgerInUse(dir)
  try {
    const book: ClosedBook = { disk, dir, terminal, key: subkey(options.dataKey, 'ledger') }
    const scan = scanBook(book)
    const { outside, outsideKeptAside, failure } = openOutside(options.outsideFile, terminal, book)
    let problem = problemOf(scan, known, outside) ?? failure
    let tornTail: TornTail | null = null
    if (problem === undefined && scan.end.end === 'badTail') {
      try {
        tornTail = cutTail(book, scan.index)
      } catch (error) {
        problem = readOnly('writeFailed', `the torn tail could not be kept aside (${String(error)})`)
      }
    }
    if (problem === undefined) problem = bringUp(outside, scan.index)
    const { minimumFreeBytes = MINIMUM_FREE_BYTES, segmentBytes = SEGMENT_BYTES } = options
    const parts = { ...book, terminal, index: scan.index, dropped: scan.dropped, outside, problem }
    const ledger = new Book({ ...parts, minimumFreeBytes, segmentBytes, unlock })
    ledger.compare(known)
    return { ledger, tornTail, outsideKeptAside }
  } catch (error) {
    unlock()
    throw error
  }
}

/** What keeps a book from being written to, undefined when nothing does. A bad tail is no problem if nobody has named what stood there. */
function problemOf({ index, end }: Scan, known: Known, outside: OutsideFile | undefined): Problem | undefined {
  if (end.end === 'keyMissing') return readOnly('keyMissing', end.detail)
  if (end.end === 'damaged') return readOnly('damaged', end.detail)
  const named = Math.max(outside?.last.seq ?? 0, known.cacheApplied ?? 0, known.bureau?.seq ?? 0)
  if (named <= index.last) return undefined
  if (end.end === 'badTail') return readOnly('damaged', `record ${index.last + 1} was saved and does not open`)
  return readOnly('rolledBack', `record ${named} was saved and this book ends with ${index.last}`)
}

function openOutside(path: string, terminal: number, { disk }: ClosedBook) {
  try {
    const { outside, keptAside } = OutsideFile.open(path, terminal, disk)
    return { outside, outsideKeptAside: keptAside, failure: undefined }
  } catch (error) {
    const failure = readOnly('writeFailed', `the file outside the data folder (${String(error)})`)
    return { outside: undefined, outsideKeptAside: null, failure }
  }
}

/** Keeps the bytes after the last good record in `aside/`, and only then cuts them off. */
function cutTail({ disk, dir }: ClosedBook, index: BookIndex): TornTail {
  const newest = index.segments.at(-1)!
  const aside = join(dir, 'aside')
  disk.makeFolder(aside)
  const keptAside = freeName(aside, `record-${index.last + 1}.torn`, disk)
  const file = disk.open(newest.path, 'r+')
  try {
    const tail = readAt(disk, file, newest.end, disk.size(file) - newest.end)
    writeWhole(keptAside, tail, disk)
    disk.truncate(file, newest.end)
    disk.sync(file)
    return { bytes: tail.byteLength, keptAside }
  } finally {
    disk.close(file)
  }
}

/** A crash between a record and the file outside leaves the file behind. */
function bringUp(outside: OutsideFile | undefined, index: BookIndex): Problem | undefined {
  if (outside === undefined) return undefined
  const last = { seq: index.last, serial: Math.max(index.serial, outside.last.serial) }
  if (last.seq === outside.last.seq && last.serial === outside.last.serial) return undefined
  try {
    outside.write(last)
    return undefined
  } catch (error) {
    return readOnly('writeFailed', `the file outside the data folder (${String(error)})`)
  }
}

function readOnly(why: Problem['why'], detail: string): Problem {
  return { state: 'readOnly', why, detail }
}
