/** 办件明细 a page at a time, put together by the database as the file has it: nothing here looks at a row. */
import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '../shared/calendar/day.ts'
import type { ExportAfter, ExportedText } from '../shared/contract/exports.ts'
import { endNames, stateNames, systemNames } from '../shared/report/case-list.ts'
import { csvCell } from '../shared/report/csv.ts'
import type { Bureau } from './bureau.ts'
import { type Exporter, openExport } from './exports.ts'
import type { Known } from './known.ts'
import { hiddenFrom } from './scope.ts'

/** Some 600 kB: held at once by the bureau and by the terminal, however long the list is. */
const PAGE = 5000

export async function exportText(
  bureau: Bureau,
  who: Exporter,
  asked: { export: string; after: ExportAfter | null },
): Promise<ExportedText> {
  const { from_day, to_day } = await openExport(bureau, who, asked.export, 'cases')
  const { hall } = who
  const period = { from: from_day, to: to_day }
  const lines = caseLines(bureau, who, period, asked.after, PAGE)
  const { rows } = await sql<{ n: number; last: string | null; text: string | null; position: number }>`
    select count(*)::integer as n, max(day || ' ' || case_id) as last, string_agg(line || e'\r\n', '' order by day, case_id) as text,
      (select position from halls where id = ${hall}) as position
    from (${lines}) l`.execute(bureau.db)
  const { n = 0, last = null, text = null, position = 0 } = rows[0] ?? {}
  const [day, id] = (last ?? '').split(' ')
  const next = n < PAGE || last === null ? null : ({ day, case: id } as ExportAfter)
  return { rows: n, position: Number(position), next, text: text ?? '' }
}

/** The lines with the day and the case they are ordered by; `most` null: all of them. */
export function caseLines(
  { known, now }: Pick<Bureau, 'known' | 'now'>,
  { hall, offices }: Pick<Exporter, 'hall' | 'offices'>,
  period: { from: string; to: string },
  after: { day: string; case: string } | null,
  most: number | null,
): RawBuilder<unknown> {
  const rest = after === null ? sql`` : sql`and (day, case_id) > (${after.day}, ${after.case})`
  const today = dayOf(now().toISOString())
  // Reopened, a case may end twice: the last one says how, and while it is in hand again none does.
  const moment = sql`day || lpad(hour::text, 2, '0')`
  return sql`
    select p.day, p.case_id, c.number || ',' || coalesce(i.cells, p.item || ',,') || ',' || p.day || ',' || p."window" || ',' ||
      ${cell('p.person_name')} || ',' || ${cell('p.street')} || ',' || ${cell('p.community')} || ',' ||
      case when c.in_hand then ${word(stateNames.inHand)} when c.status = 'closed' then ${word(stateNames.over)} else ${word(stateNames.waiting)} end || ',' ||
      coalesce(c.due, '') || ',' || coalesce(t.accepted, '') || ',' || t.told || ',' || coalesce(left(t.ending, 10), '') || ',' ||
      ${ends()} || ',' || coalesce(round(substr(t.took, 13)::numeric / 60.0, 1)::text, '') || ',' || coalesce(t.delivered, '') as line
    from (select day, case_id, "window", person_name, item, street, community from report_lines
      where hall = ${hall} and part = 'received' and day between ${period.from} and ${period.to} ${rest}
        and item <> all(${hiddenFrom(offices, known)}::text[])
      order by day, case_id ${most === null ? sql`` : sql`limit ${most}`}) p
    cross join lateral (select number, status, due, in_hand from cases where hall = ${hall} and id = p.case_id limit 1) c
    left join (values ${items(known)}) i(code, cells) on i.code = p.item
    cross join lateral (select
      min(day) filter (where part = 'accepted') as accepted, count(*) filter (where part in ('told', 'amended')) as told,
      max(${moment} || part) filter (where part in (${sql.join(Object.keys(endNames))}) and not c.in_hand) as ending,
      max(${moment} || amount) filter (where part in ('granted', 'refused', 'recorded') and not c.in_hand) as took,
      max(day) filter (where part = 'delivered') as delivered
      from report_lines x where x.hall = ${hall} and x.case_id = p.case_id and x.day <= ${today}) t`
}

/** The same as csvCell, said to the database. */
export function cell(column: string): RawBuilder<string> {
  const plain = sql.raw(column)
  const harmless = sql`case when ${plain} ~ '^[=+@\t\r-]' then '''' || ${plain} else ${plain} end`
  return sql`(case when ${plain} !~ '["=+@,\t\r\n-]' then ${plain} when ${plain} ~ '[",\r\n]' then '"' || replace(${harmless}, '"', '""') || '"' else ${harmless} end)`
}

function ends(): RawBuilder<string> {
  const cases = Object.entries(endNames).map(([part, name]) => sql`when ${word(part)} then ${word(name)}`)
  return sql`(case substr(t.ending, 13) ${sql.join(cases, sql` `)} else '' end)`
}

/** Our own words, as they stand in this program. */
function word(text: string): RawBuilder<string> {
  return sql.lit(text)
}

/** By code: the cells that say which item it is, by the newest edition that has it. */
function items({ catalogues }: Known): RawBuilder<unknown> {
  const known = new Map(catalogues.flatMap((each) => each.items.map((item) => [item.code as string, item] as const)))
  const rows = [...known.values()].map(
    ({ code, name, system }) =>
      sql`(${sql.lit(code as string)}, ${sql.lit([code, name, systemNames[system]].map(csvCell).join(','))})`,
  )
  return rows.length === 0 ? sql`(null::text, null::text)` : sql.join(rows)
}
