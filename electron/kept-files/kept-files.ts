/** Files beside the forms (扫描件、照片): sealed, found by the hash of their bytes, on the disk before anything names them. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type FileFault, type KeptFile, kindOfFile } from '../../shared/item/kept-file.ts'
import { codeOf, type Disk, realDisk } from '../disk/disk.ts'
import { keepAside, readWhole, UNFINISHED, writeWhole } from '../disk/files.ts'
import { seal, unseal } from '../keys/sealed.ts'

const ENDING = '.kept'

export type KeptAnswer = { ok: true; value: KeptFile } | { ok: false; refusal: { why: FileFault | 'diskFull' } }

export interface KeptFiles {
  /** On the disk when this says ok. The same bytes again are the same file. Throws what else the disk says. */
  keep(name: string, bytes: Uint8Array): KeptAnswer
  has(sha256: string): boolean
  /** Undefined where there is none. One that does not open, or holds something else, is put aside and never deleted. */
  read(sha256: string): Buffer | undefined
  /** Lets go of what neither an act nor a draft ever named: the form was given up, or the program ended before its draft was kept. */
  sweep(isNamed: (sha256: string) => boolean): void
}

export type KeptFilesOptions = {
  readonly dir: string
  /** subkey(dataKey, 'files') */
  readonly key: Buffer
  /** Below it nothing is kept any more: the ledger needs the rest. */
  readonly minimumFreeBytes: number
  /** Hears where a file that does not open has been put. */
  readonly unreadable: (keptAside: string) => void
  readonly disk?: Disk
}

export function openKeptFiles(options: KeptFilesOptions): KeptFiles {
  const { dir, key, minimumFreeBytes, unreadable, disk = realDisk } = options
  disk.makeFolder(dir)
  for (const name of disk.list(dir)) if (name.endsWith(UNFINISHED)) disk.remove(join(dir, name))
  const here = new Set(disk.list(dir).flatMap((name) => (name.endsWith(ENDING) ? [name.slice(0, -ENDING.length)] : [])))
  const pathOf = (sha256: string) => join(dir, sha256 + ENDING)

  const read = (sha256: string): Buffer | undefined => {
    if (!here.has(sha256)) return undefined
    const bytes = readKeptFile(dir, key, sha256, disk)
    if (bytes !== undefined) return bytes
    here.delete(sha256)
    if (disk.list(dir).includes(sha256 + ENDING)) unreadable(keepAside(pathOf(sha256), join(dir, 'aside'), disk))
    return undefined
  }

  return {
    keep(name, bytes) {
      const found = kindOfFile(bytes)
      if ('fault' in found) return { ok: false, refusal: { why: found.fault } }
      const sha256 = hashOf(bytes)
      if (read(sha256) === undefined) {
        if (disk.freeBytes(dir) - bytes.length < minimumFreeBytes) return { ok: false, refusal: { why: 'diskFull' } }
        try {
          writeWhole(pathOf(sha256), seal(key, purposeOf(sha256), bytes), disk)
        } catch (error) {
          if (codeOf(error) === 'ENOSPC') return { ok: false, refusal: { why: 'diskFull' } }
          throw error
        }
        here.add(sha256)
      }
      return { ok: true, value: { name: shortName(name), sha256, bytes: bytes.length, type: found.kind } }
    },
    has: (sha256) => here.has(sha256),
    read,
    sweep(isNamed) {
      for (const sha256 of here) {
        if (isNamed(sha256)) continue
        disk.remove(pathOf(sha256))
        here.delete(sha256)
      }
    },
  }
}

/** Undefined where there is none, or none that opens as what its name says. */
export function readKeptFile(dir: string, key: Buffer, sha256: string, disk: Disk = realDisk): Buffer | undefined {
  const sealed = readWhole(join(dir, sha256 + ENDING), disk)
  const bytes = sealed === undefined ? undefined : unseal(key, purposeOf(sha256), sealed)
  return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined
}

/** Binds a file to its name: one cannot be put in another's place. */
function purposeOf(sha256: string): string {
  return `file ${sha256}`
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Without the folders before it and what no screen can show; as long as the contract takes. */
function shortName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cs}]/gu, '').trim()
  return [...plain].slice(-100).join('') || '未命名'
}
