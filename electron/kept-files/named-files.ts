/** Which kept files acts have named, and which of them the bureau has: a small mark for each, written before the act is. */
import { join } from 'node:path'
import type { ActId } from '../../shared/case/ids.ts'
import { codeOf, type Disk, realDisk } from '../disk/disk.ts'
import { readWhole, UNFINISHED, writeWhole } from '../disk/files.ts'

export interface NamedFiles {
  /** Marks them as named by this act: on the disk when it returns. The act is written after it, or not at all. */
  name(files: readonly string[], act: ActId): void
  /** Named by an act that stands, and not at the bureau yet. */
  waiting(): string[]
  /** The bureau, in this life of it, has these. */
  sent(files: readonly string[]): void
  /** A restored bureau may have lost what it had: in another life all of them wait again. */
  liveIn(incarnation: string): void
}

export type NamedFilesOptions = {
  readonly dir: string
  /** Does this act stand in the ledger? Open the ledger first. */
  readonly stands: (act: ActId) => boolean
  readonly disk?: Disk
}

export function openNamedFiles({ dir, stands, disk = realDisk }: NamedFilesOptions): NamedFiles {
  const [waitingDir, sentDir, lifeFile] = [join(dir, 'waiting'), join(dir, 'sent'), join(dir, 'life')]
  for (const folder of [dir, waitingDir, sentDir]) disk.makeFolder(folder)
  for (const name of disk.list(waitingDir)) if (name.endsWith(UNFINISHED)) disk.remove(join(waitingDir, name))
  let life = readWhole(lifeFile, disk)?.toString('utf8')
  const waiting = new Map<string, ActId[]>()
  for (const sha256 of disk.list(waitingDir)) {
    const acts = actsIn(readWhole(join(waitingDir, sha256), disk))
    // The program ended between the mark and the act, which never was.
    if (acts.length > 0 && !acts.some(stands)) disk.remove(join(waitingDir, sha256))
    else waiting.set(sha256, acts)
  }
  const sent = new Set(disk.list(sentDir))

  const moveTo = (folder: string, from: string, files: readonly string[]) => {
    for (const sha256 of files) disk.rename(join(from, sha256), join(folder, sha256))
    disk.syncFolder(folder)
    disk.syncFolder(from)
  }

  return {
    name(files, act) {
      for (const sha256 of files) {
        if (sent.has(sha256)) continue
        const acts = [...new Set([...(waiting.get(sha256) ?? []), act])]
        writeWhole(join(waitingDir, sha256), Buffer.from(acts.join('\n')), disk)
        waiting.set(sha256, acts)
      }
    },
    waiting: () => [...waiting].flatMap(([sha256, acts]) => (acts.length === 0 || acts.some(stands) ? [sha256] : [])),
    sent(files) {
      const now = files.filter((sha256) => waiting.has(sha256))
      if (now.length === 0) return
      moveTo(sentDir, waitingDir, now)
      for (const sha256 of now) {
        waiting.delete(sha256)
        sent.add(sha256)
      }
    },
    liveIn(incarnation) {
      if (life === incarnation) return
      // First the files: ended in between, they are asked about once more.
      if (sent.size > 0) moveTo(waitingDir, sentDir, [...sent])
      for (const sha256 of sent) waiting.set(sha256, actsIn(readWhole(join(waitingDir, sha256), disk)))
      sent.clear()
      writeWhole(lifeFile, Buffer.from(incarnation), disk)
      life = incarnation
    },
  }
}

/** Every file that some act at this machine has named, under whatever number the machine was enrolled. */
export function namedAnywhere(dataDir: string): Set<string> {
  const folders = realDisk.list(dataDir).filter((name) => name.startsWith('terminal-'))
  return new Set(folders.flatMap((name) => namedBeside(join(dataDir, name))))
}

/** Every file that acts under one number have named, sent or not. */
export function namedBeside(terminalDir: string): string[] {
  return ['waiting', 'sent'].flatMap((state) => {
    try {
      return realDisk.list(join(terminalDir, 'files', state)).filter((name) => !name.endsWith(UNFINISHED))
    } catch (error) {
      // Enrolled before there were files.
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  })
}

/** One act to a line; none where nobody can tell any more, and then the file counts as named. */
function actsIn(mark: Buffer | undefined): ActId[] {
  return (mark?.toString('utf8') ?? '').split('\n').filter((line) => line !== '') as ActId[]
}
