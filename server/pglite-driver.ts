/** Kysely over PGlite, which is PostgreSQL in this very process. It has one connection: who asks for it waits for the last to give it back. */
import type { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, type TransactionSettings } from 'kysely'

export class PGliteDriver implements Driver {
  #queue: Promise<void> = Promise.resolve()
  #give: () => void = () => undefined
  readonly #connection: DatabaseConnection

  constructor(readonly lite: PGlite) {
    this.#connection = {
      executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
        const result = await lite.query<R>(query.sql, [...query.parameters])
        return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
      },
      streamQuery: () => {
        throw new Error('the embedded database does not stream')
      },
    }
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

  async beginTransaction(connection: DatabaseConnection, { isolationLevel }: TransactionSettings): Promise<void> {
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`
    await connection.executeQuery(CompiledQuery.raw(`begin${level}`))
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
