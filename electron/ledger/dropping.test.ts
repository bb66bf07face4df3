import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from '../disk/disk.ts'
import { newBook, open, type TestBook } from './book-for-tests.ts'
import { newAct, receiving } from './make-record.ts'

/** Twelve acts, some three to a segment. */
async function twelve(book: TestBook, more = {}) {
  const { ledger } = await open(book, { segmentBytes: 1500, ...more })
  const acts = Array.from({ length: 12 }, newAct)
  for (const act of acts) ledger.append(receiving(act))
  return { ledger, acts }
}

function firsts(book: TestBook): number[] {
  return readdirSync(book.dir).flatMap((name) => (name.endsWith('.ledger') ? [Number.parseInt(name, 10)] : []))
}

test('R-LEDGER-15: only whole segments are let go of, none above the mark, and never the newest', async () => {
  const book = newBook()
  const { ledger } = await twelve(book)
  const [, second, third] = firsts(book)
  ledger.dropBelow(second! - 2)
  expect(ledger.first).toBe(1)
  ledger.dropBelow(third! - 2)
  expect(ledger.first).toBe(second)
  expect(firsts(book)[0]).toBe(second)
  expect(ledger.read(1, 10)).toEqual([])
  expect(ledger.read(second!, 1)).toHaveLength(1)
  ledger.dropBelow(1_000_000)
  expect(firsts(book)).toHaveLength(1)
  expect(ledger.read(ledger.first, 100).at(-1)?.seq).toBe(12)
})

test('R-LEDGER-15: what is left is whole after reopening, keeps its chain, and goes on with seq, acts and numbers', async () => {
  const book = newBook()
  const { ledger, acts } = await twelve(book)
  const third = firsts(book)[2]!
  const before = ledger.digestAt(third - 1)
  const left = ledger.numbersLeft()
  ledger.dropBelow(third)
  ledger.close()
  rmSync(book.outsideFile)
  const { ledger: again } = await open(book)
  expect(again.state).toEqual({ state: 'ready' })
  expect(await again.verified).toEqual({ result: 'whole' })
  expect(again.first).toBe(third)
  expect(again.digestAt(third - 1)).toBe(before)
  expect(again.findAct(acts[0]!)).toBeUndefined()
  expect(again.findAct(acts[11]!)).toBe(12)
  expect(again.numbersLeft()).toBe(left)
  expect(again.append(receiving()).seq).toBe(13)
})

test('R-LEDGER-15: a crash in the middle of letting go leaves a book that opens, and the rest goes the next time', async () => {
  const book = newBook()
  let removals = 0
  const disk = {
    ...realDisk,
    remove(path: string) {
      if (removals++ === 1) throw new Error('the process ends here')
      realDisk.remove(path)
    },
  }
  const { ledger } = await twelve(book, { disk })
  expect(() => ledger.dropBelow(12)).toThrow('ends here')
  ledger.close()
  const { ledger: again } = await open(book)
  expect(again.state).toEqual({ state: 'ready' })
  expect(await again.verified).toEqual({ result: 'whole' })
  again.dropBelow(12)
  expect(firsts(book)).toHaveLength(1)
})

test('R-LEDGER-11: a segment missing behind those that were dropped is damage, and so is an unreadable mark of what was dropped', async () => {
  const book = newBook()
  const { ledger } = await twelve(book)
  ledger.dropBelow(firsts(book)[1]! - 1)
  ledger.close()
  const mark = join(book.dir, 'dropped.json')
  rmSync(join(book.dir, readdirSync(book.dir).find((name) => name.endsWith('.ledger'))!))
  const { ledger: again } = await open(book)
  expect(again.state).toMatchObject({ state: 'readOnly', why: 'damaged' })
  again.close()
  writeFileSync(mark, '{')
  expect((await open(book)).ledger.state).toMatchObject({ state: 'readOnly', why: 'damaged' })
})
