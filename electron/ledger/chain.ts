/** The chain that proves two books the same. The bureau computes the same from its own bytes; tests/golden/chain.json holds both to it. */
import { createHash } from 'node:crypto'

/** The digest before a terminal's first record: 64 hex digits. */
export function genesis(terminal: number): string {
  return createHash('sha256').update(`pioneer-desk/1/${terminal}`, 'utf8').digest('hex')
}

/** The digest after one more record: SHA-256 of the previous digest's 32 bytes and the record's exact plaintext bytes, 64 hex digits. */
export function chain(previous: string, body: Uint8Array): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(body).digest('hex')
}
