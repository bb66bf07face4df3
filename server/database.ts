/** The bureau's database: PostgreSQL where a DATABASE_URL is given, else PostgreSQL embedded (PGlite). One SQL for both. */
import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import { PGliteDriver } from './pglite-driver.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Tx = Transaction<Schema>

/** bigint as a number: positions and seqs stay far below 2^53. */
const BIGINT = 20
/** No statement of ours takes as long; one that does must not hold a hall's lock for ever. */
const STATEMENT_MS = 60_000

/** Opens it; `url` null means embedded in `folder`. `lost` hears of connections that broke while nobody used them. */
export async function openDatabase(
  url: string | null,
  folder: string,
  lost: (error: Error) => void = () => undefined,
): Promise<Database> {
  if (url === null) return openEmbedded(folder)
  pg.types.setTypeParser(BIGINT, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_MS,
    application_name: 'pioneer-desk bureau',
    // Our questions are short and many: to compile one takes longer than to answer it.
    options: '-c jit=off',
  })
  // Without a listener a database that restarts would end this process.
  pool.on('error', lost)
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

async function openEmbedded(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lite = await PGlite.create(folder, { parsers: { [BIGINT]: Number } })
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PGliteDriver(lite),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

const MOST_PARAMETERS = 60_000

/** Inserts any number of rows, as many in one statement as PostgreSQL takes. Each row has the same columns as the first.
 *  `conflict` is what follows `on conflict`. The text is put together by hand: a query builder takes longer for it than the database. */
export async function insertMany<T extends keyof Schema>(
  tx: Tx,
  table: T,
  rows: readonly Partial<Schema[T]>[],
  conflict?: string,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const values = (rows as readonly Record<string, unknown>[]).map((row) => columns.map((column) => row[column]))
  const insert = async (source: string, parameters: readonly unknown[]) => {
    const names = columns.map((column) => `"${column}"`).join(',')
    const after = conflict === undefined ? '' : ` on conflict ${conflict}`
    await tx.executeQuery(CompiledQuery.raw(`insert into ${table} (${names}) ${source}${after}`, [...parameters]))
  }
  const types = values.every((row) => row.every(isPlain)) ? await typesOf(tx, table, columns) : []
  // An array of arrays would be unnested whole.
  if (types.length > 0 && !types.some((type) => type.endsWith('[]'))) {
    const arrays = types.map((type, n) => `$${n + 1}::${type}[]`).join(',')
    return insert(
      `select * from unnest(${arrays})`,
      columns.map((_, n) => values.map((row) => row[n])),
    )
  }
  const most = Math.floor(MOST_PARAMETERS / columns.length)
  for (let from = 0; from < values.length; from += most) {
    const part = values.slice(from, from + most)
    let n = 0
    const places = part.map((row) => `(${row.map(() => `$${++n}`).join(',')})`).join(',')
    await insert(`values ${places}`, part.flat())
  }
}

/** What goes into a column as one array of all rows, which the database reads four times as fast as a parameter for each; bytes
 *  would double on the way, as text. */
function isPlain(value: unknown): boolean {
  return value === null || value === undefined || typeof value !== 'object'
}

const columnTypes = new Map<string, string>()

/** The types of a table's columns, asked for once. */
async function typesOf(tx: Tx, table: string, columns: readonly string[]): Promise<string[]> {
  const find = () => columns.map((column) => columnTypes.get(`${table} ${column}`))
  if (find().includes(undefined)) {
    const { rows } = await sql<{ name: string; type: string }>`
      select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx)
    for (const { name, type } of rows) columnTypes.set(`${table} ${name}`, type)
  }
  return find().map((type) => type ?? 'text')
}
