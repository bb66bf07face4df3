/** Backup and restore, the same for PostgreSQL and the embedded database: one line of JSON for each row. */
import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Bureau } from './bureau.ts'
import type { Database } from './database.ts'
import { beginNewLife } from './publish.ts'

/** Parents before children. */
const tables = [
  'meta',
  'halls',
  'people',
  'holdings',
  'codes',
  'terminals',
  'signed_in',
  'published',
  'records',
  'verdicts',
  'waiting',
  'events',
  'refused_events',
  'cases',
  'counts',
  'tasks',
] as const
const Line = z.union([
  z.strictObject({ backup: z.literal(1), incarnation: z.string(), at: z.string() }),
  z.strictObject({ table: z.enum(tables), row: z.record(z.string(), z.unknown()) }),
  z.strictObject({ end: z.int() }),
])
const chunk = 500

/** Writes everything as it stands at one moment; the file appears only when it is whole and on disk. Then terminals may let go of what it holds. */
export async function backup(bureau: Bureau, file: string): Promise<{ rows: number }> {
  const partial = `${file}.part`
  const out = await open(partial, 'w', 0o600)
  let rows = 0
  const marks: { no: number; taken: number }[] = []
  await bureau.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await out.write(
        `${JSON.stringify({ backup: 1, incarnation: bureau.incarnation, at: bureau.now().toISOString() })}\n`,
      )
      for (const table of tables) {
        await sql`declare backup_rows no scroll cursor for select * from ${sql.table(table)}`.execute(tx)
        for (;;) {
          const { rows: part } = await sql<
            Record<string, unknown>
          >`fetch ${sql.raw(String(chunk))} from backup_rows`.execute(tx)
          if (part.length === 0) break
          await out.write(part.map((row) => `${JSON.stringify({ table, row: written(row) })}\n`).join(''))
          rows += part.length
          if (table === 'terminals')
            marks.push(...part.map((row) => ({ no: Number(row.no), taken: Number(row.taken) })))
        }
        await sql`close backup_rows`.execute(tx)
      }
    })
  await out.write(`${JSON.stringify({ end: rows })}\n`)
  await out.sync()
  await out.close()
  await rename(partial, file)
  for (const { no, taken } of marks)
    await bureau.db.updateTable('terminals').set({ backed_up: taken }).where('no', '=', no).execute()
  return { rows }
}

/** Fills an empty database from a backup and begins a new life of it: cursors start again, terminal numbers skip ahead.
 *  Throws on a filled database and on a file that is not whole; nothing is kept then. */
export async function restore(bureau: Bureau, file: string): Promise<{ rows: number }> {
  const { halls } = await bureau.db
    .selectFrom('halls')
    .select((eb) => eb.fn.countAll<number>().as('halls'))
    .executeTakeFirstOrThrow()
  if (Number(halls) > 0) throw new Error('the database is not empty: restore into a new one')
  const rows = await bureau.db.transaction().execute((tx) => fill(tx, file))
  await beginNewLife(bureau)
  await bureau.renew()
  return { rows }
}

async function fill(tx: Database, file: string): Promise<number> {
  for (const table of tables.toReversed()) await sql`delete from ${sql.table(table)}`.execute(tx)
  let rows = 0
  let end: number | undefined
  let waiting: { table: (typeof tables)[number]; row: Record<string, unknown> }[] = []
  const flush = async () => {
    const table = waiting[0]?.table
    if (table === undefined) return
    const values = waiting.map(({ row }) => read(row))
    await tx
      .insertInto(table)
      .values(values as never)
      .execute()
    rows += waiting.length
    waiting = []
  }
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = Line.parse(JSON.parse(text))
    if ('end' in line) end = line.end
    if (!('table' in line)) continue
    if (waiting.length >= chunk || (waiting[0] !== undefined && waiting[0].table !== line.table)) await flush()
    waiting.push(line)
  }
  await flush()
  if (end !== rows) throw new Error(`the backup is not whole: it holds ${rows} rows of ${end ?? 'an unknown number'}`)
  await sql`select setval(pg_get_serial_sequence('published', 'no'), greatest(1, (select coalesce(max(no), 1) from published)))`.execute(
    tx,
  )
  return rows
}

/** Bytes travel as base64. */
function written(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value,
    ]),
  )
}

function read(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null && 'bytes' in value
        ? Buffer.from(String(value.bytes), 'base64')
        : value,
    ]),
  )
}
