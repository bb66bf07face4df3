/** One key for each use, made from the data key, so that what leaks or wears out in one place opens nothing elsewhere. */
import { hkdfSync } from 'node:crypto'

/** What is sealed with a key of its own. Released names are never re-aimed. */
export type KeyUse = 'ledger' | 'cache' | 'drafts' | 'hash' | 'verifiers' | 'settings' | 'files'

/** 32 bytes: HKDF-SHA-256 of the data key, no salt, info `pioneer-desk/1/<use>`. */
export function subkey(dataKey: Buffer, use: KeyUse): Buffer {
  if (dataKey.byteLength !== 32) throw new RangeError('a data key has 32 bytes')
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `pioneer-desk/1/${use}`, 32))
}
