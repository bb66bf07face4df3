/** Writes frames to the newest segment and begins a new one when it is full. A frame that could not be written whole is cut off again. */
import { join } from 'node:path'
import { writeAll, writeWhole } from '../disk/files.ts'
import type { Segment } from './book-index.ts'
import { readFrameHeader } from './frame.ts'
import type { ClosedBook, Scan } from './scan.ts'
import { makeSegmentHeader, SEGMENT_HEADER_BYTES, segmentName } from './segment.ts'

/** `clean`: the book is as before · `unsure`: what the disk holds after the last good record is not known until the book is opened anew. */
export type WriteResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly left: 'clean' | 'unsure'; readonly cause: unknown }

export class SegmentWriter {
  readonly #book: ClosedBook
  readonly #index: Scan['index']
  readonly #segmentBytes: number
  #open: { readonly segment: Segment; readonly file: number } | undefined

  constructor(book: ClosedBook, index: Scan['index'], segmentBytes: number) {
    this.#book = book
    this.#index = index
    this.#segmentBytes = segmentBytes
  }

  /** The frame is on the disk and in the index when this returns ok. Never throws. */
  write(frame: Buffer): WriteResult {
    const { disk } = this.#book
    let target: { segment: Segment; file: number }
    try {
      target = this.#target()
    } catch (cause) {
      return { ok: false, left: 'clean', cause }
    }
    const { segment, file } = target
    try {
      writeAll(disk, file, frame, segment.end)
    } catch (cause) {
      return { ok: false, left: this.#cutBack(file, segment.end) ? 'clean' : 'unsure', cause }
    }
    try {
      disk.datasync(file)
    } catch (cause) {
      // After a failed sync the system may have dropped the pages and call the next sync a success.
      this.#cutBack(file, segment.end)
      return { ok: false, left: 'unsure', cause }
    }
    this.#index.add(readFrameHeader(frame, 0)!)
    return { ok: true }
  }

  close(): void {
    if (this.#open !== undefined) this.#book.disk.close(this.#open.file)
    this.#open = undefined
  }

  #target(): { segment: Segment; file: number } {
    const { disk } = this.#book
    let newest = this.#index.segments.at(-1)
    if (newest === undefined || (newest.end >= this.#segmentBytes && newest.offsets.length > 0)) newest = this.#begin()
    if (this.#open?.segment !== newest) {
      this.close()
      this.#open = { segment: newest, file: disk.open(newest.path, 'r+') }
    }
    return this.#open
  }

  #begin(): Segment {
    const { disk, dir, key, terminal } = this.#book
    const first = this.#index.last + 1
    const segment = { path: join(dir, segmentName(first)), first, offsets: [], end: SEGMENT_HEADER_BYTES }
    writeWhole(segment.path, makeSegmentHeader(key, terminal, first), disk)
    this.#index.begin(segment)
    return segment
  }

  #cutBack(file: number, end: number): boolean {
    const { disk } = this.#book
    try {
      disk.truncate(file, end)
      disk.sync(file)
      return true
    } catch {
      return false
    }
  }
}
