/** Asks the bureau on the page's behalf: the next page of what it knows, and what is not cached here. */
import type { z } from 'zod'
import type { Cursor, PullPage } from '../../shared/contract/views.ts'
import type { BureauClient, Reply, RouteInput, RouteOutput } from './http.ts'

type CursorOf = z.infer<typeof Cursor> | null

export interface Puller {
  /** The next page, or null when the bureau cannot be reached. */
  pull(cursor: CursorOf, limit: number): Promise<PullPage | null>
  /** Is there anything after what the page last pulled? Tells the page if so. */
  poll(): Promise<void>
  /** Asks something that is not kept; null when the bureau cannot be reached within three seconds. */
  ask<N extends AskRoute>(route: N, input: RouteInput<N>): Promise<RouteOutput<N> | null>
}
type AskRoute = 'POST /v1/find' | 'POST /v1/case-events' | 'POST /v1/counts' | 'POST /v1/visits'

export type PullOptions = {
  client: Pick<BureauClient, 'call'>
  /** The signed-in person's token. */
  token(): string | undefined
  /** The bureau no longer takes this token. */
  refused(token: string): void
  /** What came is read by others too, before the page has it. */
  pulled(page: PullPage): void
  /** There is something new for the page. */
  news(): void
  /** What was asked got no answer: the line may be gone. */
  unreachable(): void
  /** Where the page stood when it last said so. */
  lastCursor: CursorOf
}

const PULL_MS = 20_000
const ASK_MS = 3000

export function makePuller(options: PullOptions): Puller {
  const { client } = options
  let cursor = options.lastCursor

  /** The answer, noticing a token that is no longer taken. */
  const call = async <N extends AskRoute | 'POST /v1/pull'>(
    route: N,
    input: RouteInput<N>,
    timeoutMs: number,
  ): Promise<Reply<RouteOutput<N>>> => {
    const token = options.token()
    const reply = await client.call(route, input, { timeoutMs, token })
    const ended = !reply.ok && reply.failure.kind === 'bureau' && reply.failure.code === 'signInFirst'
    if (ended && token !== undefined) options.refused(token)
    return reply
  }

  return {
    pull: async (from, limit) => {
      cursor = from
      const reply = await call('POST /v1/pull', { cursor: from, limit }, PULL_MS)
      if (!reply.ok) return null
      cursor = reply.value.cursor
      options.pulled(reply.value)
      return reply.value
    },
    poll: async () => {
      if (options.token() === undefined) return
      const reply = await call('POST /v1/pull', { cursor, limit: 1 }, PULL_MS)
      if (!reply.ok) return
      const { restart, entries, verdicts } = reply.value
      if (restart || entries.length > 0 || verdicts.length > 0) options.news()
    },
    ask: async (route, input) => {
      const reply = await call(route, input, ASK_MS)
      if (!reply.ok && reply.failure.kind === 'offline') options.unreachable()
      return reply.ok ? reply.value : null
    },
  }
}
