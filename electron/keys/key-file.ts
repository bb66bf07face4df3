/** The file that holds a machine's keys, each wrapped. */
import { z } from 'zod'
import { PublicKey } from '../../shared/contract/routes.ts'

const WrappedForRecovery = z.strictObject({
  /** Thumbprint of the recovery key. */
  kid: z.string(),
  /** The data key as compact JWE, ECDH-ES with X25519 and A256GCM. */
  jwe: z.string(),
})
export type WrappedForRecovery = z.infer<typeof WrappedForRecovery>

export const KeyFile = z.strictObject({
  format: z.literal(1),
  /** Which store wrapped `dataKey` and `deviceKey`. */
  store: z.enum(['system', 'plain']),
  /** base64 of 32 wrapped bytes. */
  dataKey: z.base64(),
  /** base64 of the wrapped private Ed25519 key (PKCS #8). */
  deviceKey: z.base64(),
  devicePublicKey: PublicKey,
  /** Null until the bureau's recovery key is known, at enrolment. */
  recovery: WrappedForRecovery.nullable(),
})
export type KeyFile = z.infer<typeof KeyFile>
