/** A hall's full year in real PostgreSQL, written fast: some hundred cases are lived by the law's own fold and judged by the bureau
 *  (`npm run seed`), and every row that came of them is copied under new ids, inside the database. */
import pg from 'pg'
import pino from 'pino'
import { writeYear } from '../../scripts/seed/year.ts'
import { openDatabase } from '../../server/database.ts'
import type { Known } from '../../server/known.ts'
import { recount } from '../../server/recount.ts'
import { hiddenFrom } from '../../server/scope.ts'
import type { Day } from '../../shared/calendar/day.ts'
import { AnyEvent } from '../../shared/case/event.ts'
import { systemNames } from '../../shared/report/case-list.ts'
import { BUCKET_MINUTES, hourParts, timedParts } from '../../shared/report/parts.ts'
import { testSealer } from '../server/databases.ts'

/** So many lives are lived; the rest are copies of them. */
export const LIVED = 500
/** The last day of the year, of which a page is asked as its today. */
export const UNTIL = '2026-11-24' as Day
const CATALOGUE = 'catalogue'

const shown = (part: string) => `'${part}'`
const timed = timedParts.map(shown).join(',')

/** Fills an empty database with a year of `LIVED` cases, and the same events with their facts open beside them. */
export async function writeLived(url: string, tell: (line: string) => void): Promise<void> {
  const db = await openDatabase(url, '')
  const log = pino({ level: 'silent' })
  try {
    const asked = { cases: LIVED, days: 250, seed: 1, until: UNTIL }
    const { bureau } = await writeYear({ db, log, sealer: testSealer, catalogue: CATALOGUE }, asked)
    const { differed, lines } = await recount(bureau, 'demo')
    if (differed > 0) throw new Error('what was counted by events is not what is counted anew')
    tell(`${LIVED} cases lived, ${lines} lines counted; counted anew they are the same.`)
    await openFacts(url, bureau.known)
  } finally {
    await db.destroy()
  }
}

/** What a query over raw events may ask: what items are called, and the facts of each event, which the bureau keeps sealed, open in a narrow table of its own.
 *  It is less to read than the events are. */
async function openFacts(url: string, known: Known): Promise<void> {
  const client = await connect(url)
  try {
    await client.query(
      `create table raw_items (code text primary key, name text not null, system text not null, sealed boolean not null)`,
    )
    const sealed = hiddenFrom(['window'], known)
    const items = new Map(known.catalogues.flatMap((each) => each.items.map((item) => [item.code as string, item])))
    for (const { code, name, system } of items.values())
      await client.query('insert into raw_items values ($1, $2, $3, $4)', [
        code,
        name,
        systemNames[system],
        sealed.includes(code),
      ])
    await client.query(`create table raw_events (position bigint not null, case_id text not null, event text not null, type text not null,
      at timestamptz not null, day text not null, "window" integer, person text not null, item text not null)`)
    const { rows } = await client.query(`select e.position, e.case_id, e.event, e.type, e.body, c.item
      from events e join cases c on c.hall = e.hall and c.id = e.case_id where e.hall = 'demo'`)
    for (const { position, case_id, event, type, body, item } of rows) {
      const { stamp } = AnyEvent.parse(testSealer.openJson(body))
      await client.query(
        `insert into raw_events values ($1, $2, $3, $4, $5, to_char($5::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), $6, $7, $8)`,
        [position, case_id, event, type, stamp.at, stamp.window, stamp.by.person, item],
      )
    }
  } finally {
    await client.end()
  }
}

/** Copies every life until there are so many cases, and adds the sums up as a recount does. How long a case took differs from copy
 *  to copy, so that medians have as many times to look through as in life. */
export async function copyLives(url: string, cases: number, tell: (line: string) => void): Promise<void> {
  const copies = Math.round(cases / LIVED) - 1
  const client = await connect(url)
  const begun = performance.now()
  const run = (text: string) => client.query(text)
  try {
    const { copy, most, indexAgain } = await copier(client, copies)
    await copy('events', {
      position: `position + k * ${most}`,
      case_id: 'copied(case_id, k)',
      event: 'copied_event(event, k)',
      // No figure opens the body of an event: it need not fill the disk four hundred times.
      body: 'substring(body from 1 for 64)',
    })
    await copy('raw_events', {
      position: `position + k * ${most}`,
      case_id: 'copied(case_id, k)',
      event: 'copied_event(event, k)',
    })
    await copy('cases', { id: 'copied(id, k)', id_hash: `id_hash || '-' || k` })
    await copy('report_lines', {
      case_id: 'copied(case_id, k)',
      event: 'copied_event(event, k)',
      amount: `case when part in (${timed}) then amount + (k * 37) % 600 else amount end`,
    })
    await indexAgain()
    await run(`alter table raw_events add primary key (position)`)
    await run(`create index raw_events_case on raw_events (case_id)`)
    await run(`update halls set position = (select max(position) from events)`)
    await addUp(run)
    for (const table of ['events', 'raw_events', 'cases', 'report_lines', 'report_sums', 'report_times', 'raw_items'])
      await run(`vacuum analyze ${table}`)
    const counted = await run(`select (select count(*) from cases) as cases, (select count(*) from events) as events,
      (select count(*) from report_lines) as lines, (select count(*) from report_sums) as sums, (select count(*) from report_times) as times`)
    const seconds = Math.round((performance.now() - begun) / 1000)
    tell(
      `Copied in ${seconds} s: ${Object.entries(counted.rows[0])
        .map(([name, count]) => `${count} ${name}`)
        .join(', ')}.`,
    )
  } finally {
    await client.end()
  }
}

/** Copies rows under new ids, some columns otherwise; `most`: the last position before. The indexes are away until `indexAgain`. */
export async function copier(client: pg.Client, copies: number) {
  await client.query(`create function copied(id text, k integer) returns text language sql immutable parallel safe as
    $$ select overlay(overlay(md5(id || k) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid::text $$`)
  await client.query(`create function copied_event(id text, k integer) returns text language sql immutable parallel safe as
    $$ select copied(split_part(id, '#', 1), k) || '#' || split_part(id, '#', 2) $$`)
  const { rows } = await client.query(`select max(position) as most from events`)
  const indexes = await client.query(`select indexname, indexdef from pg_indexes
    where tablename in ('events', 'cases', 'report_lines') and indexname not like '%pkey'`)
  for (const { indexname } of indexes.rows) await client.query(`drop index ${indexname}`)
  return {
    most: Number(rows[0].most),
    copy: async (table: string, other: Readonly<Record<string, string>>, where = 'true') => {
      const columns = await client.query(
        `select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position`,
        [table],
      )
      const names = columns.rows.map(({ name }) => name as string)
      const made = names.map((name) => other[name] ?? `"${name}"`)
      await client.query(`insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
        select ${made.join(', ')} from ${table} cross join generate_series(1, ${copies}) k where ${where}`)
    },
    indexAgain: async () => {
      for (const { indexdef } of indexes.rows) await client.query(indexdef)
    },
  }
}

/** The same sums as server/recount-sums.ts makes, in the database alone. */
async function addUp(run: (text: string) => Promise<unknown>): Promise<void> {
  await run('truncate report_sums')
  await run('truncate report_times')
  await run(`insert into report_sums (hall, grain, dim, part, period, key, n, amount)
    select hall, 'day', 'hour', part, day, hour::text, count(*), sum(amount) from report_lines
    where hour >= 0 and part in (${hourParts.map(shown).join(',')}) group by 1, 4, 5, 6`)
  const keys = { all: `''`, window: '"window"::text', person: 'person', item: 'item', street: 'street' }
  const periods = { day: 'day', month: 'left(day, 7)' }
  for (const [dim, key] of Object.entries(keys))
    for (const [grain, period] of Object.entries(periods)) {
      await run(`insert into report_sums (hall, grain, dim, part, period, key, n, amount)
        select hall, '${grain}', '${dim}', part, ${period}, ${key}, count(*), sum(amount) from report_lines group by 1, 4, 5, 6`)
      await run(`insert into report_times (hall, grain, dim, part, period, key, block, times)
        select hall, '${grain}', '${dim}', part, period, key, bucket / 80, '[' || string_agg(bucket || ',' || n, ',' order by bucket) || ']' from (
          select hall, part, ${period} as period, ${key} as key, (amount / ${BUCKET_MINUTES})::integer as bucket, count(*) as n
          from report_lines where part in (${timed}) group by 1, 2, 3, 4, 5) each group by 1, 4, 5, 6, 7`)
    }
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  await client.connect()
  return client
}
