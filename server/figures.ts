/** Figures of any period: out of the kept sums wherever one of them says it, else out of the lines; never out of the events. */
import { type RawBuilder, sql } from 'kysely'
import { type Day, dayOf } from '../shared/calendar/day.ts'
import {
  type FiguresAnswer,
  type FiguresAsked,
  type Grouping,
  MOST_ROWS,
  type Only,
  saysStock,
  type TimeBy,
} from '../shared/contract/figures.ts'
import { type FigureName, figureDef, partsIn } from '../shared/report/figures.ts'
import { BUCKET_MINUTES, hourParts, type Part, timedParts } from '../shared/report/parts.ts'
import { type Range, ranges } from '../shared/report/ranges.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import type { Dim } from './kept-sums.ts'
import { addText, textInSql } from './kept-times.ts'
import type { Known } from './known.ts'
import { Refused } from './problem.ts'

type Rows = NonNullable<FiguresAnswer['compared']>
type Row = Rows['rows'][number]
type Period = FiguresAsked['period']
type Place = { period: string; key: string; part: Part }
type Sum = Place & { n: number; amount: number }
/** How times are spread (kept-times.ts); `sign` -1: taken away. */
type Times = Place & { times: string; sign: 1 | -1 }

/** The sums that say it: what they are kept by, and whose of it; null: everybody's. */
type Kept = { dim: Dim; keys: readonly string[] | null }

/** Before the first case of any bureau. */
const EVER = '1970-01-01' as Day

/** Answers at one position; days that are yet to come have no figures. */
export async function figuresOf(bureau: Bureau, hall: string, asked: FiguresAsked): Promise<FiguresAnswer> {
  const { db, known, now } = bureau
  const today = dayOf(now().toISOString())
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { position } = await tx
        .selectFrom('halls')
        .select('position')
        .where('id', '=', hall)
        .executeTakeFirstOrThrow()
      const read = new Reading(tx, hall, known, asked, today)
      const found = await read.rows(asked.period)
      const compared = asked.compared === null ? null : await read.rows(asked.compared)
      return { position, today, names: await read.names([found, compared]), asked: found, compared }
    })
}

class Reading {
  readonly flows: FigureName[]
  readonly stocks: FigureName[]
  constructor(
    readonly tx: Tx,
    readonly hall: string,
    readonly known: Known,
    readonly asked: FiguresAsked,
    readonly today: Day,
  ) {
    this.flows = asked.figures.filter((name) => figureDef(name).kind === 'flow')
    const stocks = asked.figures.filter((name) => figureDef(name).kind === 'stock')
    this.stocks = saysStock(asked.by, asked.only) ? stocks : []
  }

  async rows({ from, to }: Period): Promise<Rows> {
    const last = to < this.today ? to : this.today
    const { time } = this.asked
    const flow = await this.#sums(this.flows, { from, to: last }, time)
    const times = await this.#times({ from, to: last }, time)
    const until = await this.#sums(this.stocks, { from: EVER, to: last }, 'none')
    const found = { rows: gather(flow, times), until: gather(until, []) }
    if (Math.max(found.rows.length, found.until.length) > MOST_ROWS)
      throw new Refused(400, 'badRequest', 'more rows than one answer holds: ask for fewer days')
    return found
  }

  async #sums(names: readonly FigureName[], period: Period, time: TimeBy): Promise<Sum[]> {
    const wanted = [...new Set(names.flatMap(partsIn))]
    if (wanted.length === 0 || period.from > period.to) return []
    const kept = this.#kept(wanted)
    const columns = this.#columns(kept, time)
    const { rows } =
      kept === null
        ? await sql<Sum>`select ${columns}, count(*) as n, sum(amount)::bigint as amount from ${this.#from()}
            where ${this.#lines(wanted, period)} group by 1, 2, 3`.execute(this.tx)
        : await sql<Sum>`select ${columns}, sum(n * sign)::bigint as n, sum(amount * sign)::bigint as amount
            from (${this.#ofKept('report_sums', kept, wanted, kept.dim === 'hour' ? ranges(period, 'day') : ranges(period, time))}) kept
            group by 1, 2, 3 having sum(n * sign) <> 0 or sum(amount * sign) <> 0`.execute(this.tx)
    return rows
  }

  async #times(period: Period, time: TimeBy): Promise<Times[]> {
    const wanted = [...new Set(this.flows.flatMap((name) => figureDef(name).median ?? []))].filter((part) =>
      timedParts.includes(part),
    )
    if (wanted.length === 0 || period.from > period.to) return []
    const kept = this.asked.by === 'hour' ? null : this.#kept(wanted)
    const columns = this.#columns(kept, time)
    const { rows } =
      kept === null
        ? await sql<Times>`select part, key, period, ${textInSql} as times, 1 as sign from (
            select ${columns}, (amount / ${BUCKET_MINUTES}::integer)::integer as bucket, count(*) as n from ${this.#from()}
            where ${this.#lines(wanted, period)} group by 1, 2, 3, 4) each group by 1, 2, 3`.execute(this.tx)
        : await sql<Times>`select ${columns}, times, sign
            from (${this.#ofKept('report_times', kept, wanted, ranges(period, time))}) kept`.execute(this.tx)
    return rows
  }

  #columns(kept: Kept | null, time: TimeBy) {
    return sql`part, ${this.#key(kept)} as key, ${periodIn(kept === null ? 'day' : 'period', time)} as period`
  }

  /** The one thing that sums are kept by and that the question turns on; null where it turns on several, or on a finer one. */
  #kept(wanted: readonly Part[]): Kept | null {
    const { by, only } = this.asked
    const named = (Object.keys(only) as (keyof Only)[]).filter((key) => only[key] !== undefined)
    const [one] = named
    if (by === 'community' || by === 'cause' || named.length > 1) return null
    if (by === 'hour' && !wanted.every((part) => hourParts.includes(part))) return null
    const dim = dimOf(by)
    if (one === undefined) return { dim, keys: null }
    if (
      one === 'community' ||
      one === 'hour' ||
      one === 'weekday' ||
      one === 'cause' ||
      (dim !== 'all' && dim !== dimOf(one))
    )
      return null
    const keys = one === 'system' ? this.#itemsOf(only.system) : [String(only[one])]
    return { dim: dimOf(one), keys }
  }

  /** The lines; for why, once for each cause that a line names. */
  #from() {
    return this.asked.by === 'cause'
      ? sql`report_lines cross join lateral unnest(string_to_array(causes, E'\n')) as why(cause)`
      : sql`report_lines`
  }

  /** The rows of kept sums that make up a period, with their sign. */
  #ofKept(
    table: 'report_sums' | 'report_times',
    { dim, keys }: Kept,
    wanted: readonly Part[],
    within: readonly Range[],
  ) {
    const own = keys === null ? sql`` : sql`and key = any(${[...keys]}::text[])`
    const each = within.map(
      ({ grain, from, to, less }) => sql`select *, ${sql.lit(less === true ? -1 : 1)} as sign from ${sql.table(table)}
        where hall = ${this.hall} and grain = ${grain} and dim = ${dim} and part = any(${[...wanted]}::text[]) and period between ${from} and ${to} ${own}`,
    )
    return sql.join(each, sql` union all `)
  }

  #lines(wanted: readonly Part[], { from, to }: Period) {
    // What comes by itself is done at no hour.
    const acted = this.asked.by === 'hour' ? sql`and hour >= 0` : sql``
    return sql<boolean>`hall = ${this.hall} and part = any(${[...wanted]}::text[]) and day between ${from} and ${to} ${acted}
      ${onlyIn(this.asked.only, this.known)}`
  }

  #key(kept: Kept | null): RawBuilder<string> {
    const { by } = this.asked
    if (by === 'none') return sql`''::text`
    const column = kept === null ? lineColumn(by) : sql.raw('key')
    if (by !== 'system') return sql`${column}`
    const cases = [...systems(this.known)].map(([code, system]) => sql`when ${code} then ${system}`)
    return sql`(case ${column} ${sql.join(cases, sql` `)} else '' end)::text`
  }

  #itemsOf(system: string | undefined): string[] {
    return itemsOf(this.known, system)
  }

  /** What the persons among the keys are called, as their last line has it. */
  async names(all: readonly (Rows | null)[]): Promise<Record<string, string>> {
    if (this.asked.by !== 'person') return {}
    const ids = new Set(all.flatMap((each) => [...(each?.rows ?? []), ...(each?.until ?? [])]).map(({ key }) => key))
    return Object.fromEntries([...ids].map((id) => [id, this.known.people.get(id)?.name ?? id]))
  }
}

function dimOf(by: Exclude<Grouping, 'community' | 'cause'>): Dim {
  return by === 'none' ? 'all' : by === 'system' ? 'item' : by
}

function lineColumn(by: Exclude<Grouping, 'none'>): RawBuilder<unknown> {
  if (by === 'window' || by === 'hour') return sql.raw(`"${by}"::text`)
  return sql.raw(by === 'system' ? 'item' : by)
}

/** Which line belongs to what was named. */
export function onlyIn(only: Only, known: Known): RawBuilder<unknown> {
  const terms = [
    ...(only.window === undefined ? [] : [sql`and "window" = ${only.window}`]),
    ...(only.person === undefined ? [] : [sql`and person = ${only.person}`]),
    ...(only.item === undefined ? [] : [sql`and item = ${only.item}`]),
    ...(only.system === undefined ? [] : [sql`and item = any(${itemsOf(known, only.system)}::text[])`]),
    ...(only.street === undefined ? [] : [sql`and street = ${only.street}`]),
    ...(only.community === undefined ? [] : [sql`and community = ${only.community}`]),
    ...(only.hour === undefined ? [] : [sql`and hour = ${only.hour}`]),
    ...(only.weekday === undefined ? [] : [sql`and extract(isodow from day::date) = ${only.weekday}`]),
    ...(only.cause === undefined ? [] : [sql`and ${only.cause} = any(string_to_array(causes, E'\\n'))`]),
  ]
  return terms.length === 0 ? sql`` : sql.join(terms, sql` `)
}

/** The system (救助、养老 …) of each item, by the newest edition that has it. */
function systems({ catalogues }: Known): Map<string, string> {
  return new Map(catalogues.flatMap(({ items }) => items.map(({ code, system }) => [code as string, system])))
}

function itemsOf(known: Known, system: string | undefined): string[] {
  return [...systems(known)].flatMap(([code, own]) => (own === system ? [code] : []))
}

/** The first day of the time a day lies in. */
function periodIn(column: 'day' | 'period', time: TimeBy): RawBuilder<string> {
  const day = sql.raw(column)
  if (time === 'day') return sql`${day}`
  if (time === 'month') return sql`left(${day}, 7)`
  if (time === 'week') return sql`to_char(date_trunc('week', ${day}::date), 'YYYY-MM-DD')`
  return sql`''::text`
}

/** One row for each time and key. */
function gather(sums: readonly Sum[], times: readonly Times[]): Row[] {
  const rows = new Map<string, Row>()
  const row = ({ period, key }: Place): Row => {
    const known = rows.get(`${period} ${key}`) ?? { period, key, sums: {}, times: {} }
    rows.set(`${period} ${key}`, known)
    return known
  }
  for (const found of sums) row(found).sums[found.part] = { n: found.n, amount: found.amount }
  for (const found of times) {
    const own = row(found).times
    own[found.part] = addText(own[found.part] ?? {}, found.times, found.sign)
  }
  return [...rows.values()]
    .map((each) => ({ ...each, times: withoutNone(each.times) }))
    .filter(({ sums }) => Object.keys(sums).length > 0)
    .toSorted((a, b) => (a.period + a.key < b.period + b.key ? -1 : 1))
}

/** Parts whose times all came to nothing are left out, as with sums. */
function withoutNone(times: Row['times']): Row['times'] {
  return Object.fromEntries(Object.entries(times).filter(([, buckets]) => Object.keys(buckets).length > 0))
}
