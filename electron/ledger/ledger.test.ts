import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkNumber } from '../../shared/number/desk-number.ts'
import { newBook, open } from './book-for-tests.ts'
import { chain, genesis } from './chain.ts'
import { sealFrame } from './frame.ts'
import { LedgerInUse } from './ledger.ts'
import { newAct, noting, numbersIn, receiving, terminal } from './make-record.ts'

test('R-LEDGER-1: what was appended is read again byte for byte, in the same run and after reopening', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  const said = [ledger.append(receiving()), ledger.append(noting()), ledger.append(receiving())]
  const expected = said.map(({ seq, hash, bytes }) => ({ seq, hash, bytes }))
  expect(ledger.read(1, 10)).toEqual(expected)
  expect(JSON.parse(said[0]!.bytes.toString('utf8'))).toEqual(said[0]!.body)
  ledger.close()

  const { ledger: again, tornTail } = await open(book)
  expect(tornTail).toBeNull()
  expect(again.state).toEqual({ state: 'ready' })
  expect(again.read(1, 10)).toEqual(expected)
  expect(again.read(2, 1)).toEqual(expected.slice(1, 2))
  expect(again.read(4, 10)).toEqual([])
  expect(await again.verified).toEqual({ result: 'whole' })
})

test('R-LEDGER-2: records are numbered from 1 without a gap, over segments and reopening', async () => {
  const book = newBook()
  for (let round = 0; round < 4; round++) {
    const { ledger } = await open(book, { segmentBytes: 1500 })
    for (let i = 0; i < 5; i++) expect(ledger.append(receiving()).seq).toBe(round * 5 + i + 1)
    ledger.close()
  }
  const { ledger } = await open(book)
  expect(ledger.read(1, 100).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  expect(await ledger.verified).toEqual({ result: 'whole' })
})

test('R-LEDGER-7: each record carries the digest of the one before and its own exact bytes', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  expect(ledger.last).toEqual({ seq: 0, digest: genesis(terminal) })
  for (let i = 0; i < 5; i++) ledger.append(i % 2 === 0 ? receiving() : noting())
  ledger.close()
  const { ledger: again } = await open(book)
  let digest = genesis(terminal)
  for (const { seq, hash, bytes } of again.read(1, 10)) {
    digest = chain(digest, bytes)
    expect(hash).toBe(digest)
    expect(again.digestAt(seq)).toBe(digest)
  }
  expect(again.last).toEqual({ seq: 5, digest })
  expect(again.digestAt(6)).toBeUndefined()
})

test('R-LEDGER-3: the same act twice is answered from the record that stands, and cannot be written again', async () => {
  const book = newBook()
  const act = newAct()
  const { ledger } = await open(book)
  ledger.append(noting())
  expect(ledger.findAct(act)).toBeUndefined()
  ledger.append(receiving(act))
  ledger.close()
  const { ledger: again } = await open(book)
  expect(again.findAct(act)).toBe(2)
  expect(() => again.append(receiving(act))).toThrow('stands already')
  expect(again.last.seq).toBe(2)
})

describe('R-LEDGER-4: printed numbers', () => {
  test('come in order from the one counter of the terminal, and go on after reopening', async () => {
    const book = newBook()
    const serials: number[] = []
    for (let round = 0; round < 3; round++) {
      const { ledger } = await open(book)
      for (let i = 0; i < 3; i++) {
        for (const number of numbersIn(ledger.append(receiving()).bytes)) {
          const checked = checkNumber(number)
          if (!checked.ok) throw new Error('a printed number must be right')
          expect(checked.terminal).toBe(terminal)
          serials.push(checked.serial)
        }
        ledger.append(noting())
      }
      ledger.close()
    }
    expect(serials).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('that were taken for a record which was not made are skipped', async () => {
    const book = newBook()
    const { ledger } = await open(book)
    const before = ledger.numbersLeft()
    expect(() =>
      ledger.append((_, take) => {
        take()
        throw new Error('the act is refused')
      }),
    ).toThrow('the act is refused')
    expect(ledger.last.seq).toBe(0)
    expect(ledger.numbersLeft()).toBe(before - 1)
    expect(checkNumber(numbersIn(ledger.append(receiving()).bytes)[0]!)).toMatchObject({ serial: 2 })
  })

  test('cannot be taken when the record is made already', async () => {
    const { ledger } = await open(newBook())
    let kept: (() => unknown) | undefined
    ledger.append((seq, take) => {
      kept = take
      return receiving()(seq, take)
    })
    expect(() => kept?.()).toThrow('only while its record is made')
  })

  test('never repeat, whatever comes between', async () => {
    const step = fc.constantFrom('act', 'note', 'refused', 'reopen')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const book = newBook()
        let { ledger } = await open(book, { segmentBytes: 2000 })
        const given: string[] = []
        for (const what of steps) {
          if (what === 'act') given.push(...numbersIn(ledger.append(receiving()).bytes))
          else if (what === 'note') ledger.append(noting())
          else if (what === 'refused') {
            const refuse = (_: number, take: () => string) => {
              given.push(take())
              throw new Error('refused')
            }
            expect(() => ledger.append(refuse)).toThrow('refused')
            ledger.append(noting())
          } else {
            ledger.close()
            ledger = (await open(book, { segmentBytes: 2000 })).ledger
          }
        }
        ledger.close()
        expect(new Set(given).size).toBe(given.length)
      }),
      { numRuns: 25 },
    )
  })
})

test('R-LEDGER-14: a book has one writer; a second is told so, and gets in when the first has closed', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  await expect(open(book)).rejects.toThrow(LedgerInUse)
  ledger.close()
  expect((await open(book)).ledger.state).toEqual({ state: 'ready' })
})

test('R-LEDGER-12: below the set free space the book says so, and still takes records', async () => {
  const { ledger } = await open(newBook(), { minimumFreeBytes: Number.MAX_SAFE_INTEGER })
  expect(ledger.state).toMatchObject({ state: 'nearlyFull', freeBytes: expect.any(Number) })
  expect(ledger.append(receiving()).seq).toBe(1)
})

test('R-LEDGER-5: the folder holds nothing of a record in the clear, and belongs to this user', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  ledger.append(receiving(newAct(), '绝密备注'))
  ledger.append(noting())
  const path = join(book.dir, readdirSync(book.dir)[0]!)
  const bytes = readFileSync(path)
  const digests = [1, 2].map((seq) => Buffer.from(ledger.digestAt(seq)!, 'hex'))
  for (const secret of ['李样例', '绝密备注', 'received', 'zhang.ceshi', ...digests])
    expect(bytes.includes(secret)).toBe(false)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
})

test('R-LEDGER-5: the same record sealed twice does not look the same', async () => {
  const record = { terminal, seq: 1, serial: 0, act: undefined, previous: genesis(terminal), body: Buffer.from('{}') }
  const key = Buffer.alloc(32, 1)
  expect(sealFrame(key, record).equals(sealFrame(key, record))).toBe(false)
})

test('a record that says another seq or terminal, or is too long to be sent, is not written', async () => {
  const { ledger } = await open(newBook())
  const make = receiving()
  expect(() => ledger.append((seq, take) => make(seq + 1, take))).toThrow('another')
  expect(() => ledger.append(receiving(newAct(), 'x'.repeat(300_001)))).toThrow(RangeError)
  expect(ledger.last.seq).toBe(0)
  expect(ledger.append(make).seq).toBe(1)
})
