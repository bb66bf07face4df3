/** Backup and restore, the same for PostgreSQL and the embedded database: one line of JSON for each row. What is sealed stays sealed. */
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Bureau, checkSealKey } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import { beginNewLife } from './life.ts'
import { migrationNames } from './migrations.ts'
import { tables } from './schema.ts'

type Row = Record<string, unknown>

const Head = z.strictObject({
  backup: z.literal(1),
  /** The tables are those of the program that made it. */
  migrations: z.array(z.string()),
  incarnation: z.string(),
  at: z.string(),
})
const Line = z.union([
  z.strictObject({ table: z.enum(tables), row: z.record(z.string(), z.unknown()) }),
  z.strictObject({ end: z.int() }),
  Head,
])
/** Rows read and written together; of large ones fewer. */
const chunkOf = (table: (typeof tables)[number]) => (table === 'file_parts' ? 20 : 500)

/** Writes everything as it stands at one moment; the file appears only when it is whole and on the disk. Then terminals may
 *  let go of what it holds. */
export async function backup(bureau: Bureau, file: string): Promise<{ rows: number }> {
  const partial = `${file}.part`
  const out = await open(partial, 'w', 0o600)
  try {
    const { rows, marks } = await bureau.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => writeAll(bureau, tx, out))
    await out.write(`${JSON.stringify({ end: rows })}\n`)
    await out.sync()
    await rename(partial, file)
    await syncFolder(path.dirname(path.resolve(file)))
    for (const { no, taken } of marks)
      await bureau.db
        .updateTable('terminals')
        .set({ backed_up: taken })
        .where('no', '=', no)
        .where('backed_up', '<', taken)
        .execute()
    return { rows }
  } finally {
    await out.close()
  }
}

async function writeAll(bureau: Bureau, tx: Tx, out: FileHandle) {
  const head: z.input<typeof Head> = {
    backup: 1,
    migrations: [...migrationNames],
    incarnation: bureau.incarnation,
    at: bureau.now().toISOString(),
  }
  await out.write(`${JSON.stringify(head)}\n`)
  let rows = 0
  const marks: { no: number; taken: number }[] = []
  for (const table of tables) {
    await sql`declare backup_rows no scroll cursor for select * from ${sql.table(table)}`.execute(tx)
    for (;;) {
      const { rows: part } = await sql<Row>`fetch ${sql.raw(String(chunkOf(table)))} from backup_rows`.execute(tx)
      if (part.length === 0) break
      await out.write(part.map((row) => `${JSON.stringify({ table, row: written(row) })}\n`).join(''))
      rows += part.length
      if (table === 'terminals') marks.push(...part.map((row) => ({ no: Number(row.no), taken: Number(row.taken) })))
    }
    await sql`close backup_rows`.execute(tx)
  }
  return { rows, marks }
}

/** A file's new name is on the disk only when its folder is; systems that cannot sync a folder do it by themselves. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Fills an empty database from a backup and begins a new life of it. Throws on a filled database, on a file that is not
 *  whole or of another program, and on another seal key; nothing is changed then. */
export async function restore(bureau: Bureau, file: string): Promise<{ rows: number }> {
  const halls = await bureau.db.selectFrom('halls').select('id').limit(1).execute()
  if (halls.length > 0) throw new Error('the database is not empty: restore into a new one')
  const rows = await bureau.db.transaction().execute(async (tx) => {
    const filled = await fill(tx, file)
    await checkSealKey(tx, bureau.sealer)
    await beginNewLife(tx, bureau.now())
    return filled
  })
  await bureau.rebirth()
  return { rows }
}

async function fill(tx: Tx, file: string): Promise<number> {
  for (const table of tables.toReversed()) await sql`delete from ${sql.table(table)}`.execute(tx)
  let rows = 0
  let end: number | undefined
  let part: { table: (typeof tables)[number]; row: Row }[] = []
  const flush = async () => {
    const table = part[0]?.table
    if (table === undefined) return
    await insertMany(
      tx,
      table,
      part.map(({ row }) => read(row)),
    )
    rows += part.length
    part = []
  }
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = Line.parse(JSON.parse(text))
    if ('backup' in line) checkProgram(line)
    else if ('end' in line) end = line.end
    else {
      if (part.length >= chunkOf(line.table) || (part[0] !== undefined && part[0].table !== line.table)) await flush()
      part.push(line)
    }
  }
  await flush()
  if (end !== rows) throw new Error(`the backup is not whole: it holds ${rows} rows of ${end ?? 'an unknown number'}`)
  await followNumbers(tx, 'published')
  await followNumbers(tx, 'waiting')
  await followNumbers(tx, 'visit_lines')
  await followNumbers(tx, 'hall_numbers')
  await followNumbers(tx, 'plan_entries')
  return rows
}

function checkProgram({ migrations }: z.output<typeof Head>): void {
  if (JSON.stringify(migrations) === JSON.stringify(migrationNames)) return
  throw new Error(
    `the backup has the tables of another program (up to ${migrations.at(-1)}): restore it with that one, then update`,
  )
}

type Numbered = 'published' | 'waiting' | 'visit_lines' | 'hall_numbers' | 'plan_entries'

/** Rows that numbered themselves go on after the highest number. */
async function followNumbers(tx: Tx, table: Numbered): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${table}, 'no'), (select coalesce(max(no), 0) + 1 from ${sql.table(table)}), false)`.execute(
    tx,
  )
}

/** Bytes travel as base64. */
function written(row: Row): Row {
  return mapValues(row, (value) =>
    value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value,
  )
}

function read(row: Row): Row {
  return mapValues(row, (value) =>
    typeof value === 'object' && value !== null && 'bytes' in value
      ? Buffer.from(String(value.bytes), 'base64')
      : value,
  )
}

function mapValues(row: Row, change: (value: unknown) => unknown): Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)]))
}
