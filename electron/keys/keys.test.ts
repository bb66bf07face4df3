import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { RecoveryKey } from '../../shared/contract/routes.ts'
import { realDisk } from '../disk/disk.ts'
import type { KeyStore } from './key-store.ts'
import { addRecovery, makeKeys, openKeys } from './keys.ts'
import { plainKeyStore } from './plain-key-store.ts'
import { openRecovery } from './recovery.ts'
import { seal, unseal } from './sealed.ts'
import { type KeyUse, subkey } from './subkey.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A stand-in for the system's store: wraps with a key that only it has. */
function systemStore(own = Buffer.alloc(32, 3)) {
  const state = { available: true, wrapsWrongly: false }
  const store: KeyStore = {
    kind: 'system',
    available: async () => state.available,
    wrap: async (key) => seal(own, 'test', state.wrapsWrongly ? Buffer.alloc(key.byteLength) : key),
    unwrap: async (wrapped) => {
      const key = unseal(own, 'test', wrapped)
      if (key === undefined) throw new Error('the key store does not know this key')
      return key
    },
  }
  return { store, state }
}

function recoveryPair() {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicJwk: RecoveryKey.parse(publicKey.export({ format: 'jwk' })),
    privateJwk: privateKey.export({ format: 'jwk' }) as { kty: string },
  }
}

test('R-KEYS-1: keys that were made are opened again by the store that wrapped them, and lie nowhere in the clear', async () => {
  const folder = newFolder()
  const file = join(folder, 'keys.json')
  const { store } = systemStore()
  const made = await makeKeys({ file, stores: [store] })
  const opened = await openKeys({ file, stores: [store] })
  if (!opened.ok) throw new Error(opened.detail)
  expect(opened.keys.dataKey).toEqual(made.dataKey)
  expect(opened.keys.device.publicKey).toEqual(made.device.publicKey)
  const signature = sign(null, Buffer.from('letter'), opened.keys.device.privateKey)
  expect(verify(null, Buffer.from('letter'), { key: made.device.publicKey, format: 'jwk' }, signature)).toBe(true)
  const text = readFileSync(file, 'utf8')
  expect(text).not.toContain(made.dataKey.toString('base64'))
  expect(text).not.toContain(made.device.privateKey.export({ format: 'jwk' }).d)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

test('R-KEYS-2: the bureau’s recovery key opens the data key from the key file alone, and another does not', async () => {
  const file = join(newFolder(), 'keys.json')
  const { store } = systemStore()
  const bureau = recoveryPair()
  const made = await makeKeys({ file, stores: [store] })
  expect(made.recovery).toBeNull()
  await expect(openRecovery(file, bureau.privateJwk)).rejects.toThrow('never enrolled')
  const enrolled = await addRecovery({ file }, made, bureau.publicJwk)
  expect(enrolled.recovery).not.toBeNull()
  expect(await openRecovery(file, bureau.privateJwk)).toEqual(made.dataKey)
  await expect(openRecovery(file, recoveryPair().privateJwk)).rejects.toThrow()
  const opened = await openKeys({ file, stores: [store] })
  expect(opened).toMatchObject({ ok: true, keys: { recovery: enrolled.recovery } })
})

test('R-KEYS-2: the same recovery key is wrapped for once, a new one takes its place', async () => {
  const file = join(newFolder(), 'keys.json')
  const [old, next] = [recoveryPair(), recoveryPair()]
  const made = await addRecovery({ file }, await makeKeys({ file, stores: [systemStore().store] }), old.publicJwk)
  const before = readFileSync(file, 'utf8')
  await addRecovery({ file }, made, old.publicJwk)
  expect(readFileSync(file, 'utf8')).toBe(before)
  await addRecovery({ file }, made, next.publicJwk)
  expect(await openRecovery(file, next.privateJwk)).toEqual(made.dataKey)
  await expect(openRecovery(file, old.privateJwk)).rejects.toThrow()
})

test('R-KEYS-3: keys that cannot be opened now are said to be so, and the file is left as it is', async () => {
  const folder = newFolder()
  const file = join(folder, 'keys.json')
  const { store, state } = systemStore()
  expect(await openKeys({ file, stores: [store] })).toMatchObject({ ok: false, why: 'none' })
  await makeKeys({ file, stores: [store] })
  const before = readFileSync(file, 'utf8')
  state.available = false
  const plain = plainKeyStore(join(folder, 'plain.key'))
  expect(await openKeys({ file, stores: [store, plain] })).toMatchObject({ ok: false, why: 'storeMissing' })
  expect(await openKeys({ file, stores: [plain] })).toMatchObject({ ok: false, why: 'storeMissing' })
  const other = systemStore(Buffer.alloc(32, 4))
  expect(await openKeys({ file, stores: [other.store] })).toMatchObject({ ok: false, why: 'notOpened' })
  expect(readFileSync(file, 'utf8')).toBe(before)
  writeFileSync(file, before.slice(0, 100))
  expect(await openKeys({ file, stores: [store] })).toMatchObject({ ok: false, why: 'unreadable' })
  expect(readFileSync(file, 'utf8')).toBe(before.slice(0, 100))
})

test('R-KEYS-3: new keys never take the place of old ones', async () => {
  const file = join(newFolder(), 'keys.json')
  const { store } = systemStore()
  await makeKeys({ file, stores: [store] })
  await expect(makeKeys({ file, stores: [store] })).rejects.toThrow('exists')
})

test('R-KEYS-4: without a key store of the system the keys are in a file of this user’s own, and said to be plain', async () => {
  const folder = newFolder()
  const file = join(folder, 'data', 'keys.json')
  const plainFile = join(folder, 'outside', 'plain.key')
  const { store, state } = systemStore()
  state.available = false
  const stores = [store, plainKeyStore(plainFile)]
  const made = await makeKeys({ file, stores })
  expect(made.store).toBe('plain')
  expect(await openKeys({ file, stores })).toMatchObject({ ok: true, keys: { store: 'plain', dataKey: made.dataKey } })
  if (process.platform !== 'win32') expect(statSync(plainFile).mode & 0o077).toBe(0)
  rmSync(plainFile)
  expect(await openKeys({ file, stores })).toMatchObject({ ok: false, why: 'notOpened' })
})

test('R-KEYS-4: keys move to the system’s store as soon as there is one, and recovery goes on', async () => {
  const folder = newFolder()
  const file = join(folder, 'keys.json')
  const { store, state } = systemStore()
  const bureau = recoveryPair()
  state.available = false
  const stores = [store, plainKeyStore(join(folder, 'plain.key'))]
  const made = await addRecovery({ file }, await makeKeys({ file, stores }), bureau.publicJwk)
  state.available = true
  expect(await openKeys({ file, stores })).toMatchObject({ ok: true, keys: { store: 'system', dataKey: made.dataKey } })
  expect(await openKeys({ file, stores: [store] })).toMatchObject({ ok: true, keys: { dataKey: made.dataKey } })
  expect(await openRecovery(file, bureau.privateJwk)).toEqual(made.dataKey)
})

test('R-KEYS-4: a store that gives back something else is not trusted with the keys', async () => {
  const folder = newFolder()
  const file = join(folder, 'keys.json')
  const { store, state } = systemStore()
  state.wrapsWrongly = true
  await expect(makeKeys({ file, stores: [store] })).rejects.toThrow('other keys')
  const plain = plainKeyStore(join(folder, 'plain.key'))
  const made = await makeKeys({ file, stores: [plain] })
  const opened = await openKeys({ file, stores: [store, plain] })
  expect(opened).toMatchObject({ ok: true, keys: { store: 'plain', dataKey: made.dataKey } })
  expect(await openKeys({ file, stores: [plain] })).toMatchObject({ ok: true })
})

test('R-KEYS-4: moving the keys is all or nothing: when the file cannot be written, the old one stands', async () => {
  const folder = newFolder()
  const file = join(folder, 'keys.json')
  const plain = plainKeyStore(join(folder, 'plain.key'))
  const made = await makeKeys({ file, stores: [plain] })
  const fullDisk = {
    ...realDisk,
    write(): number {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    },
  }
  const opened = await openKeys({ file, stores: [systemStore().store, plain], disk: fullDisk })
  expect(opened).toMatchObject({ ok: true, keys: { store: 'plain', dataKey: made.dataKey } })
  expect(await openKeys({ file, stores: [plain] })).toMatchObject({ ok: true })
})

test('R-KEYS-5: each use has a key of its own, the same each time', () => {
  const dataKey = Buffer.alloc(32, 9)
  const uses: KeyUse[] = ['ledger', 'cache', 'drafts', 'hash', 'verifiers', 'settings']
  const keys = uses.map((use) => subkey(dataKey, use).toString('hex'))
  expect(new Set([...keys, dataKey.toString('hex')]).size).toBe(uses.length + 1)
  expect(uses.map((use) => subkey(dataKey, use).toString('hex'))).toEqual(keys)
  // Held for ever: what was sealed under it must open in every later version.
  expect(keys[0]).toBe('9495c7c0d3c82e097ccfdb55224fdc8680ea2bc16356736f22e8bd078b2c81f5')
  expect(() => subkey(Buffer.alloc(16), 'cache')).toThrow(RangeError)
})

test('R-KEYS-6: what is sealed opens only whole, with its key and for its purpose', () => {
  const key = Buffer.alloc(32, 1)
  const sealed = seal(key, 'draft a', Buffer.from('张测试'))
  expect(unseal(key, 'draft a', sealed)?.toString('utf8')).toBe('张测试')
  expect(unseal(key, 'draft b', sealed)).toBeUndefined()
  expect(unseal(Buffer.alloc(32, 2), 'draft a', sealed)).toBeUndefined()
  for (let at = 0; at < sealed.byteLength; at++) {
    const bad = Buffer.from(sealed)
    bad[at]! ^= 1
    expect(unseal(key, 'draft a', bad)).toBeUndefined()
    expect(unseal(key, 'draft a', sealed.subarray(0, at))).toBeUndefined()
  }
})
