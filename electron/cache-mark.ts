/** What the page's cache had applied when it last said so, kept outside IndexedDB: a cache that was wiped is noticed by it. */
import path from 'node:path'
import { z } from 'zod'
import { Cursor } from '../shared/contract/views.ts'
import { jsonFile } from './disk/json-file.ts'

export const CacheMark = z.strictObject({ applied: z.int().min(0), cursor: Cursor.nullable() })
export type CacheMark = z.infer<typeof CacheMark>

export interface CacheMarkKeeper {
  readonly mark: CacheMark | undefined
  /** Written within a second: one that a crash kept behind is no harm, the cache is ahead of it then. */
  keep(mark: CacheMark): void
  close(): void
}

const SOON_MS = 1000

export function openCacheMark(
  dataDir: string,
  { unreadable, report }: { unreadable(keptAside: string): void; report(error: unknown, where: string): string },
): CacheMarkKeeper {
  const file = jsonFile(path.join(dataDir, 'cache-mark.json'), CacheMark, unreadable)
  let mark = file.read()
  let timer: NodeJS.Timeout | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    try {
      if (mark !== undefined) file.write(mark)
    } catch (error) {
      report(error, 'cache.mark')
    }
  }
  return {
    get mark() {
      return mark
    },
    keep: (next) => {
      mark = next
      timer ??= setTimeout(write, SOON_MS)
    },
    close: () => {
      if (timer !== undefined) write()
    },
  }
}
