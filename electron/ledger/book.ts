/** The open book: one writer, whose every record is on the disk before it is spoken of. Made by open-ledger.ts. */
import type { ActId, PrintedNumber, TerminalNo } from '../../shared/case/ids.ts'
import { LAST_SERIAL, makeNumber } from '../../shared/number/desk-number.ts'
import type { RecordBody } from '../../shared/record/record.ts'
import { BookReader } from './book-reader.ts'
import { chain, genesis } from './chain.ts'
import { writeDropped } from './dropped.ts'
import { packAct, sealFrame } from './frame.ts'
import {
  type Appended,
  type KeptRecord,
  type Known,
  type LedgerState,
  LedgerWriteError,
  type Mark,
  type Verification,
  type WritableLedger,
} from './ledger.ts'
import type { OutsideFile } from './outside.ts'
import type { ClosedBook, Scan } from './scan.ts'
import { SegmentWriter } from './segment-writer.ts'
import { verifyBook } from './verify.ts'

export type Problem = Extract<LedgerState, { state: 'readOnly' }>

/** So many numbers are set aside outside at once, so that not every act waits for two disks. A crash skips what is left of them. */
const NUMBERS_AHEAD = 20

/** What the bureau takes at most: 400,000 characters of base64. A longer record could never be sent. */
export const MOST_RECORD_BYTES = 300_000

export type BookParts = ClosedBook &
  Pick<Scan, 'index'> & {
    readonly terminal: TerminalNo
    dropped: Scan['dropped']
    /** Missing only in a book with a problem. */
    readonly outside: OutsideFile | undefined
    readonly problem: Problem | undefined
    readonly minimumFreeBytes: number
    readonly segmentBytes: number
    readonly unlock: () => void
  }

export class Book implements WritableLedger {
  readonly terminal: TerminalNo
  readonly verified: Promise<Verification>
  readonly #parts: BookParts
  readonly #reader: BookReader
  readonly #writer: SegmentWriter
  #problem: Problem | undefined
  #last: Mark
  #serial: number
  #making = false
  #closed = false

  constructor(parts: BookParts) {
    const { index, outside, terminal } = parts
    this.#parts = parts
    this.terminal = terminal
    this.#problem = parts.problem
    this.#reader = new BookReader(parts, parts, ({ detail }) => this.#turnReadOnly('damaged', detail))
    this.#writer = new SegmentWriter(parts, index, parts.segmentBytes)
    this.#serial = Math.max(index.serial, outside?.last.serial ?? 0)
    this.#last = { seq: index.last, digest: this.#reader.digestAt(index.last) ?? genesis(terminal) }
    this.verified = verifyBook(parts, parts, index.last, () => this.#closed).then((found) => {
      if (found.result !== 'damaged') return found
      this.#reader.endBefore(found.seq)
      this.#turnReadOnly('damaged', found.detail)
      return found
    })
  }

  get last(): Mark {
    return this.#last
  }

  get first(): number {
    return this.#parts.index.first
  }

  get state(): LedgerState {
    if (this.#problem !== undefined) return this.#problem
    const freeBytes = this.#freeBytes()
    return freeBytes < this.#parts.minimumFreeBytes ? { state: 'nearlyFull', freeBytes } : { state: 'ready' }
  }

  size(): number {
    return this.#parts.index.bytes
  }

  numbersLeft(): number {
    return LAST_SERIAL - this.#serial
  }

  findAct(act: ActId): number | undefined {
    return this.#parts.index.seqOf(packAct(act))
  }

  read(fromSeq: number, limit: number): KeptRecord[] {
    return this.#reader.read(fromSeq, limit)
  }

  digestAt(seq: number): string | undefined {
    return seq === this.#last.seq ? this.#last.digest : this.#reader.digestAt(seq)
  }

  append(make: (seq: number, take: () => PrintedNumber) => RecordBody): Appended {
    if (this.#closed) throw new Error('the ledger is closed')
    if (this.#problem !== undefined) throw new LedgerWriteError('the ledger is read-only', this.#problem)
    const seq = this.#last.seq + 1
    const body = this.#make(seq, make)
    const act = body.kind === 'act' ? packAct(body.act) : undefined
    const bytes = Buffer.from(JSON.stringify(body), 'utf8')
    if (body.seq !== seq || body.terminal !== this.terminal) throw new Error(`record ${seq} says it is another`)
    if (act !== undefined && this.#parts.index.seqOf(act) !== undefined) throw new Error('this act stands already')
    if (bytes.byteLength > MOST_RECORD_BYTES) throw new RangeError(`record ${seq} is too long to be sent`)

    this.#setNumbersAside()
    const { terminal, key } = this.#parts
    const previous = this.#last.digest
    const wrote = this.#writer.write(
      sealFrame(key, { terminal, seq, serial: this.#serial, act, previous, body: bytes }),
    )
    if (!wrote.ok) {
      if (wrote.left === 'unsure') this.#turnReadOnly('writeFailed', String(wrote.cause))
      throw new LedgerWriteError('the disk did not take the record', this.state, { cause: wrote.cause })
    }
    this.#last = { seq, digest: chain(previous, bytes) }
    this.#noteOutside(seq)
    return { seq, hash: this.#last.digest, bytes, body }
  }

  compare(known: Known): LedgerState {
    const { cacheApplied = 0, bureau } = known
    const { seq } = this.#last
    if (cacheApplied > seq) this.#turnReadOnly('rolledBack', `the cache has record ${cacheApplied}, this book ${seq}`)
    if (bureau !== undefined && bureau.seq > seq)
      this.#turnReadOnly('rolledBack', `the bureau has record ${bureau.seq}, this book ${seq}`)
    if (bureau !== undefined && (this.digestAt(bureau.seq) ?? bureau.digest) !== bureau.digest)
      this.#turnReadOnly('rolledBack', `the bureau has other content up to record ${bureau.seq}`)
    return this.state
  }

  dropBelow(seq: number): void {
    const { disk, dir, index } = this.#parts
    if (this.#closed || this.#problem !== undefined) return
    const old = index.segments.slice(0, -1).filter((_, i) => index.segments[i + 1]!.first - 1 <= seq)
    if (old.length === 0) return
    const upTo = index.segments[old.length]!.first - 1
    const digest = this.digestAt(upTo)
    if (digest === undefined) return
    this.#parts.dropped = { upTo, digest }
    writeDropped(dir, { upTo, digest }, disk)
    for (const { path } of old) {
      disk.remove(path)
      index.dropOldest()
    }
    disk.syncFolder(dir)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#writer.close()
    this.#closeOutside()
    this.#parts.unlock()
  }

  /** Calls `make`. The numbers it takes stay taken though it throws: one is skipped rather than given twice. */
  #make(seq: number, make: (seq: number, take: () => PrintedNumber) => RecordBody): RecordBody {
    if (this.#making) throw new Error('append within append')
    this.#making = true
    try {
      return make(seq, () => {
        if (!this.#making) throw new Error('a number is taken only while its record is made')
        const number = makeNumber(this.terminal, this.#serial + 1)
        this.#serial += 1
        return number as string as PrintedNumber
      })
    } finally {
      this.#making = false
    }
  }

  /** No number is written before the file outside surely holds it or a higher one. Throws LedgerWriteError. */
  #setNumbersAside(): void {
    const { outside } = this.#parts
    if (outside === undefined || outside.last.serial >= this.#serial) return
    try {
      outside.write({ seq: this.#last.seq, serial: Math.min(LAST_SERIAL, this.#serial + NUMBERS_AHEAD) })
    } catch (cause) {
      throw new LedgerWriteError('the file outside the data folder could not be written', this.state, { cause })
    }
  }

  /** The record stands whether or not this succeeds; the next one brings the seq outside up. */
  #noteOutside(seq: number): void {
    const { outside } = this.#parts
    try {
      outside?.note({ seq, serial: outside.last.serial })
    } catch {
      // Behind is safe: only a book that is behind the file outside is suspect.
    }
  }

  /** A book closed in order skips no number, and either slot remembers all of it. */
  #closeOutside(): void {
    const { outside } = this.#parts
    if (outside === undefined) return
    const last = { seq: this.#last.seq, serial: this.#serial }
    try {
      if (this.#problem === undefined) for (const _slot of ['one', 'other']) outside.write(last)
    } catch {
      // What is set aside stays so.
    } finally {
      outside.close()
    }
  }

  #turnReadOnly(why: Problem['why'], detail: string): void {
    this.#problem ??= { state: 'readOnly', why, detail }
  }

  #freeBytes(): number {
    try {
      return this.#parts.disk.freeBytes(this.#parts.dir)
    } catch {
      return Number.POSITIVE_INFINITY // Where the system cannot say, the first failed write will.
    }
  }
}
