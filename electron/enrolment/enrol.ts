/** Makes this machine a terminal: its keys are made here, the bureau gives the number for a one-time code. */
import path from 'node:path'
import type { z } from 'zod'
import type { EnrolRefusal } from '../../shared/contract/doors.ts'
import { makeBureauClient } from '../bureau/http.ts'
import { keepAside } from '../disk/files.ts'
import type { KeyStore } from '../keys/key-store.ts'
import { addRecovery, type Keys, makeKeys, openKeys } from '../keys/keys.ts'
import { certificateToPin, isSafeAddress } from './bureau-address.ts'
import { type Identity, identityFile } from './identity.ts'

export type EnrolOptions = {
  dataDir: string
  stores: readonly KeyStore[]
  /** A certificate (PEM) that the IT officer handed in. */
  certificate: string | null
  /** What the bureau's list of terminals calls this machine. */
  machine: string
  monotonic(): number
  unreadable(keptAside: string): void
}
export type EnrolAnswer =
  | { ok: true; identity: Identity; keys: Keys }
  | { ok: false; why: z.infer<typeof EnrolRefusal>['why'] }

const ENROL_MS = 15_000

/** Where a machine's keys are kept. */
export function keysFile(dataDir: string): string {
  return path.join(dataDir, 'keys.json')
}

/** Enrols it; the keys and the number are on the disk when this settles. Throws what the disk or the key store says. */
export async function enrol(
  { bureau, code }: { bureau: string; code: string },
  options: EnrolOptions,
): Promise<EnrolAnswer> {
  if (!isSafeAddress(bureau)) return { ok: false, why: 'badAddress' }
  const pinned = await certificateToPin(bureau, options.certificate).catch(() => undefined)
  if (pinned === undefined) return { ok: false, why: 'bureauUnreachable' }
  const keys = await keysToEnrol(options)
  const client = makeBureauClient({ bureau, certificate: pinned, sign: null, monotonic: options.monotonic })
  try {
    const asked = { code, publicKey: keys.device.publicKey, machine: options.machine.slice(0, 100) }
    const reply = await client.call('POST /v1/enrol', asked, { timeoutMs: ENROL_MS })
    if (!reply.ok) return { ok: false, why: reply.failure.kind === 'strange' ? 'badAddress' : 'bureauUnreachable' }
    if (!reply.value.ok) return { ok: false, why: reply.value.why }
    const { terminal, hall, window, recoveryKey } = reply.value.value
    const recoverable = await addRecovery({ file: keysFile(options.dataDir) }, keys, recoveryKey)
    const identity: Identity = { format: 1, bureau, certificate: pinned, terminal, hall, window, recoveryKey }
    // Last: a machine that has its number has everything else.
    identityFile(options.dataDir, options.unreadable).write(identity)
    return { ok: true, identity, keys: recoverable }
  } finally {
    await client.close()
  }
}

/** Keys of an enrolment that did not get through are used again; those that do not open are kept aside. */
async function keysToEnrol({ dataDir, stores, unreadable }: EnrolOptions): Promise<Keys> {
  const file = keysFile(dataDir)
  const opened = await openKeys({ file, stores })
  if (opened.ok) return opened.keys
  if (opened.why !== 'none') unreadable(keepAside(file, path.join(dataDir, 'aside')))
  return makeKeys({ file, stores })
}
