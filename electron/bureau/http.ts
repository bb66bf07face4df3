/** The only way out to the network: asks the bureau what a route allows, signed by this terminal, and parses what comes back. */
import { createHash } from 'node:crypto'
import type { Agent, Dispatcher } from 'undici'
import type { z } from 'zod'
import { Instant } from '../../shared/case/ids.ts'
import { Problem, type RouteName, type Routes, routes } from '../../shared/contract/routes.ts'

export type RouteInput<N extends RouteName> = z.input<Routes[N]['input']>
export type RouteOutput<N extends RouteName> = z.output<Routes[N]['output']>

/** Why there is no answer. `offline`: nobody answered, try again · `bureau`: it answered no · `strange`: not in the words agreed on. */
export type Failure =
  | { kind: 'offline'; cause: 'unreachable' | 'timeout' | 'aborted' | 'certificate' }
  | { kind: 'bureau'; status: number; code: Problem['code'] }
  | { kind: 'strange'; detail: string }
export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** Signs what a request says of itself; `body` is the SHA-256 (base64url) of the exact bytes sent. */
export type SignRequest = (claim: { method: string; path: string; body: string }) => Promise<string>

/** One answer's own time: when it was asked and came (ms of a clock that only goes forward), and what the bureau's clock said. */
export type TimeHeard = { asked: number; heard: number; bureau: Instant }

export type CallOptions = {
  timeoutMs: number
  signal?: AbortSignal | undefined
  /** The signed-in person's token. */
  token?: string | undefined
  /** Somebody waits for the answer: what is kept back for the page's sake is not kept back from who uses it. */
  atOnce?: boolean
}

export interface BureauClient {
  call<N extends RouteName>(route: N, input: RouteInput<N>, options: CallOptions): Promise<Reply<RouteOutput<N>>>
  close(): Promise<void>
}

export type BureauClientOptions = {
  /** The bureau's address; the routes are below it. */
  bureau: string
  /** The certificate (PEM) pinned at enrolment; null: those the system trusts. */
  certificate: string | null
  /** Null before enrolment. */
  sign: SignRequest | null
  monotonic(): number
  /** Nothing is asked before that nobody waits for; at once when not given. */
  after?: Promise<unknown> | undefined
  heard?(time: TimeHeard): void
}

const MOST_ANSWER_BYTES = 64 * 1024 * 1024

/** Nothing is sent until it is asked something. */
export function makeBureauClient(options: BureauClientOptions): BureauClient {
  const base = new URL(options.bureau)
  let line: Promise<Line> | undefined
  let { after } = options
  return {
    call: async (route, input, call) => {
      try {
        return await ask(route, input, call)
      } catch (error) {
        // A bureau that began anew has closed the lines kept to it, and the first to speak into one finds out.
        if (!isHungUp(error) || !harmlessTwice(route) || call.signal?.aborted)
          return { ok: false, failure: failureOf(error, call.signal) }
      }
      return ask(route, input, call).catch((error: unknown) => ({ ok: false, failure: failureOf(error, call.signal) }))
    },
    close: async () => (await line)?.agent.destroy(),
  }

  async function ask<N extends RouteName>(
    route: N,
    input: RouteInput<N>,
    { timeoutMs, signal, token, atOnce }: CallOptions,
  ): Promise<Reply<RouteOutput<N>>> {
    if (after !== undefined && atOnce !== true) await unlessAborted(after, signal)
    after = undefined
    const [method, path] = route.split(' ') as ['GET' | 'POST', string]
    const body = method === 'GET' ? '' : JSON.stringify(input)
    const headers: Record<string, string> = method === 'GET' ? {} : { 'content-type': 'application/json' }
    if (options.sign !== null) headers['x-terminal'] = await options.sign({ method, path, body: digestOf(body) })
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    line ??= openLine(options.certificate)
    const { request, agent } = await line
    const limit = AbortSignal.timeout(timeoutMs)
    const asked = options.monotonic()
    const answer = await request(new URL(base.pathname.replace(/\/$/, '') + path, base), {
      method,
      headers,
      body: method === 'GET' ? null : body,
      dispatcher: agent,
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    })
    hearTime(answer, asked)
    const text = await answer.body.text()
    return answer.statusCode >= 400 ? refusal(answer.statusCode, text) : read(route, text)
  }

  function hearTime({ headers }: Dispatcher.ResponseData, asked: number): void {
    const bureau = Instant.safeParse(headers['x-bureau-time'])
    if (bureau.success) options.heard?.({ asked, heard: options.monotonic(), bureau: bureau.data })
  }
}

/** Whoever closes the desk before its page is drawn does not wait for that. */
async function unlessAborted(wait: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  const aborted = new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  await Promise.race([wait, aborted])
}

type Line = { request: typeof import('undici')['request']; agent: Agent }

/** Loaded with the first question: the sign-in page does not wait for it. */
async function openLine(certificate: string | null): Promise<Line> {
  const { Agent, request } = await import('undici')
  const agent = new Agent({
    connect: { timeout: 10_000, ...(certificate === null ? {} : { ca: certificate }) },
    keepAliveTimeout: 45_000,
    connections: 4,
    maxResponseSize: MOST_ANSWER_BYTES,
  })
  return { request, agent }
}

function read<N extends RouteName>(route: N, text: string): Reply<RouteOutput<N>> {
  const answer = routes[route].output.safeParse(parseJson(text))
  if (answer.success) return { ok: true, value: answer.data as RouteOutput<N> }
  const issue = answer.error.issues[0]
  return { ok: false, failure: { kind: 'strange', detail: `${issue?.path.map(String).join('.')} ${issue?.code}` } }
}

function refusal(status: number, text: string): Reply<never> {
  const problem = Problem.safeParse(parseJson(text))
  if (problem.success) return { ok: false, failure: { kind: 'bureau', status, code: problem.data.code } }
  // Something between the two answered, such as a proxy whose bureau is down.
  if (status >= 500) return { ok: false, failure: { kind: 'offline', cause: 'unreachable' } }
  return { ok: false, failure: { kind: 'strange', detail: `status ${status}` } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The other side closed the line, with the question perhaps read and perhaps not. */
function isHungUp(error: unknown): boolean {
  return /^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test((error as { code?: string }).code ?? '')
}

/** Whether the route may be asked again by itself: it reads, or a second time changes nothing. Passwords, also under
 *  a signature, codes and what people publish or name are for them to try again. */
function harmlessTwice(route: RouteName): boolean {
  return !/enrol|sign-|publish-|stand-in$/.test(route)
}

function failureOf(error: unknown, signal: AbortSignal | undefined): Failure {
  if (signal?.aborted) return { kind: 'offline', cause: 'aborted' }
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT') return { kind: 'offline', cause: 'timeout' }
  const certificate = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(code ?? '')
  return { kind: 'offline', cause: certificate ? 'certificate' : 'unreachable' }
}

function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url')
}
