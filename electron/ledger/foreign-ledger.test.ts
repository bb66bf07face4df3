import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataKey, newBook, open, type TestBook } from './book-for-tests.ts'
import { LedgerDamaged, readForeignLedger, terminalOfLedger } from './foreign-ledger.ts'
import { noting, receiving, terminal } from './make-record.ts'

async function bookOf(records: number): Promise<TestBook> {
  const book = newBook()
  const { ledger } = await open(book, { segmentBytes: 2000 })
  for (let i = 0; i < records; i++) ledger.append(i % 2 === 0 ? receiving() : noting())
  ledger.close()
  return book
}

function lastSegment(book: TestBook): string {
  return join(book.dir, readdirSync(book.dir).findLast((name) => name.endsWith('.ledger'))!)
}

test('R-LEDGER-16: a dead machine’s book is read from its folder with the data key alone, in order, byte for byte', async () => {
  const book = await bookOf(9)
  const { ledger } = await open(book)
  const expected = ledger.read(1, 100).map((record) => ({ ...record, terminal }))
  expect(terminalOfLedger(book.dir)).toBe(terminal)
  expect([...readForeignLedger(book.dir, dataKey)]).toEqual(expected)
})

test('R-LEDGER-16: a write that was broken off ends it quietly; damage is said after the last good record', async () => {
  const book = await bookOf(9)
  const path = lastSegment(book)
  const whole = readFileSync(path)
  truncateSync(path, whole.byteLength - 5)
  expect([...readForeignLedger(book.dir, dataKey)].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])

  const bad = readFileSync(join(book.dir, readdirSync(book.dir)[0]!))
  bad[35 + 60]! ^= 1
  writeFileSync(join(book.dir, readdirSync(book.dir)[0]!), bad)
  const seen: number[] = []
  const readAll = () => {
    for (const { seq } of readForeignLedger(book.dir, dataKey)) seen.push(seq)
  }
  expect(readAll).toThrow(LedgerDamaged)
  expect(seen).toEqual([])
})

test('R-LEDGER-16: under a wrong key nothing is read and it says so', async () => {
  const book = await bookOf(2)
  expect(() => [...readForeignLedger(book.dir, Buffer.alloc(32, 8))]).toThrow('another key')
})
