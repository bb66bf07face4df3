/** The bureau's database: PostgreSQL where a DATABASE_URL is given, else PostgreSQL embedded (PGlite). One SQL for both. */
import { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>

class PGliteConnection implements DatabaseConnection {
  constructor(readonly lite: PGlite) {}
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.lite.query<R>(query.sql, [...query.parameters])
    return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
  }
  // biome-ignore lint/correctness/useYield: PGlite has no cursors
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('the embedded database does not stream')
  }
}

/** One connection: whoever asks for it waits for the last to give it back. */
class PGliteDriver implements Driver {
  #queue: Promise<void> = Promise.resolve()
  #give: () => void = () => undefined
  readonly #connection: PGliteConnection
  constructor(readonly lite: PGlite) {
    this.#connection = new PGliteConnection(lite)
  }
  async init(): Promise<void> {
    await this.lite.waitReady
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#queue
    let give = () => {}
    this.#queue = new Promise((resolve) => {
      give = resolve
    })
    await before
    this.#give = give
    return this.#connection
  }
  async releaseConnection(): Promise<void> {
    this.#give()
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  async destroy(): Promise<void> {
    await this.lite.close()
  }
}

/** Opens it; `url` null means embedded in `folder`. */
export async function openDatabase(url: string | null, folder: string): Promise<Database> {
  if (url !== null) {
    pg.types.setTypeParser(20, Number)
    return new Kysely<Schema>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }),
    })
  }
  const lite = await PGlite.create(folder, { parsers: { 20: Number } })
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PGliteDriver(lite),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}
