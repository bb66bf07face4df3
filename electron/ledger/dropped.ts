/** Which segments were let go of, so that a missing one is not taken for a dropped one, and the chain still has its beginning. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Disk } from '../disk/disk.ts'
import { readWhole, writeWhole } from '../disk/files.ts'

const DroppedMark = z.strictObject({
  format: z.literal(1),
  /** Records up to here were backed up at the bureau and dropped here. */
  upTo: z.int().min(1),
  /** The digest after record `upTo`. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type DroppedMark = { readonly upTo: number; readonly digest: string }

const NAME = 'dropped.json'

/** undefined when nothing was ever dropped; `unreadable` when the mark is damaged. */
export function readDropped(dir: string, disk: Disk): DroppedMark | undefined | 'unreadable' {
  const bytes = readWhole(join(dir, NAME), disk)
  if (bytes === undefined) return undefined
  try {
    const { upTo, digest } = DroppedMark.parse(JSON.parse(bytes.toString('utf8')))
    return { upTo, digest }
  } catch {
    return 'unreadable'
  }
}

export function writeDropped(dir: string, mark: DroppedMark, disk: Disk): void {
  writeWhole(join(dir, NAME), Buffer.from(`${JSON.stringify({ format: 1, ...mark })}\n`), disk)
}
