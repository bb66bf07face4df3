/** The bureau: its database, its sealed columns, and what is published, kept in memory. Nothing else lives in the process. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from './database.ts'
import { type Editions, type Known, nothingKnown, readKnown } from './known.ts'
import { migrate } from './migrations.ts'
import type { Sealer } from './seal.ts'

export type Bureau = {
  db: Database
  sealer: Sealer
  log: Logger
  /** This life of the database; a restore begins another. */
  readonly incarnation: string
  /** When this life began by a restore; null in the first one. */
  readonly restoredAt: string | null
  known: Known
  now(): Date
  /** How long a sign-in is good for. */
  readonly signInMs: number
  /** Tells every process that what is known has changed, and reads it again here. */
  renew(): Promise<void>
  /** Reads again what is known, if another process has changed it: `changes` is what the database counts now. */
  follow(changes: string): Promise<void>
  /** Reads again which life this is. */
  rebirth(): Promise<void>
}

/** A setting of this database; made by `make` when it is not there yet. */
export async function setting(db: Database, key: string, make: () => string): Promise<string> {
  const known = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  if (known !== undefined) return known.value
  await db
    .insertInto('meta')
    .values({ key, value: make() })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute()
  return (await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirstOrThrow()).value
}

export type BureauParts = { db: Database; sealer: Sealer; log: Logger; now?: () => Date; signInHours?: number }

const HOUR_MS = 3_600_000
/** A working day, its overtime and no night. */
export const SIGN_IN_HOURS = 12

/** Opens the bureau over a database, whose tables are brought up to date. Throws when the seal key is not the one it was sealed with. */
export async function openBureau({ db, sealer, log, ...set }: BureauParts): Promise<Bureau> {
  await migrate(db)
  await checkSealKey(db, sealer)
  let life = await readLife(db)
  const editions: Editions = new Map()
  const bureau: Bureau = {
    db,
    sealer,
    log,
    now: set.now ?? (() => new Date()),
    signInMs: (set.signInHours ?? SIGN_IN_HOURS) * HOUR_MS,
    known: nothingKnown,
    get incarnation() {
      return life.incarnation
    },
    get restoredAt() {
      return life.restoredAt
    },
    renew: async () => {
      await sql`insert into meta (key, value) values ('changes', '1')
        on conflict (key) do update set value = (meta.value::bigint + 1)::text`.execute(db)
      bureau.known = await readKnown(db, editions)
    },
    follow: async (changes) => {
      if (changes !== bureau.known.changes) bureau.known = await readKnown(db, editions)
    },
    rebirth: async () => {
      editions.clear()
      life = await readLife(db)
      bureau.known = await readKnown(db, editions)
    },
  }
  bureau.known = await readKnown(db, editions)
  return bureau
}

async function readLife(db: Database): Promise<{ incarnation: string; restoredAt: string | null }> {
  const incarnation = await setting(db, 'incarnation', newIncarnation)
  const restored = await db.selectFrom('meta').select('value').where('key', '=', 'restoredAt').executeTakeFirst()
  return { incarnation, restoredAt: restored?.value ?? null }
}

/** The name of a new life of the database. */
export function newIncarnation(): string {
  return randomBytes(9).toString('base64url')
}

/** Throws on another key: it would seal what nobody can open later. */
export async function checkSealKey(db: Database, sealer: Sealer): Promise<void> {
  const sealed = await setting(db, 'sealCheck', () => sealer.seal(Buffer.from('pioneer-desk')).toString('base64'))
  try {
    sealer.open(Buffer.from(sealed, 'base64'))
  } catch {
    throw new Error('PIONEER_SEAL_KEY is not the key this database was sealed with')
  }
}
