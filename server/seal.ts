/** Sealing of personal columns and keyed hashes of numbers, with a key from outside the database. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomFillSync } from 'node:crypto'

export type Sealer = {
  seal(plain: Buffer): Buffer
  /** Throws on another key or changed bytes. */
  open(sealed: Uint8Array): Buffer
  sealJson(value: unknown): Buffer
  openJson(sealed: Uint8Array): unknown
  /** The same for the same number, and no way back from it. */
  hashNumber(number: string): string
}

/** Which algorithms sealed something; another suite gets another number. */
const SUITE = 1
const NONCE = 12
const TAG = 16

/** From the 32 bytes of PIONEER_SEAL_KEY. */
export function makeSealer(key: Buffer): Sealer {
  const sub = (name: string) => Buffer.from(hkdfSync('sha256', key, '', `pioneer-desk bureau ${name}`, 32))
  const [sealKey, hashKey] = [sub('seal'), sub('hash')]
  const nonce = nonces()
  const seal = (plain: Buffer | string) => {
    const fresh = nonce()
    const cipher = createCipheriv('aes-256-gcm', sealKey, fresh)
    const secret = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
    // This mode holds nothing back for the end.
    cipher.final()
    const sealed = Buffer.allocUnsafe(1 + NONCE + secret.length + TAG)
    sealed[0] = SUITE
    sealed.set(fresh, 1)
    sealed.set(secret, 1 + NONCE)
    sealed.set(cipher.getAuthTag(), 1 + NONCE + secret.length)
    return sealed
  }
  const sealer: Sealer = {
    seal,
    open: (sealed) => {
      if (sealed[0] !== SUITE) throw new Error(`sealed with suite ${sealed[0]}, which this program does not know`)
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
      decipher.setAuthTag(sealed.subarray(-TAG))
      const plain = decipher.update(sealed.subarray(1 + NONCE, -TAG))
      // This mode holds nothing back for the end: the end says whether any byte was changed.
      decipher.final()
      return plain
    },
    sealJson: (value) => seal(JSON.stringify(value)),
    openJson: (sealed) => JSON.parse(sealer.open(sealed).toString('utf8')),
    hashNumber: (number) => createHmac('sha256', hashKey).update(number).digest('base64url'),
  }
  return sealer
}

/** Random nonces, fetched from the system some hundred at a time; each stands until the next is asked for. */
function nonces(): () => Buffer {
  const pool = Buffer.alloc(NONCE * 512)
  let at = pool.length
  return () => {
    if (at === pool.length) {
      randomFillSync(pool)
      at = 0
    }
    at += NONCE
    return pool.subarray(at - NONCE, at)
  }
}

/** The digest before a terminal's first record; see docs/rules/ledger.md. */
export function genesis(terminal: number): string {
  return createHash('sha256').update(`pioneer-desk/1/${terminal}`).digest('hex')
}

/** The digest after one more record: of the previous digest's bytes and the record's exact bytes. */
export function chain(previous: string, bytes: Uint8Array): string {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(bytes).digest('hex')
}
