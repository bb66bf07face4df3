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
  type RawBuilder,
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

/** Inserts any number of rows in one statement, each column as one parameter: the database reads that far faster than a parameter
 *  for each value. Each row has the same columns as the first. `conflict` is what follows `on conflict`. The text is put together by
 *  hand: a query builder takes longer for it than the database. */
export async function insertMany<T extends keyof Schema>(
  tx: Tx,
  table: T,
  rows: readonly Partial<Schema[T]>[],
  conflict?: string,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const types = await typesOf(tx, table, columns)
  const parameters: unknown[] = []
  const place = (value: unknown, type: string) => `$${parameters.push(value)}::${type}`
  const sources: string[] = []
  const given = columns.map((column, n) => {
    const type = types[n]!
    const values = (rows as readonly Record<string, unknown>[]).map((row) => row[column] ?? null)
    const own = `c${n}`
    if (type === 'bytea') {
      const { all, starts, sizes } = joined(values as (Uint8Array | null)[])
      sources.push(place(starts, 'integer[]'), place(sizes, 'integer[]'))
      return { names: [`${own}s`, `${own}n`], value: `substring(${place(all, 'bytea')} from ${own}s for ${own}n)` }
    }
    if (!type.endsWith('[]')) {
      sources.push(place(values, `${type}[]`))
      return { names: [own], value: own }
    }
    // An array of arrays would be unnested whole.
    const lists = values.map((list) => (list === null ? null : JSON.stringify(list)))
    sources.push(place(lists, 'text[]'))
    const list = `array(select json_array_elements_text(${own}::json))::${type}`
    return { names: [own], value: `case when ${own} is not null then ${list} end` }
  })
  const names = columns.map((column) => `"${column}"`).join(',')
  const after = conflict === undefined ? '' : ` on conflict ${conflict}`
  await tx.executeQuery(
    CompiledQuery.raw(
      `insert into ${table} (${names}) select ${given.map(({ value }) => value).join(',')}
       from unnest(${sources.join(',')}) as given(${given.flatMap((each) => each.names).join(',')})${after}`,
      parameters,
    ),
  )
}

/** What stands in a table, there called `found`, for each row of what is asked: to be put behind that, and named. The offset keeps the
 *  database from joining whole tables: whatever it believes of their size, and of a table that has just been filled it knows nothing, it
 *  looks each one up in the index. */
export function ofEach(
  table: RawBuilder<unknown>,
  same: RawBuilder<unknown>,
  columns = sql`found.*`,
): RawBuilder<unknown> {
  return sql`cross join lateral (select ${columns} from ${table} as found where ${same} offset 0)`
}

/** Bytes of all rows behind one another, as they travel, with where each starts, from 1. Sent as an array they would double, as text. */
function joined(values: readonly (Uint8Array | null)[]) {
  const sizes = values.map((bytes) => bytes?.length ?? null)
  let next = 1
  const starts = sizes.map((size) => {
    const start = next
    next += size ?? 0
    return start
  })
  return { all: Buffer.concat(values.flatMap((bytes) => bytes ?? [])), starts, sizes }
}

/** The types of each table's columns, by name. */
const columnTypes = new Map<keyof Schema, ReadonlyMap<string, string>>()

/** Asks for the types of these tables beforehand: a first insert asks for them, and whatever is sent after it would overtake it. */
export async function knowTypes(tx: Tx, tables: readonly (keyof Schema)[]): Promise<void> {
  for (const table of tables) if (!columnTypes.has(table)) await readTypes(tx, table)
}

/** Asked for once. */
async function typesOf(tx: Tx, table: keyof Schema, columns: readonly string[]): Promise<string[]> {
  const known = columnTypes.get(table)
  const types = columns.every((column) => known?.has(column)) ? known : await readTypes(tx, table)
  return columns.map((column) => types?.get(column) ?? 'text')
}

async function readTypes(tx: Tx, table: keyof Schema): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx)
  const types = new Map(rows.map(({ name, type }) => [name, type]))
  columnTypes.set(table, types)
  return types
}
