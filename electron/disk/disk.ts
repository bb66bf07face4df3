/** What the ledger, keys and drafts ask of a disk. Real by default; tests hand in one that fails. All of it synchronous: an act is acknowledged only after it is on the disk. */
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'

export interface Disk {
  /** `r` existing, for reading · `r+` existing, for both · `w` new or emptied, for both. New files are for this user only. */
  open(path: string, flags: 'r' | 'r+' | 'w'): number
  /** May read less than asked; 0 at the end. */
  read(file: number, into: Uint8Array, position: number): number
  /** May write less than asked. */
  write(file: number, bytes: Uint8Array, position: number): number
  /** The content is on the disk when this returns. */
  datasync(file: number): void
  sync(file: number): void
  truncate(file: number, length: number): void
  size(file: number): number
  close(file: number): void
  rename(from: string, to: string): void
  remove(path: string): void
  /** Makes the folder and those above it, for this user only, on the disk when this returns; nothing to do if there is one. */
  makeFolder(path: string): void
  /** Names and renames in this folder are on the disk when this returns. */
  syncFolder(path: string): void
  list(path: string): string[]
  freeBytes(path: string): number
}

export const realDisk: Disk = {
  open(path, flags) {
    return openSync(path, flags === 'w' ? 'w+' : flags, 0o600)
  },
  read(file, into, position) {
    return readSync(file, into, 0, into.byteLength, position)
  },
  write(file, bytes, position) {
    return writeSync(file, bytes, 0, bytes.byteLength, position)
  },
  datasync: fdatasyncSync,
  sync: fsyncSync,
  truncate: ftruncateSync,
  size(file) {
    return fstatSync(file).size
  },
  close: closeSync,
  rename: renamePatiently,
  remove(path) {
    rmSync(path)
  },
  makeFolder(path) {
    const uppermost = mkdirSync(path, { recursive: true, mode: 0o700 })
    if (uppermost === undefined) return
    // A new folder is on the disk only when the one above it is synced.
    for (let made = resolve(path); ; made = dirname(made)) {
      syncFolder(dirname(made))
      if (made === uppermost || made === dirname(made)) return
    }
  },
  syncFolder,
  list: (path) => readdirSync(path).sort(),
  freeBytes(path) {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  },
}

function syncFolder(path: string): void {
  // Windows has no handle of a folder to sync; NTFS journals names by itself.
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** On Windows a virus scanner holds a fresh file for some milliseconds, and renaming it is refused meanwhile. */
function renamePatiently(from: string, to: string): void {
  for (let tries = 0; ; tries++) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const held = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')
      if (!held || tries === 20) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
    }
  }
}

/** The system's code of an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return typeof code === 'string' ? code : undefined
}
