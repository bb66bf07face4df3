/** Files as a scanner makes them, with nothing to see in them. */

const JPEG = [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from([0xff, 0xd9])] as const

/** Begins and ends like a JPEG; `what` makes it another file. */
export function jpeg(what: string, size = 200): Buffer {
  return Buffer.concat([JPEG[0], Buffer.from(what.padEnd(size, '样')), JPEG[1]])
}

export function pdf(what: string): Buffer {
  return Buffer.from(`%PDF-1.7\n${what}\n%%EOF\n`)
}

/** A picture that can be drawn: one grey dot. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)
