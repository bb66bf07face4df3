/** Waits at the bureau for something new in the hall: what others do, such as urging somebody, is here within a second or two and not
 *  with the next upload. Where it fails it ends, and begins again when the bureau is reached the next time. */
import type { BureauClient } from './http.ts'

export type ListenerOptions = {
  client: Pick<BureauClient, 'call'>
  /** Somebody is here to be told. */
  isAsked(): boolean
  changed(): Promise<void>
  /** The own book's last record and digest, which the bureau holds against its copy. */
  book(): { seq: number; digest: string }
  report(error: unknown): void
}

/** Longer than the bureau lets anybody wait. */
const LISTEN_MS = 40_000

export function makeListener({ client, isAsked, changed, book, report }: ListenerOptions): {
  /** Does nothing while it listens. */
  begin(): void
  close(): void
} {
  const stopping = new AbortController()
  let listening = false
  let heard: number | null = null

  const listen = async () => {
    while (isAsked() && !stopping.signal.aborted) {
      const limits = { timeoutMs: LISTEN_MS, signal: stopping.signal }
      const reply = await client.call('POST /v1/listen', { position: heard, book: book() }, limits)
      if (!reply.ok) return
      const { position } = reply.value
      // At first too: something may have come between what the page was told last and this.
      if (position !== heard) await changed()
      heard = position
    }
  }
  return {
    begin: () => {
      if (listening) return
      listening = true
      heard = null
      listen()
        .catch(report)
        .finally(() => {
          listening = false
        })
    },
    close: () => stopping.abort(),
  }
}
