/** The bureau as practice has it: never there. No connection is made, so nothing of it can ever be sent. */
import type { BureauClient } from '../bureau/http.ts'

export const noBureau: BureauClient = {
  call: async () => ({ ok: false, failure: { kind: 'offline', cause: 'unreachable' } }),
  close: async () => {},
}
/** An address that nobody asks; the identity's form wants one. */
export const noAddress = 'http://127.0.0.1:9'
