/**
 * A book is a folder of segment files named by their first seq. A segment begins with 35 bytes, written whole before any record:
 *
 *     'PDLB' (4) · suite (1) · terminal (4) · first seq (6) · key check (16) · CRC-32 of the 31 bytes before (4)
 *
 * The key check tells a wrong key from a damaged record, so that a book under a lost key is never taken for a torn one.
 */
import { createHmac } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { SUITE } from './frame.ts'

export const SEGMENT_HEADER_BYTES = 35
const MAGIC = Buffer.from('PDLB', 'latin1')
const CHECK_AT = 15
const CRC_AT = 31

export type SegmentHeader = {
  readonly suite: number
  readonly terminal: number
  readonly first: number
  readonly keyCheck: Buffer
}

/** `0000000001.ledger` for a segment that begins with record 1. */
export function segmentName(first: number): string {
  return `${String(first).padStart(10, '0')}.ledger`
}

/** The first seq a segment's name says, undefined for any other file. */
export function firstOf(name: string): number | undefined {
  const digits = /^(\d{10,})\.ledger$/.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export function makeSegmentHeader(key: Buffer, terminal: number, first: number): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES)
  MAGIC.copy(header)
  header[4] = SUITE
  header.writeUInt32BE(terminal, 5)
  header.writeUIntBE(first, 9, 6)
  keyCheck(key, terminal, first).copy(header, CHECK_AT)
  header.writeUInt32BE(crc32(header.subarray(0, CRC_AT)), CRC_AT)
  return header
}

/** What a segment says of itself, undefined where the header is not whole and sound. */
export function readSegmentHeader(bytes: Buffer): SegmentHeader | undefined {
  if (bytes.byteLength < SEGMENT_HEADER_BYTES || !MAGIC.equals(bytes.subarray(0, 4))) return undefined
  if (crc32(bytes.subarray(0, CRC_AT)) !== bytes.readUInt32BE(CRC_AT)) return undefined
  return {
    suite: bytes[4]!,
    terminal: bytes.readUInt32BE(5),
    first: bytes.readUIntBE(9, 6),
    keyCheck: bytes.subarray(CHECK_AT, CRC_AT),
  }
}

/** Was the segment written with this key? */
export function isKeyOf(key: Buffer, header: SegmentHeader): boolean {
  return keyCheck(key, header.terminal, header.first).equals(header.keyCheck)
}

function keyCheck(key: Buffer, terminal: number, first: number): Buffer {
  return createHmac('sha256', key).update(`pioneer-desk/1/key check/${terminal}/${first}`).digest().subarray(0, 16)
}
