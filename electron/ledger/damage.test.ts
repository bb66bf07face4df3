import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWhole, writeWhole } from '../disk/files.ts'
import { MemoryDisk } from '../disk/memory-disk.ts'
import { dataKey, newBook, newFolder, open, type TestBook } from './book-for-tests.ts'
import { noting, receiving, terminal } from './make-record.ts'
import { segmentName } from './segment.ts'

async function bookOf(records: number, more = {}): Promise<TestBook> {
  const book = newBook()
  const { ledger } = await open(book, more)
  for (let i = 0; i < records; i++) ledger.append(i % 2 === 0 ? receiving() : noting())
  ledger.close()
  return book
}

function segments(book: TestBook): string[] {
  return readdirSync(book.dir)
    .filter((name) => name.endsWith('.ledger'))
    .map((name) => join(book.dir, name))
}

test('R-LEDGER-11: a bit flipped anywhere is found and said; all before it is read, and nothing is deleted', async () => {
  const disk = new MemoryDisk()
  const book = newBook()
  const { ledger } = await open(book, { disk, segmentBytes: 700 })
  for (let i = 0; i < 3; i++) ledger.append(i % 2 === 0 ? receiving() : noting())
  const records = ledger.read(1, 10)
  ledger.close()
  const paths = disk.list(book.dir).map((name) => join(book.dir, name))
  expect(paths).toHaveLength(2)
  for (const path of paths) {
    const sound = readWhole(path, disk)!
    for (let at = 0; at < sound.byteLength; at++) {
      const bad = Buffer.from(sound)
      bad[at]! ^= 1 << (at % 8)
      writeWhole(path, bad, disk)
      const { ledger: flipped, tornTail } = await open(book, { disk })
      await flipped.verified
      const where = `byte ${at} of ${path}`
      expect(flipped.state, where).toMatchObject({ state: 'readOnly' })
      expect(tornTail, where).toBeNull()
      const read = flipped.read(1, 10)
      for (const [i, { hash, bytes }] of read.entries())
        expect(hash === records[i]!.hash && bytes.equals(records[i]!.bytes), where).toBe(true)
      expect(read.length, where).toBeGreaterThanOrEqual(soundBefore(at, path, sound))
      expect(readWhole(path, disk)!.equals(bad), where).toBe(true)
      flipped.close()
    }
    writeWhole(path, sound, disk)
  }
})

/** How many records lie whole before a byte: counted by the frames' own lengths. */
function soundBefore(at: number, path: string, bytes: Buffer): number {
  let count = Number(/(\d+)\.ledger$/.exec(path)![1]) - 1
  for (let end = 35; ; count++) {
    if (end >= bytes.byteLength) return count
    end += 50 + bytes.readUInt32BE(end + 30) + 16
    if (end > at) return count
  }
}

test('R-LEDGER-11: damage met while reading turns the book read-only, and reading ends before it', async () => {
  const book = await bookOf(6)
  const [path] = segments(book)
  const { ledger } = await open(book)
  const bytes = readFileSync(path!)
  let at = 35
  for (let i = 0; i < 3; i++) at += 50 + bytes.readUInt32BE(at + 30) + 16
  bytes[at + 70]! ^= 1
  writeFileSync(path!, bytes)
  expect(ledger.read(1, 10).map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(ledger.state).toMatchObject({ state: 'readOnly', why: 'damaged', detail: expect.stringContaining('record 4') })
  expect(ledger.read(5, 10)).toEqual([])
  expect(() => ledger.append(noting())).toThrow('read-only')
})

test('R-LEDGER-11: a record taken from another place in the book, or from another book, is noticed', async () => {
  const book = await bookOf(2)
  const other = await bookOf(2)
  const [path] = segments(book)
  const mine = readFileSync(path!)
  const theirs = readFileSync(segments(other)[0]!)
  const end = 35 + 50 + mine.readUInt32BE(35 + 30) + 16
  const theirEnd = 35 + 50 + theirs.readUInt32BE(35 + 30) + 16
  writeFileSync(path!, Buffer.concat([mine.subarray(0, end), theirs.subarray(theirEnd)]))
  const { ledger } = await open(book)
  expect(await ledger.verified).toMatchObject({ result: 'damaged', seq: 2 })
  expect(ledger.state).toMatchObject({ state: 'readOnly', why: 'damaged' })
})

test('R-LEDGER-11: a segment that is missing, from the beginning or from between, is damage', async () => {
  const book = await bookOf(12, { segmentBytes: 700 })
  const names = segments(book)
  expect(names.length).toBeGreaterThan(4)
  for (const [place, readable] of [
    [0, 0],
    [2, Number(/(\d+)\.ledger$/.exec(names[2]!)![1]) - 1],
  ] as const) {
    const copy = newBook(newFolder())
    cpSync(book.folder, copy.folder, { recursive: true })
    rmSync(segments(copy)[place]!)
    const { ledger } = await open(copy)
    expect(ledger.state).toMatchObject({
      state: 'readOnly',
      why: 'damaged',
      detail: expect.stringContaining('missing'),
    })
    expect(ledger.read(1, 100)).toHaveLength(readable)
    ledger.close()
  }
})

test('R-LEDGER-13: a book under another key says so; nothing of it is taken for torn, and the right key opens it again', async () => {
  for (const records of [1, 3]) {
    const book = await bookOf(records)
    const sound = readFileSync(segments(book)[0]!)
    const { ledger, tornTail } = await open(book, { dataKey: Buffer.alloc(32, 8) })
    expect(tornTail).toBeNull()
    expect(ledger.state).toMatchObject({ state: 'readOnly', why: 'keyMissing' })
    expect(ledger.read(1, 10)).toEqual([])
    expect(() => ledger.append(noting())).toThrow('read-only')
    ledger.close()
    expect(readFileSync(segments(book)[0]!)).toEqual(sound)
    const { ledger: again } = await open(book, { dataKey })
    expect(again.read(1, 10)).toHaveLength(records)
    again.close()
  }
})

test('R-LEDGER-13: a book of another terminal is not written to', async () => {
  const book = await bookOf(1)
  const { ledger } = await open(book, { terminal: (terminal + 1) as typeof terminal })
  expect(ledger.state).toMatchObject({
    state: 'readOnly',
    why: 'damaged',
    detail: expect.stringContaining('terminal 17'),
  })
})

test('R-LEDGER-11: an empty file where a segment should be is damage, not an empty book', async () => {
  const book = await bookOf(1)
  writeFileSync(join(book.dir, segmentName(1)), '')
  expect((await open(book)).ledger.state).toMatchObject({ state: 'readOnly', why: 'damaged' })
})
