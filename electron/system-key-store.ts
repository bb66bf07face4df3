/** The system's own key store (DPAPI, Keychain, the Linux secret service) behind one face, on older and newer Electron. */
import { safeStorage } from 'electron'
import type { KeyStore } from './keys/key-store.ts'

/** Electron 33 has only the synchronous calls, 45 deprecates them for asynchronous ones. */
type SafeStorage = Omit<
  typeof safeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
> &
  Partial<Pick<typeof safeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>>

/** The key store of this system; not available where it keeps no keys safely. Ask after `ready`. */
export function systemKeyStore(): KeyStore {
  const store: SafeStorage = safeStorage
  return {
    kind: 'system',
    available: async () => {
      // What Chromium calls basic_text is a fixed key that everybody has.
      if (process.platform === 'linux' && store.getSelectedStorageBackend() === 'basic_text') return false
      return store.isAsyncEncryptionAvailable?.() ?? store.isEncryptionAvailable()
    },
    wrap: async (key) => {
      const text = key.toString('base64')
      return store.encryptStringAsync?.(text) ?? store.encryptString(text)
    },
    unwrap: async (wrapped) => {
      const answer = await store.decryptStringAsync?.(wrapped)
      return Buffer.from(answer === undefined ? store.decryptString(wrapped) : answer.result, 'base64')
    },
  }
}
