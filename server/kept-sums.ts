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

/** Lines that differ in nothing but their amount: what they come to, and how many fall into each tenth of an hour. */
type Alike = { row: LineRow; n: number; amount: number; buckets: Buckets }

/** Adds up what lines add to the sums and take from them. */
export class SumsDelta {
  readonly #alike = new Map<string, Alike>()
  constructor(readonly hall: string) {}

  add(row: LineRow, sign: 1 | -1): void {
    const { part, day, hour, window, person, street, item, amount } = row
    const key = `${part} ${day} ${hour} ${window} ${person} ${item} ${street}`
    let alike = this.#alike.get(key)
    if (alike === undefined) {
      alike = { row, n: 0, amount: 0, buckets: {} }
      this.#alike.set(key, alike)
    }
    alike.n += sign
    alike.amount += sign * amount
    if (timedParts.includes(part as Part)) add(alike.buckets, bucketOf(part as Part, amount), sign)
  }

  /** Each of them in every sum that it goes into. */
  #spread(): { sums: SumRow[]; times: { at: Place; buckets: Buckets }[] } {
    const { hall } = this
    const sums = new Map<string, SumRow>()
    const times = new Map<string, { at: Place; buckets: Buckets }>()
    for (const { row, n, amount, buckets } of this.#alike.values()) {
      const part = row.part as Part
      for (const dim of dims)
        for (const [grain, period] of [['day', row.day] as const, ['month', row.day.slice(0, 7)] as const]) {
          if (dim === 'hour' && (grain !== 'day' || row.hour === BY_ITSELF || !hourParts.includes(part))) continue
          const at = { hall, grain, dim, part, period, key: keyIn(dim, row) }
          const key = `${dim} ${part} ${period} ${at.key}`
          const sum = sums.get(key) ?? { ...at, n: 0, amount: 0 }
          sums.set(key, { ...sum, n: sum.n + n, amount: sum.amount + amount })
          if (dim === 'hour') continue
          for (const [bucket, count] of Object.entries(buckets)) {
            const block = blockOf(Number(bucket))
            const kept = times.get(`${key} ${block}`) ?? { at: { ...at, block }, buckets: {} }
            add(kept.buckets, Number(bucket), count)
            times.set(`${key} ${block}`, kept)
          }
        }
    }
    return { sums: [...sums.values()], times: [...times.values()] }
  }

  /** Whoever writes holds the hall's lock: what is read here of a row is what stands in it until the transaction ends. */
  async write(tx: Tx): Promise<void> {
    const spread = this.#spread()
    const sums = spread.sums.filter(({ n, amount }) => n !== 0 || amount !== 0)
    const changed = spread.times.filter(({ buckets }) => textOf(buckets) !== NO_TIMES)
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
