/** The sums of lines that are kept, and how lines move them: by day and by month, of the hall and of whatever else is asked most. */
import { sql } from 'kysely'
import { bucketOf, hourParts, type Part, timedParts } from '../shared/report/parts.ts'
import { insertMany, ofEach, type Tx } from './database.ts'
import { together } from './in-one-go.ts'
import { add, addText, type Buckets, blockOf, NO_TIMES, textOf } from './kept-times.ts'
import type { Schema } from './schema.ts'

type LineRow = Schema['report_lines']
type SumRow = Schema['report_sums']
type TimesRow = Schema['report_times']
type Place = Omit<TimesRow, 'times'>

/** What the sums are kept by; everything else is asked of the lines. */
export const dims = ['all', 'window', 'person', 'item', 'street', 'hour'] as const
export type Dim = (typeof dims)[number]

/** What a sum, and what of its times, is kept under. */
export const sumKey = 'hall, grain, dim, part, period, key'
export const timesKey = `${sumKey}, block`

/** The hour of what nobody did. */
export const BY_ITSELF = -1

/** Adds up what lines add to the sums and take from them. */
export class SumsDelta {
  readonly #sums = new Map<string, SumRow>()
  readonly #times = new Map<string, { at: Place; buckets: Buckets }>()
  constructor(readonly hall: string) {}

  add(row: LineRow, sign: 1 | -1): void {
    const { hall } = this
    const part = row.part as Part
    const timed = timedParts.includes(part)
    for (const dim of dims)
      for (const [grain, period] of [['day', row.day] as const, ['month', row.day.slice(0, 7)] as const]) {
        if (dim === 'hour' && (grain !== 'day' || row.hour === BY_ITSELF || !hourParts.includes(part))) continue
        const at = { hall, grain, dim, part, period, key: keyIn(dim, row) }
        const key = `${dim} ${part} ${period} ${at.key}`
        const sum = this.#sums.get(key)
        if (sum === undefined) this.#sums.set(key, { ...at, n: sign, amount: sign * row.amount })
        else {
          sum.n += sign
          sum.amount += sign * row.amount
        }
        if (!timed || dim === 'hour') continue
        const bucket = bucketOf(part, row.amount)
        const block = blockOf(bucket)
        const times = this.#times.get(`${key} ${block}`) ?? { at: { ...at, block }, buckets: {} }
        add(times.buckets, bucket, sign)
        this.#times.set(`${key} ${block}`, times)
      }
  }

  /** Whoever writes holds the hall's lock: what is read here of a row is what stands in it until the transaction ends. */
  async write(tx: Tx): Promise<void> {
    const sums = [...this.#sums.values()].filter(({ n, amount }) => n !== 0 || amount !== 0)
    const changed = [...this.#times.values()].filter(({ buckets }) => textOf(buckets) !== NO_TIMES)
    const summed = `n = report_sums.n + excluded.n, amount = report_sums.amount + excluded.amount`
    const [was] = await together([
      timesAt(
        tx,
        changed.map(({ at }) => at),
      ),
      insertMany(tx, 'report_sums', sums, `(${sumKey}) do update set ${summed}`),
    ])
    const rows = changed.map(({ at, buckets }) => ({
      ...at,
      times: textOf(addText(buckets, was.get(placeOf(at)) ?? NO_TIMES)),
    }))
    await insertMany(tx, 'report_times', rows, `(${timesKey}) do update set times = excluded.times`)
  }
}

async function timesAt(tx: Tx, places: readonly Place[]): Promise<Map<string, string>> {
  if (places.length === 0) return new Map()
  const all = (name: keyof Place) =>
    sql`${places.map((at) => at[name])}::${sql.raw(name === 'block' ? 'integer' : 'text')}[]`
  const columns: (keyof Place)[] = ['hall', 'grain', 'dim', 'part', 'period', 'key', 'block']
  const same = sql.raw(columns.map((name) => `found.${name} = asked.${name}`).join(' and '))
  const { rows } =
    await sql<TimesRow>`select t.* from unnest(${sql.join(columns.map(all))}) as asked (${sql.raw(timesKey)})
    ${ofEach(sql`report_times`, same)} as t`.execute(tx)
  return new Map(rows.map((row) => [placeOf(row), row.times]))
}

function placeOf({ grain, dim, part, period, key, block }: Place): string {
  return [grain, dim, part, period, block, key].join(' ')
}

function keyIn(dim: Dim, row: LineRow): string {
  return dim === 'all' ? '' : String(row[dim])
}
