/** The cases behind a figure, a page at a time: out of the lines that made it. */
import { type RawBuilder, sql } from 'kysely'
import { type Day, dayOf, earlierDay } from '../shared/calendar/day.ts'
import type { Case } from '../shared/case/case.ts'
import type { EventId, PersonId } from '../shared/case/ids.ts'
import type { FigureCases, FigureCasesAsked } from '../shared/contract/figures.ts'
import { figureDef, partsIn } from '../shared/report/figures.ts'
import { listedIn, partsOfStock, type Weight, weightOf } from '../shared/report/listed.ts'
import type { Part } from '../shared/report/parts.ts'
import { lineOf } from './ask.ts'
import type { Bureau } from './bureau.ts'
import type { LineRow } from './counting.ts'
import { onlyIn } from './figures.ts'
import type { CaseReader } from './readable-case.ts'
import { hiddenFrom } from './scope.ts'

/** In order of day, case and event; sealed matters only where they are handled, elsewhere how many they are. */
export async function figureCases(
  bureau: Bureau,
  { hall, offices }: CaseReader,
  { figure, period, only, after, limit }: FigureCasesAsked,
): Promise<FigureCases> {
  const { known, now } = bureau
  const today = dayOf(now().toISOString())
  const to = earlierDay(period.to, today)
  const hidden = hiddenFrom(offices, known)
  const asked: Asked = { hall, figure, from: period.from, to, only, after, limit, hidden }
  const isFlow = figureDef(figure).kind === 'flow'
  const rows = isFlow ? await flowRows(bureau, asked) : await stockRows(bureau, asked)
  const sealed = hidden.length === 0 ? 0 : isFlow ? await sealedFlow(bureau, asked) : await sealedStock(bureau, asked)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    lines: await withCases(bureau, asked, shown),
    sealed,
    next:
      rows.length > limit && last !== undefined
        ? {
            day: last.day as FigureCases['lines'][number]['day'],
            case: last.case_id as Case['id'],
            event: last.event as EventId,
            part: last.part as Part,
          }
        : null,
  }
}

type Asked = Pick<FigureCasesAsked, 'figure' | 'only' | 'after' | 'limit'> & {
  hall: string
  from: Day
  to: Day
  hidden: readonly string[]
}

/** One more than a page holds, where there are more. */
async function flowRows({ db, known }: Bureau, asked: Asked): Promise<LineRow[]> {
  const { figure, only, after, limit, hidden } = asked
  const from = after?.day ?? asked.from
  // Each part by its own index, and of each no more than a page.
  const pages = listedIn(figure).parts.map(
    (part) => sql`(select l.* from report_lines l where ${flowOf(part, { ...asked, from })} ${beyond(after)}
      ${onlyIn(only, known)} and item <> all(${[...hidden]}::text[]) order by day, case_id, event limit ${limit + 1})`,
  )
  const { rows } = await sql<LineRow>`
    select * from (${sql.join(pages, sql` union all `)}) l order by day, case_id, event, part limit ${limit + 1}`.execute(
    db,
  )
  return rows
}

async function sealedFlow({ db, known }: Bureau, asked: Asked): Promise<number> {
  const { figure, only, hidden } = asked
  const all = listedIn(figure).parts.map(
    (part) => sql`select 1 from report_lines l where ${flowOf(part, asked)} ${onlyIn(only, known)}
      and item = any(${[...hidden]}::text[])`,
  )
  return counted(db, sql.join(all, sql` union all `))
}

/** What a figure lists of one part (`l`). */
function flowOf(part: Part, { hall, figure, from, to }: Pick<Asked, 'hall' | 'figure' | 'from' | 'to'>) {
  const { holds, without } = listedIn(figure)
  const only = holds.includes(part) ? sql`and amount <> 0` : sql``
  const unlike =
    without.length === 0
      ? sql``
      : sql`and not exists (select 1 from report_lines w where w.hall = l.hall and w.case_id = l.case_id
          and w.event = l.event and w.part = any(${[...without]}::text[]))`
  return sql`hall = ${hall} and part = ${part} and day between ${from} and ${to} ${only} ${unlike}`
}

/** A case was in a stock at the end of a day if more of its lines had brought it in by then than had taken it out; it is shown by the
 *  last that brought it in. Looked at are those that are in hand now and those that have ended since. */
async function stockRows({ db, known }: Bureau, asked: Asked): Promise<LineRow[]> {
  const { only, after, limit, hidden } = asked
  const { rows } = await sql<LineRow>`
    ${standing(asked)} select * from last where item <> all(${[...hidden]}::text[]) ${beyond(after)} ${onlyIn(only, known)}
    order by day, case_id, event, part limit ${limit + 1}`.execute(db)
  return rows
}

async function sealedStock({ db, known }: Bureau, asked: Asked): Promise<number> {
  const sealed = sql`select * from last where item = any(${[...asked.hidden]}::text[]) ${onlyIn(asked.only, known)}`
  return counted(db, sql`${standing(asked)} ${sealed}`)
}

function standing({ hall, figure, to }: Asked) {
  const { into, outOf } = partsOfStock(figure)
  const ended = partsOfStock('inHand').outOf
  return sql`with looked_at as (
      select id as case_id from cases where hall = ${hall} and in_hand
      union select case_id from report_lines where hall = ${hall} and part = any(${ended}::text[]) and day > ${to}),
    stands as (
      select case_id from looked_at join report_lines using (case_id)
      where hall = ${hall} and part = any(${[...into, ...outOf]}::text[]) and day <= ${to}
      group by case_id having sum(case when part = any(${into}::text[]) then 1 else -1 end) > 0),
    last as (
      select distinct on (case_id) l.* from stands join report_lines l using (case_id)
      where hall = ${hall} and part = any(${into}::text[]) and day <= ${to} order by case_id, day desc, event desc)`
}

async function counted(db: Bureau['db'], rows: RawBuilder<unknown>): Promise<number> {
  const { rows: found } = await sql<{ n: number }>`select count(*) as n from (${rows}) r`.execute(db)
  return Number(found[0]?.n ?? 0)
}

function beyond(after: FigureCasesAsked['after']): RawBuilder<unknown> {
  if (after === null) return sql``
  return sql`and (day, case_id, event, part) > (${after.day}, ${after.case}, ${after.event}, ${after.part})`
}

async function withCases(bureau: Bureau, asked: Asked, rows: readonly LineRow[]): Promise<FigureCases['lines']> {
  const { db, known, sealer } = bureau
  const ids = [...new Set(rows.map((row) => row.case_id))]
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'office', 'body'])
    .where('hall', '=', asked.hall)
    .where('id', 'in', ids.length === 0 ? [''] : ids)
    .execute()
  const lines = new Map(cases.map(({ id, office, body }) => [id, lineOf(known, sealer.openJson(body) as Case, office)]))
  const weights = await weightsOf(bureau, asked, ids)
  return rows.flatMap(({ case_id, event, part, day, window, person, person_name, amount }) => {
    const line = lines.get(case_id)
    if (line === undefined) return []
    return [
      {
        ...line,
        part: part as Part,
        day: day as FigureCases['lines'][number]['day'],
        countedAt: window,
        person: person as PersonId,
        personName: person_name,
        amount,
        ...weights(case_id, event),
      },
    ]
  })
}

/** What each event counts for; of a stock each case is one. */
async function weightsOf({ db }: Bureau, { hall, figure }: Asked, ids: readonly string[]) {
  if (figureDef(figure).kind === 'stock') return (): Weight => ({ above: 1, below: null })
  const { rows } = await sql<LineRow>`select case_id, event, part, amount from report_lines
    where hall = ${hall} and case_id = any(${[...ids]}::text[]) and part = any(${partsIn(figure)}::text[])`.execute(db)
  const byEvent = new Map<string, { part: Part; amount: number }[]>()
  for (const { case_id, event, part, amount } of rows) {
    const key = `${case_id} ${event}`
    byEvent.set(key, [...(byEvent.get(key) ?? []), { part: part as Part, amount }])
  }
  return (id: string, event: string): Weight => weightOf(figure, byEvent.get(`${id} ${event}`) ?? [])
}
