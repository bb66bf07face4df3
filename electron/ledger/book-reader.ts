/** Reads records of a scanned book; notices damage, and never reads beyond it. */
import { chain, genesis } from './chain.ts'
import { openFrame } from './frame.ts'
import { framesOf } from './frames.ts'
import type { KeptRecord } from './ledger.ts'
import type { ClosedBook, Scan } from './scan.ts'

export type Damage = { readonly seq: number; readonly detail: string }

export class BookReader {
  readonly #book: ClosedBook
  readonly #scan: Pick<Scan, 'index' | 'dropped'>
  readonly #noticed: (damage: Damage) => void
  #end = Number.POSITIVE_INFINITY

  /** `noticed` hears of damage met while reading. */
  constructor(book: ClosedBook, scan: Pick<Scan, 'index' | 'dropped'>, noticed: (damage: Damage) => void) {
    this.#book = book
    this.#scan = scan
    this.#noticed = noticed
  }

  /** Nothing from this record on is read any more. */
  endBefore(seq: number): void {
    this.#end = Math.min(this.#end, seq)
  }

  read(fromSeq: number, limit: number): KeptRecord[] {
    const { disk, terminal, key } = this.#book
    const { index } = this.#scan
    const to = Math.min(fromSeq + limit - 1, index.last, this.#end - 1)
    const records: KeptRecord[] = []
    let seq = fromSeq
    try {
      for (const { frame } of framesOf(disk, index, fromSeq, to)) {
        const content = openFrame(key, terminal, frame)
        const before = records.at(-1)?.hash
        if (content === undefined || (before !== undefined && content.previous !== before)) {
          this.#damaged(seq, `record ${seq} does not open or does not follow the one before`)
          break
        }
        records.push({ seq, hash: chain(content.previous, content.body), bytes: content.body })
        seq++
      }
    } catch (error) {
      this.#damaged(seq, `record ${seq} cannot be read (${String(error)})`)
    }
    return records
  }

  digestAt(seq: number): string | undefined {
    const { dropped } = this.#scan
    if (seq === 0) return genesis(this.#book.terminal)
    if (seq === dropped?.upTo) return dropped.digest
    return this.read(seq, 1)[0]?.hash
  }

  #damaged(seq: number, detail: string): void {
    this.endBefore(seq)
    this.#noticed({ seq, detail })
  }
}
