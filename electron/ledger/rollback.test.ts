import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { newBook, newFolder, open, type TestBook } from './book-for-tests.ts'
import { noting, numbersIn, receiving, terminal } from './make-record.ts'

/** Two records, a copy of the data folder, two more records; then the copy is put back. */
async function putBack(): Promise<{ book: TestBook; given: string[] }> {
  const book = newBook()
  const given: string[] = []
  const copy = newFolder()
  for (const round of [1, 2]) {
    const { ledger } = await open(book)
    for (let i = 0; i < 2; i++) given.push(...numbersIn(ledger.append(receiving()).bytes))
    ledger.close()
    if (round === 1) cpSync(join(book.folder, 'data'), copy, { recursive: true })
  }
  rmSync(join(book.folder, 'data'), { recursive: true })
  cpSync(copy, join(book.folder, 'data'), { recursive: true })
  return { book, given }
}

test('R-LEDGER-8: an older copy of the data folder is known by the file outside, and gives no number twice', async () => {
  const { book } = await putBack()
  const { ledger } = await open(book)
  expect(ledger.state).toMatchObject({ state: 'readOnly', why: 'rolledBack' })
  expect(ledger.read(1, 10)).toHaveLength(2)
  expect(() => ledger.append(receiving())).toThrow('read-only')
})

test('R-LEDGER-8: a data folder that is gone is not an empty book, while the file outside remembers it', async () => {
  const { book } = await putBack()
  rmSync(book.dir, { recursive: true })
  const { ledger } = await open(book)
  expect(ledger.state).toMatchObject({ state: 'readOnly', why: 'rolledBack' })
})

test('R-LEDGER-8: with the disk image rolled back whole, the cache or the bureau tells', async () => {
  for (const known of [{ cacheApplied: 4 }, { bureau: { seq: 4, digest: 'f'.repeat(64) } }]) {
    const { book } = await putBack()
    rmSync(book.outsideFile)
    const { ledger } = await open(book, { known })
    expect(ledger.state).toMatchObject({ state: 'readOnly', why: 'rolledBack' })
    ledger.close()
  }
})

test('R-LEDGER-8: it is found as well at the next contact, while the book is open', async () => {
  const { book } = await putBack()
  rmSync(book.outsideFile)
  const { ledger } = await open(book)
  ledger.append(noting())
  expect(ledger.compare({ cacheApplied: 3, bureau: { seq: 2, digest: ledger.digestAt(2)! } })).toEqual({
    state: 'ready',
  })
  expect(ledger.compare({ bureau: { seq: 4, digest: 'f'.repeat(64) } })).toMatchObject({ why: 'rolledBack' })
  expect(() => ledger.append(noting())).toThrow('read-only')
})

test('R-LEDGER-8: a cloned disk shows as other content under a known number, and stops', async () => {
  const { book } = await putBack()
  rmSync(book.outsideFile)
  const { ledger } = await open(book)
  ledger.append(noting('on the clone'))
  expect(ledger.compare({ bureau: { seq: 3, digest: 'f'.repeat(64) } })).toMatchObject({
    state: 'readOnly',
    why: 'rolledBack',
    detail: expect.stringContaining('other content'),
  })
})

test('R-LEDGER-8: without the file outside, the book itself still knows the numbers it gave', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  const given = numbersIn(ledger.append(receiving()).bytes)
  ledger.close()
  rmSync(book.outsideFile)
  const { ledger: again, outsideKeptAside } = await open(book)
  expect(outsideKeptAside).toBeNull()
  expect(numbersIn(again.append(receiving()).bytes)).not.toEqual(given)
})

test('R-LEDGER-8: a file outside that cannot be read, or is of an earlier enrolment, is kept aside and said', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  ledger.append(receiving())
  ledger.close()
  const of17 = readFileSync(book.outsideFile)
  const next = { ...book, dir: join(book.folder, 'data', 'of-18') }
  const { ledger: later, outsideKeptAside } = await open(next, { terminal: (terminal + 1) as typeof terminal })
  expect(later.state).toEqual({ state: 'ready' })
  expect(readFileSync(outsideKeptAside!)).toEqual(of17)
  later.close()

  writeFileSync(book.outsideFile, '?'.repeat(256))
  const { ledger: again, outsideKeptAside: unread } = await open(book)
  expect(readFileSync(unread!, 'utf8')).toBe('?'.repeat(256))
  expect(again.state).toEqual({ state: 'ready' })
})

test('R-LEDGER-8: of the two slots of the file outside one may be torn, and the other is read', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  for (let i = 0; i < 3; i++) ledger.append(receiving())
  ledger.close()
  const sound = readFileSync(book.outsideFile)
  for (const slot of [0, 128]) {
    writeFileSync(book.outsideFile, Buffer.from(sound).fill(0, slot, slot + 100))
    const { ledger: again, outsideKeptAside } = await open(book)
    expect(outsideKeptAside).toBeNull()
    expect(again.state).toEqual({ state: 'ready' })
    again.close()
    const gone = newBook(newFolder())
    mkdirSync(dirname(gone.outsideFile))
    writeFileSync(gone.outsideFile, Buffer.from(sound).fill(0, slot, slot + 100))
    const { ledger: emptied } = await open(gone)
    expect(emptied.state).toMatchObject({ state: 'readOnly', why: 'rolledBack' })
    emptied.close()
  }
})
