/** Where the system keeps no keys: a key in a file of this user's, outside the data folder, so that a copied data folder alone does not open. */
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { type Disk, realDisk } from '../disk/disk.ts'
import { readWhole, writeWhole } from '../disk/files.ts'
import type { KeyStore } from './key-store.ts'
import { seal, unseal } from './sealed.ts'

const KEY_BYTES = 32

/** A store that keeps its key in `file`, made at first use. Whoever reads this user's files reads it: IT is warned by its kind. */
export function plainKeyStore(file: string, disk: Disk = realDisk): KeyStore {
  const kept = () => {
    const key = readWhole(file, disk)
    if (key !== undefined && key.byteLength !== KEY_BYTES) throw new Error(`${file} is no key`)
    return key
  }
  return {
    kind: 'plain',
    available: async () => true,
    async wrap(key) {
      let own = kept()
      if (own === undefined) {
        own = randomBytes(KEY_BYTES)
        disk.makeFolder(dirname(file))
        writeWhole(file, own, disk)
      }
      return seal(own, 'wrapped key', key)
    },
    async unwrap(wrapped) {
      const own = kept()
      const key = own && unseal(own, 'wrapped key', wrapped)
      if (key === undefined) throw new Error(`${file} is gone or is another key`)
      return key
    },
  }
}
