/** Keeps a draft with the machine within a second of the last key: waits for a pause, sends one at a time, the newest last. */
import type { Instant } from '../../shared/case/ids.ts'

/** A pause this long between keys is when a draft is kept; someone who never pauses is kept at MOST_WAIT_MS. */
const PAUSE_MS = 400
const MOST_WAIT_MS = 800
const TRY_AGAIN_MS = 3000

export type DraftStatus =
  | { is: 'kept'; at: Instant }
  /** The machine could not keep it; it is tried again by itself. */
  | { is: 'failed'; error: unknown }

export type DraftKeeper<D> = {
  /** Says that this is what stands in the form now. */
  change(draft: D): void
  /** Sends at once what is not kept yet; settled when the machine has answered. Never rejects. */
  flush(): Promise<void>
  /** Keeps nothing any more (the draft becomes an act, or is dropped). Settled when no keep is under way. */
  stop(): Promise<void>
  /** Keeps again: the act was refused. */
  resume(): void
}

export function makeDraftKeeper<D>(
  keep: (draft: D) => Promise<{ keptAt: Instant }>,
  tell: (status: DraftStatus) => void,
): DraftKeeper<D> {
  let waiting: { draft: D; since: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined
  let stopped = false

  function plan(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }

  async function send(): Promise<void> {
    clearTimeout(timer)
    if (sending !== undefined) {
      await sending
      return send()
    }
    if (waiting === undefined || stopped) return
    const { draft } = waiting
    waiting = undefined
    sending = keep(draft)
      .then(({ keptAt }) => {
        if (!stopped && waiting === undefined) tell({ is: 'kept', at: keptAt })
      })
      .catch((error: unknown) => {
        if (stopped) return
        waiting ??= { draft, since: Date.now() }
        tell({ is: 'failed', error })
        plan(TRY_AGAIN_MS)
      })
      .finally(() => {
        sending = undefined
      })
    await sending
  }

  return {
    change(draft) {
      const since = waiting?.since ?? Date.now()
      waiting = { draft, since }
      plan(Math.max(0, Math.min(PAUSE_MS, since + MOST_WAIT_MS - Date.now())))
    },
    flush: send,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await sending
    },
    resume() {
      stopped = false
      if (waiting !== undefined) plan(0)
    },
  }
}
