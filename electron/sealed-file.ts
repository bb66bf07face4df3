/** A file sealed with one of the terminal's keys: its content is opened, parsed by the caller, and replaced whole. */
import { dirname, join } from 'node:path'
import { keepAside, readWhole, writeWhole } from './disk/files.ts'
import { seal, unseal } from './keys/sealed.ts'

export interface SealedFile {
  /** Undefined when there is none, or none that opens. Throws what the disk says. */
  read(): unknown
  write(content: unknown): void
}

/** `unreadable` is told where a file that does not open has been put; it is never deleted. */
export function sealedFile(
  path: string,
  key: Buffer,
  purpose: string,
  unreadable: (keptAside: string) => void,
): SealedFile {
  return {
    read: () => {
      const sealed = readWhole(path)
      if (sealed === undefined) return undefined
      const bytes = unseal(key, purpose, sealed)
      if (bytes !== undefined) return JSON.parse(bytes.toString('utf8'))
      unreadable(keepAside(path, join(dirname(path), 'aside')))
      return undefined
    },
    write: (content) => writeWhole(path, seal(key, purpose, Buffer.from(JSON.stringify(content), 'utf8'))),
  }
}
