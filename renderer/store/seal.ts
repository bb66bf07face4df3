/** Sealing the cache's rows with the key that main hands over at sign-in (AES-256-GCM), and the keyed hashes that find numbers. */

/** Nonce (12 bytes) and ciphertext. */
export type Sealed = Uint8Array<ArrayBuffer>

export type Sealer = {
  /** `place` (table and key) is bound in: a row moved to another place does not open. */
  seal(place: string, value: unknown): Promise<Sealed>
  /** Throws DamagedCache when the row was not sealed for this place with this key. */
  open<T>(place: string, sealed: Sealed): Promise<T>
  /** The same number gives the same hash on this terminal, and tells nothing without the key. */
  hash(number: string): Promise<string>
}

/** A row that does not open, or holds what this program did not write: the cache is begun again. */
export class DamagedCache extends Error {
  constructor(place: string, cause?: unknown) {
    super(`the cache's ${place} does not open`, { cause })
    this.name = 'DamagedCache'
  }
}

/** Whose a number is: who applies, who came for them, who else is named (lives with them, answers for a body …). A body that had no
 *  number yet when it was founded is known by its name. */
export type NumberOf = 'applicant' | 'agent' | 'named' | 'body'

/** A number's hash as an index key: the applicant's and the agent's are looked up apart. */
export function hashKey(of: NumberOf, hash: string): string {
  return `${of}:${hash}`
}

/** Whether a key of hashKey is the number of who applies. */
export function isOfApplicant(key: string): boolean {
  return key.startsWith(hashKey('applicant', ''))
}

const NONCE_BYTES = 12
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Throws DamagedCache when the key is no base64 of 16 bytes or more. */
export async function makeSealer(cacheKey: string): Promise<Sealer> {
  const raw = fromBase64(cacheKey)
  const root = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
  const derive = (purpose: string, algorithm: AesDerivedKeyParams | HmacImportParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(purpose) },
      root,
      algorithm,
      false,
      usages,
    )
  const rows = await derive('cache rows', { name: 'AES-GCM', length: 256 } as AesDerivedKeyParams, [
    'encrypt',
    'decrypt',
  ])
  const numbers = await derive('number hashes', { name: 'HMAC', hash: 'SHA-256' }, ['sign'])

  return {
    seal: async (place, value) => {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const plain = encoder.encode(JSON.stringify(value))
      const cipher = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(place) },
        rows,
        plain,
      )
      const sealed = new Uint8Array(NONCE_BYTES + cipher.byteLength)
      sealed.set(nonce)
      sealed.set(new Uint8Array(cipher), NONCE_BYTES)
      return sealed
    },
    open: async (place, sealed) => {
      try {
        const plain = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: sealed.subarray(0, NONCE_BYTES), additionalData: encoder.encode(place) },
          rows,
          sealed.subarray(NONCE_BYTES),
        )
        return JSON.parse(decoder.decode(plain))
      } catch (cause) {
        throw new DamagedCache(place, cause)
      }
    },
    hash: async (number) => {
      const signed = await crypto.subtle.sign('HMAC', numbers, encoder.encode(number))
      return toBase64(new Uint8Array(signed, 0, 18))
    },
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    if (bytes.length < 16) throw new RangeError('too short')
    return bytes
  } catch (cause) {
    throw new DamagedCache('key', cause)
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
