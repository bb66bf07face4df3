/** The bureau's HTTP server: routes made from the contract, each parsed at the door. */
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { z } from 'zod'
import { dayOf } from '../shared/calendar/day.ts'
import type { PersonId } from '../shared/case/ids.ts'
import type { Only } from '../shared/contract/figures.ts'
import { type Problem, type RouteName, type Routes, routes } from '../shared/contract/routes.ts'
import { mayAsk } from '../shared/contract/who-may.ts'
import { overseers, type Role } from '../shared/people/role.ts'
import { readableFigures } from '../shared/people/whose-figures.ts'
import { affectedByItem } from './affected.ts'
import { caseEvents, dayCounts, findCases, stockOf } from './ask.ts'
import { actOnAudit, drawAudit } from './audit-act.ts'
import { auditCase, auditsOf, auditView } from './audits.ts'
import type { Bureau } from './bureau.ts'
import { signClose } from './close-sign.ts'
import { closeDays, closeView } from './closes.ts'
import { checksOf } from './day-checks.ts'
import { exportCases } from './export-cases.ts'
import { exportText } from './export-text.ts'
import { beginExport, exportsOf } from './exports.ts'
import { figureCases } from './figure-cases.ts'
import { figuresOf } from './figures.ts'
import { fileOfCase, missingFiles, takeFile } from './files.ts'
import { giveNumber, takeNumber } from './hall-queue.ts'
import { publishedFor } from './known.ts'
import { lessons } from './lessons.ts'
import { type Listeners, makeListeners } from './listeners.ts'
import { monthCases, monthFor } from './month-compare.ts'
import { openingsOf } from './openings.ts'
import { atNamedHall, holds, readableHalls, rolesOf } from './oversight.ts'
import { answerProblem, Refused } from './problem.ts'
import { affectedByCalendarText, publishCalendarText, publishItemText } from './publish-file.ts'
import { pull, type Reader } from './pull.ts'
import { ownRatings } from './ratings.ts'
import { readToken, signIn } from './sign-in.ts'
import { endStandIn, giverOf, nameStandIn, standInsFor } from './stand-ins.ts'
import { mark, receive } from './take.ts'
import { settledTasks } from './tasks.ts'
import { enrol, verifyRequest } from './terminals.ts'
import { booksOf, checkBookOf, keepReported, verifyBook } from './verify-books.ts'
import { visitsOf } from './visits.ts'
import { addToPlan, signWeek } from './week-words.ts'
import { type WeekReader, weekFor } from './weeks.ts'

/** Who asks: a terminal, and the person working at it where somebody has signed in. */
type Caller = Reader & { person: PersonId | undefined }
type Handlers = {
  [N in RouteName]: (
    input: z.output<Routes[N]['input']>,
    caller: Caller,
  ) => Promise<z.input<Routes[N]['output']>> | z.input<Routes[N]['output']>
}

const MB = 1024 * 1024
/** Records verified for one question: some seconds. */
const MOST_VERIFIED = 10_000
/** Only records and files are large. */
const bodyLimits: { [N in RouteName]?: number } = { 'POST /v1/records': 16 * MB, 'POST /v1/file-send': 28 * MB }
/** Requests a minute: of a terminal, and of an address for what guesses could be tried at. */
const MOST_OF_TERMINAL = 1200
const mostAMinute: { [N in RouteName]?: number } = {
  'POST /v1/enrol': 30,
  'POST /v1/sign-in': 60,
  'POST /v1/sign-close': 60,
  'POST /v1/sign-week': 60,
  'POST /v1/audit-act': 240,
}

/** The server over an open bureau; the caller listens and closes. */
export async function makeApp(
  bureau: Bureau,
  tls: { key: string; cert: string } | null = null,
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    bodyLimit: MB,
    requestTimeout: 60_000,
    connectionTimeout: 90_000,
    keepAliveTimeout: 60_000,
    ...(tls === null ? {} : { https: tls }),
  })
  await app.register(rateLimit, { max: MOST_OF_TERMINAL, timeWindow: '1 minute', keyGenerator: whoAsks })
  // The bytes as they came are what was signed.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-bureau-time', bureau.now().toISOString())
  })
  app.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime)
    bureau.log.info({ route: request.routeOptions.url, status: reply.statusCode, ms }, 'answered')
  })
  app.setErrorHandler((error: Error, _request, reply) => answerProblem(bureau.log, reply, error))
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send({ code: 'notFound', detail: 'no such route', incident: null } satisfies Problem),
  )
  app.get('/health', async () => ({ alive: true }))
  app.get('/ready', async (_request, reply) => {
    const database = await sql`select 1`.execute(bureau.db).then(
      () => true,
      () => false,
    )
    const published = bureau.known.calendar !== null && bureau.known.catalogues.length > 0
    return reply.status(database && published ? 200 : 503).send({ ready: database && published, database, published })
  })
  const listeners = makeListeners(bureau.db)
  app.addHook('preClose', async () => listeners.close())
  serveRoutes(app, bureau, makeHandlers(bureau, listeners))
  return app
}

function makeHandlers(bureau: Bureau, listeners: Listeners): Handlers {
  return {
    'POST /v1/enrol': (input) => enrol(bureau, input),
    'POST /v1/sign-in': (input, { terminal, hall }) => signIn(bureau, { no: terminal, hall }, input),
    'GET /v1/published': (_, { hall }) => {
      const published = publishedFor(bureau.known, hall)
      if (published === undefined) throw new Refused(503, 'unavailable', 'nothing is published for this hall yet')
      return published
    },
    'GET /v1/mark': (_, { terminal }) => mark(bureau, terminal),
    'POST /v1/records': ({ records }, { terminal }) => receive(bureau, terminal, records),
    'POST /v1/pull': ({ cursor, limit }, caller) => pull(bureau, caller, cursor, limit),
    'POST /v1/listen': async ({ position, book }, { hall, terminal }) => {
      if (book !== undefined) await keepReported(bureau, terminal, book)
      return { position: await listeners.wait(hall, position) }
    },
    'POST /v1/find': (asked, caller) => findCases(bureau, caller, asked),
    'POST /v1/case-events': ({ case: id }, caller) => caseEvents(bureau, caller, id),
    'POST /v1/counts': ({ day }, caller) =>
      dayCounts(bureau, caller, day, ownOnly(bureau, someone(caller).person, {}).person),
    'GET /v1/halls': (_, caller) => readableHalls(bureau, someone(caller).person),
    'POST /v1/figures': (asked, caller) =>
      figuresOf(bureau, caller.hall, { ...asked, only: ownOnly(bureau, someone(caller).person, asked.only) }),
    'POST /v1/figure-cases': (asked, caller) =>
      figureCases(bureau, caller, { ...asked, only: ownOnly(bureau, someone(caller).person, asked.only) }),
    'POST /v1/export-begin': (asked, caller) => beginExport(bureau, someone(caller), asked),
    'POST /v1/export-text': (asked, caller) => exportText(bureau, someone(caller), asked),
    'POST /v1/export-cases': (asked, caller) => exportCases(bureau, someone(caller), asked),
    'POST /v1/exports': ({ before }, { hall }) => exportsOf(bureau, hall, before),
    'POST /v1/stock': (asked, caller) => stockOf(bureau, someone(caller), asked),
    'POST /v1/case-tasks': ({ case: id }, caller) => settledTasks(bureau, someone(caller), id),
    'POST /v1/day-checks': ({ day }, { hall }) => checksOf(bureau, hall, day),
    'POST /v1/week': ({ day }, caller) => weekFor(bureau, weekReader(bureau, someone(caller)), day),
    'POST /v1/plan-entry': (asked, caller) => addToPlan(bureau, weekReader(bureau, someone(caller)), asked),
    'POST /v1/sign-week': (asked, caller) => signWeek(bureau, weekReader(bureau, someone(caller)), asked),
    'GET /v1/lessons': () => lessons(),
    'POST /v1/month-compare': ({ month }, { hall }) => monthFor(bureau, hall, month),
    'POST /v1/month-cases': (asked, caller) => monthCases(bureau, caller, asked),
    'POST /v1/closes': (asked, { hall }) => closeDays(bureau, hall, asked),
    'POST /v1/close': ({ day, hall: named }, { hall, offices }) =>
      closeView(bureau, hall, day, named === undefined ? undefined : offices),
    'POST /v1/sign-close': (asked, caller) => signClose(bureau, someone(caller), asked),
    'GET /v1/own-ratings': (_, caller) => ownRatings(bureau, someone(caller), dayOf(bureau.now().toISOString())),
    'GET /v1/books': (_, { hall }) => booksOf(bureau, hall),
    'POST /v1/verify-book': async ({ terminal, after }, { hall }) => {
      await checkBookOf(bureau, hall, terminal)
      return verifyBook(bureau, terminal, after, MOST_VERIFIED)
    },
    'POST /v1/openings': (asked, caller) => openingsOf(bureau, caller, asked),
    'POST /v1/audits': ({ before }, caller) => auditsOf(bureau, caller, before),
    'POST /v1/audit': ({ audit }, caller) => auditView(bureau, caller, audit),
    'POST /v1/audit-case': (asked, caller) => auditCase(bureau, caller, asked),
    'POST /v1/audit-draw': (asked, caller) => drawAudit(bureau, someone(caller), asked),
    'POST /v1/audit-act': (asked, caller) => actOnAudit(bureau, someone(caller), asked),
    'POST /v1/visits': (asked, caller) => visitsOf(bureau, caller, asked),
    'POST /v1/give-number': async (asked, caller) => ({
      ok: true,
      number: await giveNumber(bureau, someone(caller), asked),
    }),
    'POST /v1/take-number': async (asked, caller) => ({
      ok: true,
      number: await takeNumber(bureau, someone(caller), asked),
    }),
    'GET /v1/stand-ins': (_, caller) => standInsFor(bureau, giverOf(bureau, someone(caller).person)),
    'POST /v1/name-stand-in': async (asked, caller) => {
      const answer = await nameStandIn(bureau, giverOf(bureau, someone(caller).person), asked)
      return answer.ok ? { ok: true } : answer
    },
    'POST /v1/end-stand-in': (asked, caller) => endStandIn(bureau, giverOf(bureau, someone(caller).person), asked),
    'POST /v1/files-missing': (asked, { hall }) => missingFiles(bureau, hall, asked),
    'POST /v1/file-send': (sent, caller) => takeFile(bureau, caller, sent),
    'POST /v1/file': (asked, caller) => fileOfCase(bureau, caller, asked),
    'POST /v1/affected-by-item': ({ code }, caller) => affectedByItem(bureau, caller, code),
    'POST /v1/affected-by-calendar': ({ text }, caller) => affectedByCalendarText(bureau, caller, text),
    'POST /v1/publish-item': (asked, caller) => publishItemText(bureau, someone(caller), asked),
    'POST /v1/publish-calendar': ({ text }, caller) => publishCalendarText(bureau, someone(caller), text),
  }
}

/** Every route of the contract: who asks, what is asked, the answer. */
function serveRoutes(app: FastifyInstance, bureau: Bureau, handlers: Handlers): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    const [method = '', url = ''] = name.split(' ')
    const max = mostAMinute[name]
    app.route({
      method,
      url,
      bodyLimit: bodyLimits[name] ?? MB,
      ...(max === undefined
        ? {}
        : { config: { rateLimit: { max, keyGenerator: (request) => `${name} ${request.ip}` } } }),
      handler: async (request) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const asks = mayAsk[name]
        const caller = asks === 'unsigned' ? nobody : await callerOf(bureau, request, body)
        if (asks !== 'unsigned' && asks !== 'machine') checkAsker(bureau, someone(caller).person, asks)
        const handle = handlers[name] as (input: unknown, caller: Caller) => unknown
        const letter = read(name, body)
        return handle(letter, atNamedHall(bureau, caller, letter))
      },
    })
  }
}
/** Who asks as a person. Throws while nobody has signed in, or no longer. */
function someone({ person, ...caller }: Caller): Caller & { person: PersonId } {
  if (person === undefined) throw new Refused(401, 'signInFirst', 'nobody has signed in, or no longer')
  return { ...caller, person }
}

/** Throws for whoever holds none of the roles that a route is for. */
function checkAsker(bureau: Bureau, person: PersonId, asks: 'person' | readonly Role[]): void {
  if (asks === 'person' || holds(bureau, person, asks)) return
  throw new Refused(403, 'forbidden', `only for ${asks.join(', ')}`)
}

/** Who oversees the windows sees every figure of the hall, everybody else those of their own acts. */
function ownOnly(bureau: Bureau, id: PersonId, only: Only): Only {
  const readable = readableFigures({ person: id, roles: rolesOf(bureau, id) }, only)
  if (readable === undefined) throw new Refused(403, 'forbidden', 'figures of others are for who oversees the windows')
  return readable
}

/** Whose plans somebody reads, and whether they sign. */
function weekReader(bureau: Bureau, { hall, offices, person }: Caller & { person: PersonId }): WeekReader {
  return {
    ...{ hall, offices, person },
    oversees: holds(bureau, person, overseers),
    signs: holds(bureau, person, ['supervisor']),
  }
}

const nobody: Caller = { terminal: 0, hall: '', offices: [], person: undefined }

function read(name: RouteName, body: Buffer): unknown {
  const parsed = routes[name].input.safeParse(parseJson(body))
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Refused(400, 'badRequest', issues.join('; ').slice(0, 500))
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return null
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    // What the parser says would repeat what somebody sent.
    throw new Refused(400, 'badRequest', 'the body is not JSON')
  }
}

async function callerOf(bureau: Bureau, request: FastifyRequest, body: Buffer): Promise<Caller> {
  const signed = request.headers['x-terminal']
  if (typeof signed !== 'string') throw new Refused(401, 'badSignature', 'the request is not signed by a terminal')
  const verified = await verifyRequest(bureau, signed, { method: request.method, path: request.url, body })
  if (!verified.ok) throw new Refused(verified.why === 'terminalStopped' ? 403 : 401, verified.why, verified.why)
  const { terminal, hall, offices, tokenKey } = verified
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const person = token === undefined ? undefined : await readToken(bureau, { terminal, hall, tokenKey }, token)
  return { terminal, hall, offices, person }
}

/** Before a signature is looked at, a terminal is one claim at one address: nobody can use up what is another's. */
function whoAsks(request: FastifyRequest): string {
  const signed = request.headers['x-terminal']
  const claim =
    typeof signed === 'string' ? Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('latin1') : ''
  return `${request.ip} ${/"terminal":(\d{1,5})\D/.exec(claim)?.[1] ?? ''}`
}
