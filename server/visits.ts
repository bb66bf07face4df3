/** Tickets and questions (叫号, 首问登记) as every window of the hall reads them: lines in the order in which they came. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { routes } from '../shared/contract/routes.ts'
import type { RecordBody } from '../shared/record/record.ts'
import { countEnquiries, enquiriesOf } from '../shared/visit/enquiry.ts'
import { dayOfLine, lineOf, type VisitLine } from '../shared/visit/line.ts'
import type { Bureau } from './bureau.ts'
import { numbersOf } from './hall-queue.ts'
import type { Reader } from './pull.ts'
import type { Schema } from './schema.ts'
import type { Sealer } from './seal.ts'

type Route = (typeof routes)['POST /v1/visits']
export type VisitRow = Omit<Schema['visit_lines'], 'no'>

const PAGE = 500
const MOST_OPEN = 100

/** The row of a record that tells of a visit; undefined for every other record. */
export function visitRow(sealer: Sealer, hall: string, record: RecordBody): VisitRow | undefined {
  const line = lineOf(record)
  if (line === undefined) return undefined
  const { terminal, seq, note } = line
  const handed = note.type === 'enquired' && note.how === 'handed'
  return {
    hall,
    day: dayOfLine(line),
    terminal,
    seq,
    subject: note.type === 'ticket' ? note.ticket : note.enquiry,
    turn: handed ? 'handed' : note.type === 'enquiryAnswered' ? 'answered' : null,
    body: sealer.sealJson(line),
  }
}

/** What a record adds to the figure 咨询, by the same function as the window's; undefined for every other record. */
export function enquiryRow(hall: string, record: RecordBody): Schema['enquiries'] | undefined {
  const line = lineOf(record)
  const [counted] = line === undefined ? [] : countEnquiries(enquiriesOf([line]))
  if (line?.note.type !== 'enquired' || counted === undefined) return undefined
  const { window, person, personName, item } = counted
  const { enquiry } = line.note
  return { hall, enquiry, day: dayOfLine(line), window: window ?? 0, person, person_name: personName, item }
}

/** A page of a day's lines after the reader's last one, and what of any day waits to be answered. */
export async function visitsOf(
  bureau: Bureau,
  { hall }: Pick<Reader, 'hall'>,
  asked: z.output<Route['input']>,
): Promise<z.input<Route['output']>> {
  const { db, sealer, incarnation } = bureau
  const restart = asked.incarnation !== null && asked.incarnation !== incarnation
  const after = restart || asked.incarnation === null ? 0 : asked.after
  const rows = await db
    .selectFrom('visit_lines')
    .select(['no', 'body'])
    .where('hall', '=', hall)
    .where('day', '=', asked.day)
    .where('no', '>', after)
    .orderBy('no')
    .limit(PAGE)
    .execute()
  const open = await sql<{ body: Uint8Array }>`
    select q.body from visit_lines q where q.hall = ${hall} and q.turn = 'handed' and not exists (
      select 1 from visit_lines a where a.hall = q.hall and a.subject = q.subject and a.turn = 'answered')
    order by q.no limit ${MOST_OPEN}`.execute(db)
  const lineIn = (body: Uint8Array) => sealer.openJson(body) as VisitLine
  return {
    incarnation,
    restart,
    last: rows.at(-1)?.no ?? after,
    lines: rows.map(({ body }) => lineIn(body)),
    more: rows.length === PAGE,
    open: open.rows.map(({ body }) => lineIn(body)),
    hall: await numbersOf(bureau, hall, asked.day),
  }
}
