/** Whole files: written so that a reader finds the old content or the new, never a mixture, whatever ends the process or the power. */
import { basename, dirname, join } from 'node:path'
import { codeOf, type Disk, realDisk } from './disk.ts'

/** Ends the name of a file that is being written; one left behind was never acknowledged. */
export const UNFINISHED = '.unfinished'

/** Replaces a file whole: temp file beside it, fsync, rename, fsync of the folder. Throws what the disk says; the old content stands then. */
export function writeWhole(path: string, bytes: Uint8Array, disk: Disk = realDisk): void {
  const unfinished = path + UNFINISHED
  const file = disk.open(unfinished, 'w')
  try {
    writeAll(disk, file, bytes, 0)
    disk.sync(file)
  } finally {
    disk.close(file)
  }
  disk.rename(unfinished, path)
  disk.syncFolder(dirname(path))
}

/** The content of a file, undefined when there is none. Throws what else the disk says. */
export function readWhole(path: string, disk: Disk = realDisk): Buffer | undefined {
  let file: number
  try {
    file = disk.open(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    return readAt(disk, file, 0, disk.size(file))
  } finally {
    disk.close(file)
  }
}

/** Writes all of it, though a disk may take it in pieces. */
export function writeAll(disk: Disk, file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.byteLength; ) {
    const wrote = disk.write(file, bytes.subarray(done), position + done)
    if (wrote <= 0) throw new Error('the disk took no more bytes')
    done += wrote
  }
}

/** `length` bytes from `position`, or fewer where the file ends. */
export function readAt(disk: Disk, file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let done = 0
  while (done < length) {
    const got = disk.read(file, bytes.subarray(done), position + done)
    if (got <= 0) break
    done += got
  }
  return bytes.subarray(0, done)
}

/** Moves a file that cannot be read into `folder`, under a name not used there yet, and says where it is now. Never deletes. */
export function keepAside(path: string, folder: string, disk: Disk = realDisk): string {
  disk.makeFolder(folder)
  const kept = freeName(folder, basename(path), disk)
  disk.rename(path, kept)
  disk.syncFolder(folder)
  disk.syncFolder(dirname(path))
  return kept
}

/** A path in `folder` that no file has yet: `name`, else `name.2`, `name.3` … */
export function freeName(folder: string, name: string, disk: Disk = realDisk): string {
  const taken = new Set(disk.list(folder))
  let free = name
  for (let n = 2; taken.has(free); n++) free = `${name}.${n}`
  return join(folder, free)
}
