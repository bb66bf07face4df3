/** Up to when this terminal has all that the bureau had: what was fetched counts once the page's cache has applied it. Kept beside
 *  the book, because the next start may have nobody to ask. */
import { z } from 'zod'
import { Instant } from '../../shared/case/ids.ts'
import { type Cursor, sameCursor } from '../../shared/contract/views.ts'

export const KeptSynced = z.strictObject({ at: Instant.nullable() })
export type KeptSynced = z.infer<typeof KeptSynced>

export interface Synced {
  /** Null where nobody knows. */
  readonly at: Instant | null
  /** The cache has applied all up to here; null: it has nothing of the bureau's, or begins again. */
  standsAt(cursor: Cursor | null): void
  /** Up to here is all that the bureau had at that time. */
  complete(cursor: Cursor | null, at: Instant): void
}

export type SyncedOptions = {
  /** What an earlier run kept, and where the cache stood when it last said so. */
  before: Instant | null
  cursor: Cursor | null
  keep(known: KeptSynced): void
}

/** The bureau is asked every half minute: so much too early is what a crash may leave, and it spares the disk. */
const KEEP_AGAIN_MS = 60_000

export function watchSynced({ before, cursor, keep }: SyncedOptions): Synced {
  let stands = cursor
  let at = cursor === null ? null : before
  let kept = before
  let fetched: { cursor: Cursor; at: Instant } | undefined

  const keepSoon = () => {
    const passed = at === null || kept === null ? Number.NaN : Date.parse(at) - Date.parse(kept)
    if (at === kept || (passed >= 0 && passed < KEEP_AGAIN_MS)) return
    kept = at
    keep({ at })
  }
  const settle = () => {
    if (stands === null) at = null
    else if (fetched !== undefined && sameCursor(stands, fetched.cursor)) at = fetched.at
    keepSoon()
  }
  return {
    get at() {
      return at
    },
    standsAt: (next) => {
      stands = next
      // What was on its way to a cache that begins again is not in it.
      if (next === null) fetched = undefined
      settle()
    },
    complete: (upTo, when) => {
      fetched = upTo === null ? undefined : { cursor: upTo, at: when }
      settle()
    },
  }
}
