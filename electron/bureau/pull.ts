/** Asks the bureau on the page's behalf: the next page of what it knows, and what is not cached here. */
import type { Editions } from '../../shared/case/events/intake.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Problem } from '../../shared/contract/routes.ts'
import type { Cursor, NotHeard, NotTold, PublishOutcome, PullPage } from '../../shared/contract/views.ts'
import type { BureauClient, Failure, Reply, RouteInput, RouteOutput } from './http.ts'
import type { Synced } from './synced.ts'

export interface Puller {
  /** The next page, or null when the bureau cannot be reached. */
  pull(cursor: Cursor | null, limit: number): Promise<PullPage | null>
  /** Is there anything after what the page last pulled? Tells the page if so. */
  poll(): Promise<void>
  /** Asks something that is not kept; null when the bureau gives no answer within some seconds. */
  ask<N extends AskRoute>(route: N, input: RouteInput<N>): Promise<RouteOutput<N> | null>
  /** The same for whoever wants to know why there is no answer. */
  hear<N extends AskRoute>(route: N, input: RouteInput<N>): Promise<RouteOutput<N> | NotHeard>
  /** Tells the bureau to do what a person asks; what it says, or why it was not told. */
  tell<N extends TellRoute>(route: N, input: RouteInput<N>): Promise<RouteOutput<N> | NotTold>
  /** The rows of an export: waited for longer, until it is stopped. */
  reach<N extends ExportRoute>(
    route: N,
    input: RouteInput<N>,
    signal: AbortSignal,
  ): Promise<{ ok: true; value: RouteOutput<N> } | NotTold>
  /** Publishes what a person asks to. */
  publish<N extends PublishRoute>(route: N, input: RouteInput<N>): Promise<PublishOutcome>
}
type AskRoute =
  | 'POST /v1/find'
  | 'POST /v1/case-events'
  | 'POST /v1/counts'
  | 'POST /v1/figures'
  | 'POST /v1/figure-cases'
  | 'POST /v1/day-checks'
  | 'POST /v1/exports'
  | 'POST /v1/closes'
  | 'POST /v1/close'
  | 'POST /v1/audits'
  | 'POST /v1/audit'
  | 'POST /v1/audit-case'
  | 'POST /v1/stock'
  | 'GET /v1/halls'
  | 'GET /v1/own-ratings'
  | 'POST /v1/case-tasks'
  | 'POST /v1/visits'
  | 'POST /v1/file'
  | 'POST /v1/affected-by-item'
  | 'POST /v1/affected-by-calendar'
  | 'GET /v1/stand-ins'
  | 'GET /v1/books'
  | 'POST /v1/verify-book'
  | 'POST /v1/openings'
  | 'POST /v1/week'
  | 'POST /v1/month-compare'
  | 'POST /v1/month-cases'
  | 'GET /v1/lessons'
type TellRoute =
  | 'POST /v1/plan-entry'
  | 'POST /v1/sign-week'
  | 'POST /v1/name-stand-in'
  | 'POST /v1/end-stand-in'
  | 'POST /v1/give-number'
  | 'POST /v1/take-number'
  | 'POST /v1/sign-close'
  | 'POST /v1/audit-draw'
  | 'POST /v1/audit-act'
type ExportRoute = 'POST /v1/export-begin' | 'POST /v1/export-text' | 'POST /v1/export-cases' | 'POST /v1/figures'
type PublishRoute = 'POST /v1/publish-item' | 'POST /v1/publish-calendar'

export type PullOptions = {
  client: Pick<BureauClient, 'call'>
  /** The signed-in person's token. */
  token(): string | undefined
  /** The bureau no longer takes this token. */
  refused(token: string): void
  /** What came is read by others too, before the page has it. */
  pulled(page: PullPage): void
  /** What cases are made under now, as the bureau says. */
  current(editions: Editions): void
  /** There is something new for the page. */
  news(): void
  /** What was asked got no answer: the line may be gone. */
  unreachable(): void
  /** Where the page stood when it last said so. */
  lastCursor: Cursor | null
  synced: Pick<Synced, 'standsAt' | 'complete'>
  now(): Instant
}

const PULL_MS = 20_000
const ASK_MS = 3000
const TELL_MS = 10_000
/** Every running case is looked at, years are added up, or a large file comes over the line. */
const SLOW_MS = 30_000
const slow = new Set<AskRoute>([
  'POST /v1/verify-book',
  'POST /v1/openings',
  'POST /v1/affected-by-item',
  'POST /v1/affected-by-calendar',
  'POST /v1/figures',
  'POST /v1/file',
  'POST /v1/week',
  'POST /v1/month-compare',
  'POST /v1/month-cases',
])
/** What of the bureau's refusals is not about the question itself. */
const whyNotHeard: { [C in Problem['code']]?: NotHeard['why'] } = {
  forbidden: 'forbidden',
  signInFirst: 'signInAgain',
  unavailable: 'unreachable',
  tooMany: 'unreachable',
}
const PUBLISH_MS = 120_000

export function makePuller(options: PullOptions): Puller {
  const { client, synced } = options
  let cursor = options.lastCursor
  /** The tasks as the page last had them: one may come, or be over, with nothing new on any case. */
  let tasks: string | undefined
  /** The page has fetched something that nobody was told of. */
  let untold = false

  /** The answer, noticing a token that is no longer taken. */
  const call = async <N extends AskRoute | TellRoute | ExportRoute | PublishRoute | 'POST /v1/pull'>(
    route: N,
    input: RouteInput<N>,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<Reply<RouteOutput<N>>> => {
    const token = options.token()
    const reply = await client.call(route, input, { timeoutMs, token, signal })
    const ended = !reply.ok && reply.failure.kind === 'bureau' && reply.failure.code === 'signInFirst'
    if (ended && token !== undefined) options.refused(token)
    return reply
  }

  return {
    pull: async (from, limit) => {
      cursor = from
      synced.standsAt(from)
      const asked = options.now()
      const reply = await call('POST /v1/pull', { cursor: from, limit }, PULL_MS)
      if (!reply.ok) return null
      cursor = reply.value.cursor
      if (reply.value.tasks !== null) tasks = JSON.stringify(reply.value.tasks)
      if (reply.value.editions !== undefined) options.current(reply.value.editions)
      // Counted anew, the page begins again with its next question.
      if (!reply.value.more && !reply.value.restart) synced.complete(reply.value.cursor, asked)
      options.pulled(reply.value)
      untold ||= reply.value.entries.length + reply.value.verdicts.length > 0
      // It may have come before anybody looked whether there is something: whoever asked the bureau meanwhile asks again.
      if (!reply.value.more && untold) {
        untold = false
        options.news()
      }
      return reply.value
    },
    poll: async () => {
      if (options.token() === undefined) return
      const [from, asked] = [cursor, options.now()]
      const reply = await call('POST /v1/pull', { cursor: from, limit: 1 }, PULL_MS)
      if (!reply.ok) return
      const { restart, entries, verdicts, editions } = reply.value
      const told = tasks !== undefined && reply.value.tasks !== null && JSON.stringify(reply.value.tasks) !== tasks
      if (editions !== undefined) options.current(editions)
      if (restart || entries.length > 0 || verdicts.length > 0 || told) options.news()
      else synced.complete(from, asked)
    },
    ask: async (route, input) => {
      const reply = await call(route, input, slow.has(route) ? SLOW_MS : ASK_MS)
      if (!reply.ok && reply.failure.kind === 'offline') options.unreachable()
      return reply.ok ? reply.value : null
    },
    hear: async (route, input) => {
      const reply = await call(route, input, slow.has(route) ? SLOW_MS : ASK_MS)
      return reply.ok ? reply.value : notHeard(reply.failure)
    },
    tell: async (route, input) => {
      const reply = await call(route, input, TELL_MS)
      return reply.ok ? reply.value : notTold(reply.failure)
    },
    reach: async (route, input, signal) => {
      const reply = await call(route, input, SLOW_MS, signal)
      return reply.ok ? reply : notTold(reply.failure)
    },
    publish: async (route, input) => {
      const reply = await call(route, input, PUBLISH_MS)
      // Both routes answer alike; which one it was is no longer known to the compiler.
      if (reply.ok) return reply.value as PublishOutcome
      const { ok, why } = notTold(reply.failure)
      return { ok, why: why === 'forbidden' ? 'notAdmin' : why }
    },
  }

  function notHeard(failure: Failure): NotHeard {
    if (failure.kind === 'offline') options.unreachable()
    const unreachable = failure.kind === 'offline' ? 'unreachable' : undefined
    const why = failure.kind === 'bureau' ? whyNotHeard[failure.code] : unreachable
    return { ok: false, why: why ?? 'bad' }
  }

  function notTold(failure: Failure): NotTold {
    if (failure.kind === 'offline') options.unreachable()
    const code = failure.kind === 'bureau' ? failure.code : undefined
    const why = code === 'forbidden' ? 'forbidden' : code === 'signInFirst' ? 'signInAgain' : 'unreachable'
    return { ok: false, why }
  }
}
