/** 办件信息 a page at a time: each case opened, and said in the form of the exchange. */
import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Case } from '../shared/case/case.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import type { ExportAfter, ExportedCases } from '../shared/contract/exports.ts'
import { exchangeCase, toldTypes } from '../shared/exchange/exchange.ts'
import type { Bureau } from './bureau.ts'
import { type Exporter, nextOf, openExport } from './exports.ts'
import { hiddenFrom } from './scope.ts'

/** Some 500 kB; and a year of a large hall is fewer questions than a terminal has in a minute. */
const PAGE = 250

export async function exportCases(
  bureau: Bureau,
  who: Exporter,
  asked: { export: string; after: ExportAfter | null },
): Promise<ExportedCases> {
  const { db, known, sealer } = bureau
  const { from_day, to_day } = await openExport(bureau, who, asked.export, 'exchange')
  const { hall } = who
  const settings = known.halls.get(hall)
  if (settings === undefined) throw new Error('a hall that is not known')
  const badgeOf = (person: string) => known.people.get(person)?.badge ?? ''
  const { after } = asked
  const rest = after === null ? sql`` : sql`and (l.day, l.case_id) > (${after.day}, ${after.case})`
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { rows } = await sql<{ day: string; case_id: string; body: Buffer }>`
        select l.day, l.case_id, c.body from report_lines l join cases c on c.hall = ${hall} and c.id = l.case_id
        where l.hall = ${hall} and l.part = 'received' and l.day between ${from_day} and ${to_day} ${rest}
          and l.item <> all(${hiddenFrom(who.offices, known)}::text[])
        order by l.day, l.case_id limit ${PAGE}`.execute(tx)
      const ids = rows.map(({ case_id }) => case_id)
      // The database reads the acts while the cases are opened.
      const [{ position }, { rows: events }, kases] = await Promise.all([
        tx.selectFrom('halls').select('position').where('id', '=', hall).executeTakeFirstOrThrow(),
        sql<{ case_id: string; body: Buffer }>`
          select case_id, body from events where hall = ${hall} and case_id = any(${ids}::text[]) and type = any(${[...toldTypes]}::text[])
          order by position`.execute(tx),
        turn().then(() => rows.map(({ body }) => sealer.openJson(body) as Case)),
      ])
      const lives = new Map<string, AnyEvent[]>(ids.map((id) => [id, []]))
      for (const { case_id, body } of events) lives.get(case_id)?.push(sealer.openJson(body) as AnyEvent)
      const cases = kases.map((kase, no) => {
        const item = known.itemOf(kase.editions.catalogue, kase.item)
        if (item === undefined) throw new Error('an edition that is not published here')
        return exchangeCase(kase, lives.get(ids[no] ?? '') ?? [], item, settings, badgeOf)
      })
      return { rows: cases.length, position, next: nextOf(rows, PAGE), cases }
    })
}
