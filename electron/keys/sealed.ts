/** A sealed blob: suite, nonce, ciphertext, tag. What it is for is bound in, so that one cannot pass as another. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** AES-256-GCM. Another suite gets another number; old ones stay readable. */
const SUITE = 1
const NONCE = 12
const TAG = 16

/** Seals bytes with a 32-byte key under a fresh random nonce. */
export function seal(key: Buffer, purpose: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(bound(purpose))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.from([SUITE]), nonce, sealed, cipher.getAuthTag()])
}

/** The bytes, or undefined when they are damaged, of another purpose or of another key. */
export function unseal(key: Buffer, purpose: string, sealed: Buffer): Buffer | undefined {
  if (sealed.byteLength < 1 + NONCE + TAG || sealed[0] !== SUITE) return undefined
  const tagAt = sealed.byteLength - TAG
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(bound(purpose))
  decipher.setAuthTag(sealed.subarray(tagAt))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, tagAt)), decipher.final()])
  } catch {
    return undefined
  }
}

function bound(purpose: string): Buffer {
  return Buffer.from(`pioneer-desk/${SUITE}/${purpose}`, 'utf8')
}
