/** The frames of a book in order, read in large pieces. */
import type { Disk } from '../disk/disk.ts'
import { readAt } from '../disk/files.ts'
import type { BookIndex, Place } from './book-index.ts'

/** As much as one read takes, unless one record is longer. */
const READ_BYTES = 1 << 20

/** The frames of `from` to `to`, both included; ends early where one is not kept. Throws what the disk says. */
export function* framesOf(
  disk: Disk,
  index: BookIndex,
  from: number,
  to: number,
): Generator<{ seq: number; frame: Buffer }> {
  for (let seq = from; seq <= to; ) {
    const places = together(index, seq, to)
    const start = places[0]
    if (start === undefined) return
    const end = places.at(-1)!
    const file = disk.open(start.segment.path, 'r')
    let bytes: Buffer
    try {
      bytes = readAt(disk, file, start.at, end.at + end.bytes - start.at)
    } finally {
      disk.close(file)
    }
    for (const { at, bytes: length } of places) {
      yield { seq, frame: bytes.subarray(at - start.at, at - start.at + length) }
      seq++
    }
  }
}

/** The records from `seq` on that lie in one segment and within one read. */
function together(index: BookIndex, seq: number, to: number): Place[] {
  const places: Place[] = []
  for (let next = seq; next <= to; next++) {
    const place = index.find(next)
    const start = places[0] ?? place
    if (place === undefined || start === undefined || place.segment !== start.segment) break
    if (places.length > 0 && place.at + place.bytes - start.at > READ_BYTES) break
    places.push(place)
  }
  return places
}
