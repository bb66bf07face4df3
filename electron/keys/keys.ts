/** A machine's keys: the data key that everything at rest is sealed under, and the device key that signs what goes to the bureau. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { PublicKey, type RecoveryKey } from '../../shared/contract/routes.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { readWhole, writeWhole } from '../disk/files.ts'
import { KeyFile } from './key-file.ts'
import type { KeyStore } from './key-store.ts'
import { thumbprint, wrapForRecovery } from './recovery.ts'

export type Keys = {
  /** Where they are kept now; `plain` is to be shown to the IT officer. */
  readonly store: KeyStore['kind']
  /** 32 bytes. Use subkey(). */
  readonly dataKey: Buffer
  /** Signs requests to the bureau (Ed25519). */
  readonly device: { readonly publicKey: z.infer<typeof PublicKey>; readonly privateKey: KeyObject }
  /** Thumbprint of the recovery key that the data key is wrapped for; null until enrolment. Without it no record may be written. */
  readonly recovery: string | null
}

/** `none`: no key file · `unreadable`: it is damaged · `storeMissing`: the store that wrapped it is not to be had now · `notOpened`: the store would not open it. */
export type KeysResult =
  | { readonly ok: true; readonly keys: Keys }
  | { readonly ok: false; readonly why: 'none' | 'unreadable' | 'storeMissing' | 'notOpened'; readonly detail: string }

export type KeysOptions = {
  readonly file: string
  /** Best first: the system's, then the plain one. */
  readonly stores: readonly KeyStore[]
  readonly disk?: Disk
}

/** New keys for a machine to be enrolled. Throws when there is a key file already: what is sealed under its keys would be lost. */
export async function makeKeys({ file, stores, disk = realDisk }: KeysOptions): Promise<Keys> {
  if (readWhole(file, disk) !== undefined) throw new Error(`${file} exists`)
  const store = await bestOf(stores)
  if (store === undefined) throw new Error('there is no key store')
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keys: Keys = {
    store: store.kind,
    dataKey: randomBytes(32),
    device: { publicKey: PublicKey.parse(publicKey.export({ format: 'jwk' })), privateKey },
    recovery: null,
  }
  disk.makeFolder(dirname(file))
  await keepKeys(file, keys, store, null, disk)
  return keys
}

/** The keys of this machine. Keys in the plain store move to the system's as soon as there is one. Changes nothing when it cannot open them. */
export async function openKeys({ file, stores, disk = realDisk }: KeysOptions): Promise<KeysResult> {
  const bytes = readWhole(file, disk)
  if (bytes === undefined) return { ok: false, why: 'none', detail: `there is no ${file}` }
  const found = parse(bytes)
  if (found === undefined) return { ok: false, why: 'unreadable', detail: `${file} cannot be read` }
  const store = stores.find(({ kind }) => kind === found.store)
  if (store === undefined || !(await store.available()))
    return { ok: false, why: 'storeMissing', detail: `the keys are in the ${found.store} store` }
  let keys: Keys
  try {
    keys = await unwrap(found, store)
  } catch (error) {
    return { ok: false, why: 'notOpened', detail: String(error) }
  }
  const best = await bestOf(stores)
  if (best?.kind !== 'system' || found.store === 'system') return { ok: true, keys }
  const moved = { ...keys, store: best.kind }
  try {
    await keepKeys(file, moved, best, found.recovery, disk)
    return { ok: true, keys: moved }
  } catch {
    return { ok: true, keys } // The old file stands; the next start tries again.
  }
}

/** Wraps the data key for the bureau's recovery key too, unless it is already. The key file is on the disk when this settles. */
export async function addRecovery(
  { file, disk = realDisk }: Pick<KeysOptions, 'file' | 'disk'>,
  keys: Keys,
  recoveryKey: RecoveryKey,
): Promise<Keys> {
  if (keys.recovery === (await thumbprint(recoveryKey))) return keys
  const recovery = await wrapForRecovery(keys.dataKey, recoveryKey)
  const found = parse(readWhole(file, disk) ?? Buffer.alloc(0))
  if (found === undefined) throw new Error(`${file} cannot be read`)
  write(file, { ...found, recovery }, disk)
  return { ...keys, recovery: recovery.kid }
}

async function unwrap(found: KeyFile, store: KeyStore): Promise<Keys> {
  const dataKey = await store.unwrap(Buffer.from(found.dataKey, 'base64'))
  if (dataKey.byteLength !== 32) throw new Error('a data key has 32 bytes')
  const key = await store.unwrap(Buffer.from(found.deviceKey, 'base64'))
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const device = { publicKey: found.devicePublicKey, privateKey }
  return { store: store.kind, dataKey, device, recovery: found.recovery?.kid ?? null }
}

/** Writes the key file, but only after the store has opened again what it wrapped. */
async function keepKeys(
  file: string,
  keys: Keys,
  store: KeyStore,
  recovery: KeyFile['recovery'],
  disk: Disk,
): Promise<void> {
  const pkcs8 = keys.device.privateKey.export({ format: 'der', type: 'pkcs8' })
  const wrapped = [await store.wrap(keys.dataKey), await store.wrap(pkcs8)] as const
  const opened = [await store.unwrap(wrapped[0]), await store.unwrap(wrapped[1])] as const
  if (!opened[0].equals(keys.dataKey) || !opened[1].equals(pkcs8)) throw new Error('the key store gave back other keys')
  const [dataKey, deviceKey] = wrapped.map((key) => key.toString('base64')) as [string, string]
  const content = { dataKey, deviceKey, devicePublicKey: keys.device.publicKey, recovery }
  write(file, { format: 1, store: store.kind, ...content }, disk)
}

function write(file: string, content: KeyFile, disk: Disk): void {
  writeWhole(file, Buffer.from(`${JSON.stringify(content, null, 2)}\n`), disk)
}

function parse(bytes: Buffer): KeyFile | undefined {
  try {
    return KeyFile.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return undefined
  }
}

async function bestOf(stores: readonly KeyStore[]): Promise<KeyStore | undefined> {
  for (const store of stores) if (await store.available()) return store
  return undefined
}
