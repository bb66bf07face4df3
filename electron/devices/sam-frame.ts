/**
 * The frames that a reader of identity cards speaks (its SAM_V module, GA 467): AA AA AA 96 69, a length of two bytes, what is said,
 * and a check byte: the length and all that follows it, each XORed with the next.
 */

const PREAMBLE = [0xaa, 0xaa, 0xaa, 0x96, 0x69] as const
/** Text, picture and fingerprints together have 2,312; a longer frame is none. */
const LONGEST = 4096

/** What is said to the module. Fingerprints are never asked for. */
export const commands = {
  find: [0x20, 0x01],
  select: [0x20, 0x02],
  /** The text, and a picture in a code that only its maker's program reads: it is dropped unread. */
  read: [0x30, 0x01],
} as const satisfies Record<string, readonly [number, number]>
export type Command = keyof typeof commands

/** What the module answers: 00 00 and this, then what it says more. */
export const said = {
  done: 0x90,
  found: 0x9f,
  noCard: 0x80,
  notSelected: 0x81,
  notRead: 0x41,
  unknownCard: 0x40,
} as const

export function frameOf(content: Uint8Array | readonly number[]): Uint8Array {
  const length = content.length + 1
  const checked = [length >> 8, length & 0xff, ...content]
  return Uint8Array.from([...PREAMBLE, ...checked, checkByte(checked)])
}

export type Taken =
  | { is: 'frame'; content: Uint8Array; rest: Uint8Array }
  /** The frame came whole, and something in it is not as it was sent. */
  | { is: 'damaged'; rest: Uint8Array }
  | { is: 'more'; rest: Uint8Array }

/** Takes the first frame of what has come so far; rubbish before it is dropped. */
export function takeFrame(bytes: Uint8Array): Taken {
  for (let from = 0; from < bytes.length; from += 1) {
    if (!beginsAt(bytes, from)) continue
    const body = from + PREAMBLE.length + 2
    if (bytes.length < body) return { is: 'more', rest: bytes.subarray(from) }
    const length = (bytes[body - 2]! << 8) | bytes[body - 1]!
    // Rubbish that looks like a beginning.
    if (length < 2 || length > LONGEST) continue
    const end = body + length
    if (bytes.length < end) return { is: 'more', rest: bytes.subarray(from) }
    if (checkByte(bytes.subarray(body - 2, end - 1)) !== bytes[end - 1])
      return { is: 'damaged', rest: bytes.subarray(end) }
    return { is: 'frame', content: bytes.slice(body, end - 1), rest: bytes.subarray(end) }
  }
  return { is: 'more', rest: new Uint8Array() }
}

/** Does a frame begin here, as far as it has come? */
function beginsAt(bytes: Uint8Array, from: number): boolean {
  return PREAMBLE.every((byte, at) => from + at >= bytes.length || bytes[from + at] === byte)
}

function checkByte(bytes: Uint8Array | readonly number[]): number {
  return [...bytes].reduce((check, byte) => check ^ byte, 0)
}
