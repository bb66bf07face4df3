/** Sealing of personal columns and keyed hashes of numbers, with a key from outside the database. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

export type Sealer = { seal(plain: Buffer): Buffer; open(sealed: Buffer): Buffer; hashNumber(number: string): string }

/** From the 32 bytes of PIONEER_SEAL_KEY. `open` throws on another key or changed bytes. */
export function makeSealer(key: Buffer): Sealer {
  const sub = (name: string) => Buffer.from(hkdfSync('sha256', key, '', `pioneer-desk bureau ${name}`, 32))
  const [sealKey, hashKey] = [sub('seal'), sub('hash')]
  return {
    seal: (plain) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      return Buffer.concat([Buffer.of(1), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open: (sealed) => {
      if (sealed[0] !== 1) throw new Error(`sealed with suite ${sealed[0]}, which this program does not know`)
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(1, 13))
      decipher.setAuthTag(sealed.subarray(-16))
      return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
    },
    hashNumber: (number) => createHmac('sha256', hashKey).update(number).digest('base64url'),
  }
}

/** The chain's beginning of a terminal and its next link; see docs/rules/ledger.md. */
export function genesis(terminal: number): string {
  return createHash('sha256').update(`pioneer-desk/1/${terminal}`).digest('hex')
}
export function chain(previous: string, bytes: Uint8Array): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(bytes).digest('hex')
}
