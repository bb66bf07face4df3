/** Unpacks a zip file without the `unzip` program, which a bare machine does not have. */
import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { type Entry, open, type ZipFile } from 'yauzl'

const openZip = promisify<string, { lazyEntries: true; autoClose: false }, ZipFile>(open)
const fileTypeMask = 0o170000
const symlinkType = 0o120000

/** Unpacks the entries for which `wanted` says yes, with their modes; `reach` is told how far it is, from 0 to 1. */
export async function unpackZip(
  archive: string,
  into: string,
  wanted: (name: string) => boolean,
  reach: (fraction: number) => void,
): Promise<void> {
  const zip = await openZip(archive, { lazyEntries: true, autoClose: false })
  try {
    const chosen = (await entriesOf(zip)).filter((entry) => wanted(entry.fileName))
    const total = chosen.reduce((sum, entry) => sum + entry.compressedSize, 0)
    let unpacked = 0
    for (const entry of chosen) {
      await unpack(zip, entry, path.join(into, entry.fileName))
      unpacked += entry.compressedSize
      reach(unpacked / total)
    }
  } finally {
    zip.close()
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

async function unpack(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  if (entry.fileName.endsWith('/')) {
    await mkdir(target, { recursive: true })
    return
  }
  await mkdir(path.dirname(target), { recursive: true })
  const content = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
  const mode = entry.externalFileAttributes >>> 16
  if ((mode & fileTypeMask) === symlinkType) await symlink(await text(content), target)
  else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }))
}
