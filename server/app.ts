/** The bureau's HTTP server: routes made from the contract, each parsed at the door; errors in one shape. */
import { randomBytes } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Problem, type RouteName, type Routes, routes } from '../shared/contract/routes.ts'
import { type Bureau, publishedFor } from './bureau.ts'
import { judgeTerminal } from './judging.ts'
import { readToken, signIn } from './people.ts'
import { caseEvents, counts, find, pull } from './pull.ts'
import { mark, take } from './take.ts'
import { enrol, verifyRequest } from './terminals.ts'

/** Who asks: a terminal, and the person working at it where one is needed. */
type Caller = { terminal: number; hall: string; person: string | undefined }
type Handler<N extends RouteName> = (
  input: z.output<Routes[N]['input']>,
  caller: Caller,
) => Promise<z.input<Routes[N]['output']>>

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: Problem['code'],
    detail: string,
  ) {
    super(detail)
  }
}

/** Routes that somebody must have signed in for. */
const forPeople = new Set<RouteName>(['POST /v1/find', 'POST /v1/case-events', 'POST /v1/counts'])
const bodyLimit = 16 * 1024 * 1024

/** The server over an open bureau; the caller listens and closes. */
export async function makeApp(
  bureau: Bureau,
  tls: { key: string; cert: string } | null = null,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit,
    requestTimeout: 60_000,
    ...(tls === null ? {} : { https: tls }),
  }) as unknown as FastifyInstance
  await app.register(rateLimit, {
    max: 1200,
    timeWindow: '1 minute',
    keyGenerator: (request) => terminalOf(request) ?? request.ip,
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-bureau-time', bureau.now().toISOString())
  })
  app.addHook('onResponse', async (request, reply) => {
    bureau.log.info(
      { route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => problem(bureau, reply, error))
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send({ code: 'notFound', detail: 'no such route', incident: null } satisfies Problem),
  )
  app.get('/health', async () => ({ alive: true }))
  app.get('/ready', async () => {
    await sql`select 1`.execute(bureau.db)
    return { ready: bureau.known.calendar !== null && bureau.known.catalogues.length > 0 }
  })
  const handlers = makeHandlers(bureau)
  for (const name of Object.keys(routes) as RouteName[]) {
    const [method, url] = name.split(' ') as [string, string]
    app.route({
      method,
      url,
      handler: (request) => answer(bureau, name, handlers[name] as Handler<RouteName>, request),
    })
  }
  return app
}

function makeHandlers(bureau: Bureau): { [N in RouteName]: Handler<N> } {
  return {
    'POST /v1/enrol': (input) => enrol(bureau, input),
    'POST /v1/sign-in': (input, { terminal }) => signIn(bureau, terminal, input),
    'GET /v1/published': async (_, { hall }) => {
      const published = publishedFor(bureau.known, hall)
      if (published === undefined) throw new Refused(503, 'unavailable', 'nothing is published for this hall yet')
      return published
    },
    'GET /v1/mark': (_, { terminal }) => mark(bureau, terminal),
    'POST /v1/records': async ({ records }, { terminal }) => {
      const taken = await take(bureau, terminal, records)
      await judgeTerminal(bureau, terminal)
      return taken
    },
    'POST /v1/pull': ({ cursor, limit }, { terminal, hall }) => pull(bureau, terminal, hall, cursor, limit),
    'POST /v1/find': (by, { hall }) => find(bureau, hall, by),
    'POST /v1/case-events': ({ case: id }, { hall }) => caseEvents(bureau, hall, id),
    'POST /v1/counts': ({ day }, { hall }) => counts(bureau, hall, day),
  }
}

async function answer(
  bureau: Bureau,
  name: RouteName,
  handler: Handler<RouteName>,
  request: FastifyRequest,
): Promise<unknown> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const caller =
    name === 'POST /v1/enrol' ? { terminal: 0, hall: '', person: undefined } : await callerOf(bureau, request, body)
  if (forPeople.has(name) && caller.person === undefined)
    throw new Refused(401, 'signInFirst', 'somebody must have signed in at this terminal')
  let given: unknown = null
  try {
    if (body.length > 0) given = JSON.parse(body.toString('utf8'))
  } catch {
    throw new Refused(400, 'badRequest', 'the body is not JSON')
  }
  const parsed = routes[name].input.safeParse(given)
  if (!parsed.success)
    throw new Refused(
      400,
      'badRequest',
      parsed.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .join('; ')
        .slice(0, 500),
    )
  return handler(parsed.data as never, caller)
}

async function callerOf(bureau: Bureau, request: FastifyRequest, body: Buffer): Promise<Caller> {
  const signed = request.headers['x-terminal']
  if (typeof signed !== 'string') throw new Refused(401, 'badSignature', 'the request is not signed by a terminal')
  const verified = await verifyRequest(bureau, signed, { method: request.method, path: request.url, body })
  if (!verified.ok) throw new Refused(verified.why === 'terminalStopped' ? 403 : 401, verified.why, verified.why)
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const person = bearer === undefined ? undefined : await readToken(bureau, verified.terminal, bearer)
  return { terminal: verified.terminal, hall: verified.hall, person }
}

function terminalOf(request: FastifyRequest): string | undefined {
  const signed = request.headers['x-terminal']
  return typeof signed === 'string' ? signed.split('.')[1]?.slice(0, 40) : undefined
}

function problem(bureau: Bureau, reply: FastifyReply, error: Error & { statusCode?: number }): FastifyReply {
  const send = (status: number, code: Problem['code'], detail: string, incident: string | null = null) =>
    reply.status(status).send({ code, detail, incident } satisfies Problem)
  if (error instanceof Refused) return send(error.status, error.code, error.message)
  if (error.statusCode === 413) return send(413, 'tooLarge', 'the body is too large')
  if (error.statusCode === 429) return send(429, 'tooMany', 'too many requests, wait a little')
  if (error.statusCode !== undefined && error.statusCode < 500)
    return send(error.statusCode, 'badRequest', 'the request cannot be read')
  const incident = randomBytes(2).toString('hex').toUpperCase()
  bureau.log.error({ incident, error: error.message, stack: error.stack }, 'a request failed')
  return send(500, 'failed', 'the bureau failed; tell the administrator the incident', incident)
}
