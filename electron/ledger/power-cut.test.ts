import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MemoryDisk } from '../disk/memory-disk.ts'
import { newBook, open } from './book-for-tests.ts'
import type { KeptRecord } from './ledger.ts'
import { newAct, noting, numbersIn, receiving } from './make-record.ts'

/** Power cuts one after another, each in the middle of some call; the numbers choose where, and what the disk then holds. */
const cuts = fc.array(
  fc.record({
    calls: fc.integer({ min: 1, max: 60 }),
    fates: fc.array(fc.nat(1_000_000), { minLength: 12, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 6 },
)

test('R-LEDGER-1: no power cut, wherever it falls, loses an acknowledged record or makes another of it; R-LEDGER-4: nor repeats a number', async () => {
  const book = newBook()
  await fc.assert(
    fc.asyncProperty(cuts, async (rounds) => {
      let disk = new MemoryDisk()
      const acknowledged: KeptRecord[] = []
      for (const { calls, fates } of rounds) {
        disk.cutPowerAfter(calls)
        const opened = await open(book, { disk, segmentBytes: 1500 }).catch(() => undefined)
        let trying = newAct()
        try {
          if (opened !== undefined && opened.ledger.state.state === 'ready') {
            for (let i = 0; i < 20; i++) {
              trying = newAct()
              const done = i % 3 === 2 ? opened.ledger.append(noting()) : opened.ledger.append(receiving(trying))
              acknowledged.push({ seq: done.seq, hash: done.hash, bytes: done.bytes })
            }
          }
        } catch {
          expect(disk.isCut).toBe(true)
        }
        opened?.ledger.close()

        let turn = 0
        disk = disk.afterPowerCut((most) => fates[turn++ % fates.length]! % (most + 1))
        const { ledger } = await open(book, { disk, segmentBytes: 1500 })
        expect(ledger.state).toEqual({ state: 'ready' })
        expect(await ledger.verified).toEqual({ result: 'whole' })
        const found = ledger.read(1, 1000)
        expect(found.length).toBeGreaterThanOrEqual(acknowledged.length)
        for (const [i, { seq, hash, bytes }] of acknowledged.entries())
          expect(found[i]!.seq === seq && found[i]!.hash === hash && found[i]!.bytes.equals(bytes)).toBe(true)
        // The write that the cut fell into may have come through whole; then its act stands and is answered.
        expect(found.length - acknowledged.length).toBeLessThanOrEqual(1)
        acknowledged.push(...found.slice(acknowledged.length))
        for (const { seq, bytes } of found) if (bytes.includes(trying)) expect(ledger.findAct(trying)).toBe(seq)
        ledger.close()
      }
      const numbers = acknowledged.flatMap(({ bytes }) => numbersIn(bytes))
      expect(new Set(numbers).size).toBe(numbers.length)
    }),
    { numRuns: 150 },
  )
})
