import { cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readWhole, writeWhole } from '../disk/files.ts'
import { MemoryDisk } from '../disk/memory-disk.ts'
import { newBook, newFolder, open, type TestBook } from './book-for-tests.ts'
import type { KeptRecord } from './ledger.ts'
import { noting, receiving } from './make-record.ts'

/** A book of three records, and what the disk held when the third was not there yet: as a power cut in the third's write leaves it. */
async function brokenOff(): Promise<{ book: TestBook; before: KeptRecord[]; whole: Buffer; soundBytes: number }> {
  const book = newBook()
  const { ledger } = await open(book)
  ledger.append(receiving())
  ledger.append(noting())
  const soundBytes = readFileSync(segment(book)).byteLength
  const outsideBefore = readFileSync(book.outsideFile)
  ledger.append(receiving())
  const before = ledger.read(1, 2)
  ledger.close()
  writeFileSync(book.outsideFile, outsideBefore)
  return { book, before, whole: readFileSync(segment(book)), soundBytes }
}

function segment(book: TestBook): string {
  return join(book.dir, readdirSync(book.dir).find((name) => name.endsWith('.ledger'))!)
}

function copyOf({ folder }: TestBook): TestBook {
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  return newBook(copy)
}

test('R-LEDGER-9: a tail torn at any byte is cut, kept aside and said, and the book goes on', async () => {
  const { book: onDisk, before, whole, soundBytes } = await brokenOff()
  const outside = readFileSync(onDisk.outsideFile)
  for (let length = soundBytes + 1; length < whole.byteLength; length++) {
    const disk = new MemoryDisk()
    const book = newBook(onDisk.folder)
    disk.makeFolder(book.dir)
    disk.makeFolder(dirname(book.outsideFile))
    writeWhole(segment(onDisk), whole.subarray(0, length), disk)
    writeWhole(book.outsideFile, outside, disk)
    const { ledger, tornTail } = await open(book, { disk })
    expect(tornTail?.bytes).toBe(length - soundBytes)
    expect(readWhole(tornTail!.keptAside, disk)!.equals(whole.subarray(soundBytes, length))).toBe(true)
    expect(readWhole(segment(onDisk), disk)).toHaveLength(soundBytes)
    expect(ledger.state).toEqual({ state: 'ready' })
    expect(ledger.read(1, 10)).toEqual(before)
    ledger.close()
  }
})

test('R-LEDGER-9: a tail whose content did not reach the disk is cut as well, and the next record takes its place', async () => {
  const { book, before, whole, soundBytes } = await brokenOff()
  // Sixteen bytes at least: one byte of a seal is a zero already once in 256 books, and then nothing is torn.
  for (const from of [soundBytes, soundBytes + 20, soundBytes + 60, whole.byteLength - 16]) {
    const holed = copyOf(book)
    writeFileSync(segment(holed), Buffer.from(whole).fill(0, from))
    const { ledger, tornTail } = await open(holed)
    expect(tornTail?.bytes).toBe(whole.byteLength - soundBytes)
    const added = ledger.append(receiving())
    expect(added.seq).toBe(3)
    ledger.close()
    const { ledger: again } = await open(holed)
    expect(again.read(1, 10).map(({ hash }) => hash)).toEqual([...before.map(({ hash }) => hash), added.hash])
    expect(await again.verified).toEqual({ result: 'whole' })
    again.close()
  }
})

test('R-LEDGER-9: an act whose write was broken off does not stand, and may be done again', async () => {
  const { book, whole } = await brokenOff()
  const { ledger } = await open(copyOf(book))
  const { act } = JSON.parse(ledger.read(3, 1)[0]!.bytes.toString('utf8'))
  expect(ledger.findAct(act)).toBe(3)
  writeFileSync(segment(book), Buffer.from(whole).fill(0, whole.byteLength - 20))
  const { ledger: cut } = await open(book)
  expect(cut.findAct(act)).toBeUndefined()
  cut.append(noting())
  expect(cut.findAct(act)).toBeUndefined()
  expect(cut.append(receiving(act)).seq).toBe(4)
})

test.each([
  ['the cache', { cacheApplied: 3 }],
  ['the bureau', { bureau: { seq: 3, digest: '0'.repeat(64) } }],
])(
  'R-LEDGER-10: a bad tail that %s has named is damage: nothing is cut, and the book is read-only',
  async (_, known) => {
    const { book, before, whole } = await brokenOff()
    const bad = whole.subarray(0, whole.byteLength - 3)
    writeFileSync(segment(book), bad)
    const { ledger, tornTail } = await open(book, { known })
    expect(tornTail).toBeNull()
    expect(ledger.state).toMatchObject({ state: 'readOnly', why: 'damaged', detail: expect.stringContaining('3') })
    expect(ledger.read(1, 10)).toEqual(before)
    expect(readFileSync(segment(book))).toEqual(bad)
  },
)

test('R-LEDGER-10: a bad tail of a record that was acknowledged here (the file outside says so) is damage', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  for (let i = 0; i < 3; i++) ledger.append(receiving())
  ledger.close()
  const whole = readFileSync(segment(book))
  truncateSync(segment(book), whole.byteLength - 1)
  const { ledger: again, tornTail } = await open(book)
  expect(tornTail).toBeNull()
  expect(again.state).toMatchObject({ state: 'readOnly', why: 'damaged' })
  expect(again.read(1, 10)).toHaveLength(2)
  expect(() => again.append(noting())).toThrow('read-only')
})

test('R-LEDGER-10: a bad record with a later one behind it is no torn tail', async () => {
  const { book, whole, soundBytes } = await brokenOff()
  const { ledger } = await open(book)
  ledger.append(noting())
  ledger.close()
  const bytes = readFileSync(segment(book))
  bytes.fill(0, soundBytes, soundBytes + 50)
  writeFileSync(segment(book), bytes)
  writeFileSync(book.outsideFile, '')
  const { ledger: again, tornTail } = await open(book)
  expect(tornTail).toBeNull()
  expect(again.state).toMatchObject({ state: 'readOnly', why: 'damaged' })
  expect(again.read(1, 10)).toHaveLength(2)
  expect(readFileSync(segment(book))).toEqual(bytes)
  expect(whole.byteLength).toBeLessThan(bytes.byteLength)
})
