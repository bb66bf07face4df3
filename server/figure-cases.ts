/** The cases behind a figure, a page at a time: out of the lines that made it. */
import { sql } from 'kysely'
import { dayOf, earlierDay } from '../shared/calendar/day.ts'
import type { Case } from '../shared/case/case.ts'
import type { EventId, PersonId } from '../shared/case/ids.ts'
import type { FigureCases, FigureCasesAsked } from '../shared/contract/figures.ts'
import { partsBehind } from '../shared/report/figures.ts'
import type { Part } from '../shared/report/parts.ts'
import { lineOf } from './ask.ts'
import type { Bureau } from './bureau.ts'
import type { LineRow } from './counting.ts'
import { onlyIn } from './figures.ts'
import type { CaseReader } from './readable-case.ts'
import { hiddenFrom } from './scope.ts'

/** In order of day, case and event; sealed matters only where they are handled. */
export async function figureCases(
  bureau: Bureau,
  { hall, offices }: CaseReader,
  { figure, period, only, after, limit }: FigureCasesAsked,
): Promise<FigureCases> {
  const { db, known, now } = bureau
  const today = dayOf(now().toISOString())
  const to = earlierDay(period.to, today)
  const hidden = hiddenFrom(offices, known)
  // Each part by its own index, and of each no more than a page.
  const pages = partsBehind(figure).map((part) => {
    const from = after === null ? period.from : after.day
    const rest =
      after === null
        ? sql``
        : sql`and (day, case_id, event, part) > (${after.day}, ${after.case}, ${after.event}, ${after.part})`
    return sql`(select * from report_lines where hall = ${hall} and part = ${part} and day between ${from} and ${to} ${rest}
      ${onlyIn(only, known)} and item <> all(${hidden}::text[]) order by day, case_id, event limit ${limit + 1})`
  })
  const { rows } = await sql<LineRow>`
    select * from (${sql.join(pages, sql` union all `)}) l order by day, case_id, event, part limit ${limit + 1}`.execute(
    db,
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    lines: await withCases(bureau, hall, shown),
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

async function withCases(
  { db, known, sealer }: Bureau,
  hall: string,
  rows: readonly LineRow[],
): Promise<FigureCases['lines']> {
  const ids = [...new Set(rows.map((row) => row.case_id))]
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'office', 'body'])
    .where('hall', '=', hall)
    .where('id', 'in', ids.length === 0 ? [''] : ids)
    .execute()
  const lines = new Map(cases.map(({ id, office, body }) => [id, lineOf(known, sealer.openJson(body) as Case, office)]))
  return rows.flatMap(({ case_id, part, day, window, person, person_name, amount }) => {
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
      },
    ]
  })
}
