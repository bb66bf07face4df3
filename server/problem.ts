/** How the server says no: one shape for every error, and nothing of what the database or the program said. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import type { Problem } from '../shared/contract/routes.ts'

type Code = Problem['code']

/** A no that was meant. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: Code,
    detail: string,
  ) {
    super(detail)
  }
}

type Thrown = Error & { statusCode?: number; code?: string }

/** Answers with what went wrong. The unexpected is logged under a number that people can read out. */
export function answerProblem(log: Logger, reply: FastifyReply, error: Thrown): FastifyReply {
  if (error instanceof Refused) return send(reply, error.status, error.code, error.message)
  const status = error.statusCode ?? 500
  if (status === 413) return send(reply, 413, 'tooLarge', 'the body is too large')
  if (status === 429) return send(reply, 429, 'tooMany', 'too many requests, wait a little')
  if (status < 500) return send(reply, status, 'badRequest', 'the request cannot be read')
  const incident = randomBytes(3).toString('hex').toUpperCase()
  const gone = isDatabaseGone(error)
  log.error({ incident, code: error.code, error: error.message, stack: error.stack }, 'a request failed')
  if (gone) return send(reply, 503, 'unavailable', 'the bureau cannot reach its database', incident)
  return send(reply, 500, 'failed', 'the bureau failed; tell the administrator the incident', incident)
}

/** PostgreSQL's classes 08, 53 and 57: no connection, no room, shutting down; or the system's own word for it. */
export function isDatabaseGone({ code, message }: Thrown): boolean {
  if (code !== undefined) return /^(08|53|57)...$|^E(CONN|PIPE|HOST|TIMEDOUT|AI)/.test(code)
  return /timeout exceeded when trying to connect|Connection terminated/.test(message)
}

function send(reply: FastifyReply, status: number, code: Code, detail: string, incident: string | null = null) {
  return reply.status(status).send({ code, detail, incident } satisfies Problem)
}
