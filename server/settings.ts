/** The server's settings from the environment, parsed at the door. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { SIGN_IN_HOURS } from './bureau.ts'

/** What may be set, by name; docs/manual-it.md tells of each. */
export const Environment = z.object({
  PIONEER_PORT: z.coerce.number().int().min(0).max(65_535).default(7300),
  PIONEER_HOST: z.string().min(1).default('127.0.0.1'),
  PIONEER_DATA: z.string().min(1).default('.runtime/bureau'),
  DATABASE_URL: z.url().optional(),
  PIONEER_SEAL_KEY: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  PIONEER_TLS_KEY: z.string().optional(),
  PIONEER_TLS_CERT: z.string().optional(),
  PIONEER_CATALOGUE: z.string().optional(),
  /** Hours after which somebody has to give the password again before the bureau answers. */
  PIONEER_SIGN_IN_HOURS: z.coerce.number().positive().max(24).default(SIGN_IN_HOURS),
})

export type Settings = {
  port: number
  host: string
  data: string
  databaseUrl: string | null
  sealKey: Buffer
  tls: { key: string; cert: string } | null
  catalogue: string
  signInHours: number
}

/** Reads them. Throws an Error whose message names the variable that is wrong. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const given = parsed.data
  const data = path.resolve(given.PIONEER_DATA)
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const tls =
    given.PIONEER_TLS_KEY && given.PIONEER_TLS_CERT
      ? { key: readFileSync(given.PIONEER_TLS_KEY, 'utf8'), cert: readFileSync(given.PIONEER_TLS_CERT, 'utf8') }
      : null
  return {
    port: given.PIONEER_PORT,
    host: given.PIONEER_HOST,
    data,
    databaseUrl: given.DATABASE_URL ?? null,
    sealKey: given.PIONEER_SEAL_KEY === undefined ? keyBeside(data) : Buffer.from(given.PIONEER_SEAL_KEY, 'base64'),
    tls,
    catalogue: given.PIONEER_CATALOGUE ?? findCatalogue(import.meta.dirname),
    signInHours: given.PIONEER_SIGN_IN_HOURS,
  }
}

/** For an embedded database: a key made once, in a file of its own beside the database, readable by nobody else. */
function keyBeside(data: string): Buffer {
  const file = path.join(data, 'seal.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
}

function findCatalogue(from: string): string {
  const here = path.join(from, 'catalogue')
  if (existsSync(path.join(here, 'items'))) return here
  const up = path.dirname(from)
  if (up === from) throw new Error('PIONEER_CATALOGUE: the folder with items/, papers/ and calendars/ was not found')
  return findCatalogue(up)
}
