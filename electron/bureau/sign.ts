/** Signs what this terminal sends, with the key that was made on it and never leaves it. */
import { type KeyObject, sign } from 'node:crypto'
import type { Instant, TerminalNo } from '../../shared/case/ids.ts'
import type { RequestClaim } from '../../shared/contract/routes.ts'
import type { SignRequest } from './http.ts'

/** A compact JWS (EdDSA) over the request's claim, as `x-terminal` carries it. */
export function signRequests(terminal: TerminalNo, privateKey: KeyObject, now: () => Instant): SignRequest {
  const header = encode({ alg: 'EdDSA' })
  return async (said) => {
    const claim: RequestClaim = { terminal, ...said, at: now() }
    const signed = `${header}.${encode(claim)}`
    return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
  }
}

function encode(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}
