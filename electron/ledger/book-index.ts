/** Where each record lies. Made by scanning headers at open, kept up by appending. */
import type { FrameHeader } from './frame.ts'

export type Segment = {
  readonly path: string
  readonly first: number
  /** Offset of record `first + i`. */
  readonly offsets: number[]
  /** Where the next record goes: the end of the last good one. */
  end: number
}

export type Place = { readonly segment: Segment; readonly at: number; readonly bytes: number }

export class BookIndex {
  readonly segments: Segment[] = []
  readonly #acts = new Map<string, number>()
  /** The highest serial of a printed number that the records speak of. */
  serial = 0

  /** The first seq kept; the next one to be written when there is none. */
  get first(): number {
    return this.segments[0]?.first ?? 1
  }

  /** The last seq; one below the first when no record is kept. */
  get last(): number {
    const newest = this.segments.at(-1)
    return newest === undefined ? 0 : newest.first + newest.offsets.length - 1
  }

  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + segment.end, 0)
  }

  begin(segment: Segment): void {
    this.segments.push(segment)
  }

  /** Takes in the frame that lies at the end of the newest segment. */
  add(header: FrameHeader): void {
    const newest = this.segments.at(-1)
    if (newest === undefined || header.seq !== this.last + 1) throw new Error(`record ${header.seq} is out of order`)
    newest.offsets.push(newest.end)
    newest.end += header.bytes
    if (header.act !== undefined && !this.#acts.has(header.act)) this.#acts.set(header.act, header.seq)
    if (header.serial > this.serial) this.serial = header.serial
  }

  /** Takes the newest record out again. Its serial stays counted: a number is skipped rather than given twice. */
  removeLast(): void {
    const { last } = this
    while (this.segments.length > 1 && this.segments.at(-1)!.offsets.length === 0) this.segments.pop()
    const newest = this.segments.at(-1)
    const offset = newest?.offsets.pop()
    if (newest === undefined || offset === undefined) return
    newest.end = offset
    for (const [act, seq] of this.#acts) if (seq === last) this.#acts.delete(act)
  }

  /** The record of an act (packed as in a frame's header), undefined when none kept here is of it. */
  seqOf(act: string): number | undefined {
    return this.#acts.get(act)
  }

  /** Where a record lies, undefined when it is not kept here. */
  find(seq: number): Place | undefined {
    let low = 0
    let high = this.segments.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.segments[middle]!.first <= seq) low = middle
      else high = middle - 1
    }
    const segment = this.segments[low]
    const at = segment?.offsets[seq - segment.first]
    if (segment === undefined || at === undefined) return undefined
    return { segment, at, bytes: (segment.offsets[seq - segment.first + 1] ?? segment.end) - at }
  }

  /** Forgets the oldest segment and its acts. */
  dropOldest(): void {
    this.segments.shift()
    for (const [act, seq] of this.#acts) if (seq < this.first) this.#acts.delete(act)
  }
}
