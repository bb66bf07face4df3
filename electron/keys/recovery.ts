/** The bureau's way to a dead machine's records: the data key, wrapped for a key pair whose private half lies in the bureau's safe. */
import { readFileSync } from 'node:fs'
import { CompactEncrypt, calculateJwkThumbprint, compactDecrypt, importJWK, type JWK } from 'jose'
import type { RecoveryKey } from '../../shared/contract/routes.ts'
import { KeyFile, type WrappedForRecovery } from './key-file.ts'

/** Direct agreement: Electron's crypto has no AES key wrap, which the other ECDH-ES algorithms of JWE need. */
const ALG = 'ECDH-ES'
const ENC = 'A256GCM'

/** The data key for the holder of the private half only, as compact JWE. */
export async function wrapForRecovery(dataKey: Buffer, recoveryKey: RecoveryKey): Promise<WrappedForRecovery> {
  const kid = await thumbprint(recoveryKey)
  const jwe = await new CompactEncrypt(dataKey)
    .setProtectedHeader({ alg: ALG, enc: ENC, kid })
    .encrypt(await importJWK(recoveryKey, ALG))
  return { kid, jwe }
}

/** What tells one recovery key from another (RFC 7638). */
export function thumbprint(key: RecoveryKey): Promise<string> {
  return calculateJwkThumbprint(key)
}

/** The data key of a machine, from its key file and the bureau's private recovery key. Throws when the file was not wrapped for this key. */
export async function openRecovery(keyFile: string, recoveryPrivateJwk: JWK): Promise<Buffer> {
  const { recovery } = KeyFile.parse(JSON.parse(readFileSync(keyFile, 'utf8')))
  if (recovery === null) throw new Error('this machine was never enrolled: nothing was wrapped for recovery')
  const { plaintext } = await compactDecrypt(recovery.jwe, await importJWK(recoveryPrivateJwk, ALG))
  return Buffer.from(plaintext)
}
