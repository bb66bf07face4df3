/** Who this machine is: the number the bureau gave it, kept in the data folder. */
import path from 'node:path'
import { z } from 'zod'
import { HallId, TerminalNo, WindowNo } from '../../shared/case/ids.ts'
import { RecoveryKey } from '../../shared/contract/routes.ts'
import { type JsonFile, jsonFile } from '../disk/json-file.ts'

export const Identity = z.strictObject({
  format: z.literal(1),
  bureau: z.url(),
  /** The certificate (PEM) pinned at enrolment; null: a bureau on this very machine, without TLS. */
  certificate: z.string().nullable(),
  terminal: TerminalNo,
  hall: HallId,
  window: WindowNo.nullable(),
  recoveryKey: RecoveryKey,
})
export type Identity = z.infer<typeof Identity>

/** The file it is kept in. A file that cannot be read is set aside, never deleted. */
export function identityFile(dataDir: string, unreadable: (keptAside: string) => void): JsonFile<Identity> {
  return jsonFile(path.join(dataDir, 'terminal.json'), Identity, unreadable)
}
