/**
 * How one record lies in a segment file. Self-contained: with this file, the chain and the ledger key a dead terminal's book can be read.
 *
 *     at  bytes
 *      0    3    'PDR'
 *      3    1    suite; 1 = AES-256-GCM and SHA-256
 *      4    6    seq
 *     10    4    the highest serial of a printed number given out up to and with this record; 0 none
 *     14   16    act id; zeros for a note
 *     30    4    length of the ciphertext
 *     34   12    random nonce
 *     46    4    CRC-32 of the 46 bytes before
 *     50    …    ciphertext of: previous digest (32 bytes), then the record's plaintext
 *      …   16    tag; binds the 50 bytes of header and the terminal's number (4 bytes)
 *
 * Numbers are big-endian. The previous digest is sealed: open on the disk it would confirm guesses at short records.
 * The header says nothing personal, so that a book is indexed without opening every record.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

export const SUITE = 1
export const FRAME_HEADER_BYTES = 50
export const TAG_BYTES = 16
const DIGEST_BYTES = 32
const MAGIC = Buffer.from('PDR', 'latin1')
const MAGIC_NUMBER = MAGIC.readUIntBE(0, 3)
const LENGTH_AT = 30
const NONCE_AT = 34
const CRC_AT = 46

/** What the open part of a frame says. */
export type FrameHeader = {
  readonly seq: number
  readonly serial: number
  /** 16 bytes as latin1, undefined for a note. */
  readonly act: string | undefined
  /** Bytes of the whole frame. */
  readonly bytes: number
}

export type FrameContent = { readonly previous: string; readonly body: Buffer }

/** The frame of one record, under a fresh random nonce. `previous` is the digest before it; `key` the ledger key, 32 bytes. */
export function sealFrame(
  key: Buffer,
  record: { terminal: number; seq: number; serial: number; act: string | undefined; previous: string; body: Buffer },
): Buffer {
  const nonce = randomBytes(CRC_AT - NONCE_AT)
  const header = Buffer.alloc(FRAME_HEADER_BYTES)
  MAGIC.copy(header)
  header[3] = SUITE
  header.writeUIntBE(record.seq, 4, 6)
  header.writeUInt32BE(record.serial, 10)
  if (record.act !== undefined) header.write(record.act, 14, 16, 'latin1')
  header.writeUInt32BE(DIGEST_BYTES + record.body.byteLength, LENGTH_AT)
  nonce.copy(header, NONCE_AT)
  header.writeUInt32BE(crc32(header.subarray(0, CRC_AT)), CRC_AT)

  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(bound(header, record.terminal))
  const sealed = cipher.update(Buffer.concat([Buffer.from(record.previous, 'hex'), record.body]))
  cipher.final()
  return Buffer.concat([header, sealed, cipher.getAuthTag()])
}

/** The header at `at`, undefined where none lies whole and sound. */
export function readFrameHeader(bytes: Buffer, at: number): FrameHeader | undefined {
  if (at + FRAME_HEADER_BYTES > bytes.byteLength || bytes.readUIntBE(at, 3) !== MAGIC_NUMBER) return undefined
  if (crc32(bytes.subarray(at, at + CRC_AT)) !== bytes.readUInt32BE(at + CRC_AT)) return undefined
  const act = bytes.toString('latin1', at + 14, at + LENGTH_AT)
  return {
    seq: bytes.readUIntBE(at + 4, 6),
    serial: bytes.readUInt32BE(at + 10),
    act: act === NO_ACT ? undefined : act,
    bytes: FRAME_HEADER_BYTES + bytes.readUInt32BE(at + LENGTH_AT) + TAG_BYTES,
  }
}
const NO_ACT = '\0'.repeat(16)

/** What a whole frame holds, undefined when it is damaged, of another terminal, of another key or of a suite this program does not know. */
export function openFrame(key: Buffer, terminal: number, frame: Buffer): FrameContent | undefined {
  const tagAt = frame.byteLength - TAG_BYTES
  if (tagAt < FRAME_HEADER_BYTES + DIGEST_BYTES || frame[3] !== SUITE) return undefined
  const header = frame.subarray(0, FRAME_HEADER_BYTES)
  const nonce = header.subarray(NONCE_AT, CRC_AT)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(bound(header, terminal))
  decipher.setAuthTag(frame.subarray(tagAt))
  const plain = decipher.update(frame.subarray(FRAME_HEADER_BYTES, tagAt))
  try {
    decipher.final()
  } catch {
    return undefined
  }
  return { previous: plain.toString('hex', 0, DIGEST_BYTES), body: plain.subarray(DIGEST_BYTES) }
}

/** Does a sound header of a record after `seq` lie anywhere in these bytes? What a broken-off write of `seq` leaves holds none. */
export function holdsLaterFrame(bytes: Buffer, seq: number): boolean {
  for (let at = bytes.indexOf(MAGIC); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    const header = readFrameHeader(bytes, at)
    if (header !== undefined && header.seq > seq) return true
  }
  return false
}

/** An act id as the header holds it. */
export function packAct(act: string): string {
  return Buffer.from(act.replaceAll('-', ''), 'hex').toString('latin1')
}

function bound(header: Buffer, terminal: number): Buffer {
  const number = Buffer.alloc(4)
  number.writeUInt32BE(terminal)
  return Buffer.concat([header, number])
}
