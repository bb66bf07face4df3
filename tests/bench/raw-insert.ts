/** The raw limit that the bureau is measured against: the rows it has just written, inserted in bulk into the same PostgreSQL. */
import pg from 'pg'

/** What judging writes, projections included; the keys by which rows that stand already are written over. */
const written = {
  records: null,
  verdicts: null,
  waiting: null,
  events: null,
  refused_events: null,
  cases: ['hall', 'id'],
  report_lines: ['hall', 'case_id', 'event', 'part'],
  report_sums: ['hall', 'grain', 'dim', 'part', 'period', 'key'],
  report_times: ['hall', 'grain', 'dim', 'part', 'period', 'key', 'block'],
  tasks: null,
} as const
type Table = keyof typeof written

/** The rows of one batch in one table. */
export type Rows = { table: Table; columns: string[]; rows: unknown[][] }

export class RawDatabase {
  readonly #client: pg.Client

  private constructor(client: pg.Client) {
    this.#client = client
  }

  static async open(url: string): Promise<RawDatabase> {
    const client = new pg.Client(url)
    await client.connect()
    return new RawDatabase(client)
  }

  /** The transaction that a later one is told from. */
  async mark(): Promise<number> {
    const { rows } = await this.#client.query('select txid_current() as mark')
    return Number(rows[0].mark)
  }

  /** Every row that a transaction after the mark has put there or changed. */
  async writtenSince(mark: number): Promise<Rows[]> {
    const all: Rows[] = []
    for (const table of Object.keys(written) as Table[]) {
      const text = `select * from ${table} where xmin::text::bigint > ${mark}`
      const { fields, rows } = await this.#client.query({ text, rowMode: 'array' })
      if (rows.length > 0) all.push({ table, columns: fields.map(({ name }) => name), rows })
    }
    return all
  }

  /** Inserts them all in one transaction, one statement a table. Gives the milliseconds. */
  async insert(all: readonly Rows[]): Promise<number> {
    const begun = performance.now()
    await this.#client.query('begin')
    for (const { table, columns, rows } of all) {
      let n = 0
      const places = rows.map(() => `(${columns.map(() => `$${++n}`).join(',')})`).join(',')
      const names = columns.map(quoted).join(',')
      await this.#client.query(`insert into ${table} (${names}) values ${places}${over(table, columns)}`, rows.flat())
    }
    await this.#client.query('commit')
    return performance.now() - begun
  }

  close(): Promise<void> {
    return this.#client.end()
  }
}

function over(table: Table, columns: readonly string[]): string {
  const key = written[table]
  if (key === null) return ''
  const renewed = columns.filter((name) => !(key as readonly string[]).includes(name))
  const sets = renewed.map((name) => `${quoted(name)} = excluded.${quoted(name)}`)
  return ` on conflict (${key.map(quoted).join(',')}) do update set ${sets.join(',')}`
}

function quoted(name: string): string {
  return `"${name}"`
}
