/** A file as it comes, piece by piece: under another name until all of it is on the disk, and gone when it is not to be. */
import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { realDisk } from '../disk/disk.ts'
import { UNFINISHED } from '../disk/files.ts'

export type Written = { bytes: number; sha256: string }

/** Gives the file its name only after `whole` has heard what it is; throws what the disk, the pieces and `whole` throw, and then
 *  nothing of it is left and what had the name before stands. */
export async function writeFile(
  file: string,
  pieces: AsyncIterable<string | Uint8Array>,
  whole: (written: Written) => void,
): Promise<Written> {
  const unfinished = file + UNFINISHED
  let handle: FileHandle | undefined
  try {
    handle = await open(unfinished, 'w', 0o600)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of pieces) {
      const data = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
      hash.update(data)
      bytes += data.byteLength
      await handle.writeFile(data)
    }
    await handle.sync()
    await handle.close()
    handle = undefined
    const written = { bytes, sha256: hash.digest('hex') }
    whole(written)
    realDisk.rename(unfinished, file)
    syncedFolder(dirname(file))
    return written
  } catch (error) {
    await handle?.close().catch(() => undefined)
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

/** The file stands by now. A folder that only may be written into, or of a system that cannot sync one, takes nothing back of that. */
function syncedFolder(folder: string): void {
  try {
    realDisk.syncFolder(folder)
  } catch {
    // The name reaches the disk a little later.
  }
}
