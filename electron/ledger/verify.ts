/** Opens every record and follows the chain, a slice at a time, so that the desk works meanwhile. */
import { chain, genesis } from './chain.ts'
import { openFrame } from './frame.ts'
import { framesOf } from './frames.ts'
import type { Verification } from './ledger.ts'
import type { ClosedBook, Scan } from './scan.ts'

/** Some milliseconds of work. */
const SLICE = 250

/** Checks the records up to `to`. Segments dropped meanwhile are skipped; `closed` is asked between slices. Never rejects. */
export async function verifyBook(
  book: ClosedBook,
  { index, dropped }: Pick<Scan, 'index' | 'dropped'>,
  to: number,
  closed: () => boolean,
): Promise<Verification> {
  let seq = index.first
  let digest = seq === 1 ? genesis(book.terminal) : dropped?.upTo === seq - 1 ? dropped.digest : undefined
  while (seq <= to) {
    await new Promise((resolve) => setImmediate(resolve))
    if (closed()) return { result: 'closed' }
    if (seq < index.first) {
      seq = index.first
      digest = undefined
    }
    const until = Math.min(to, seq + SLICE - 1)
    try {
      for (const { frame } of framesOf(book.disk, index, seq, until)) {
        const content = openFrame(book.key, book.terminal, frame)
        if (content === undefined) return { result: 'damaged', seq, detail: `record ${seq} does not open` }
        if (digest !== undefined && content.previous !== digest)
          return { result: 'damaged', seq, detail: `record ${seq} does not follow the one before` }
        digest = chain(content.previous, content.body)
        seq++
      }
    } catch (error) {
      return { result: 'damaged', seq, detail: `record ${seq} cannot be read (${String(error)})` }
    }
  }
  return { result: 'whole' }
}
