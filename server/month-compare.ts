/** 月比 at the bureau: one row for each case that something of the month turns on, out of lines and kept hashes. No case is opened but
 *  those of a page of the list behind a figure. */
import { sql } from 'kysely'
import { addDays, addMonths, type Day, dayOf } from '../shared/calendar/day.ts'
import type { Case } from '../shared/case/case.ts'
import type { MonthAnswer, MonthCases, MonthCasesAsked } from '../shared/contract/plans.ts'
import type { CaseLine } from '../shared/contract/views.ts'
import { behindMonth, type ComparedCase, compareMonth, type Slips } from '../shared/report/month-compare.ts'
import { lineOf } from './ask.ts'
import type { Bureau } from './bureau.ts'
import { hashOfNumber } from './projections.ts'
import type { CaseReader } from './readable-case.ts'
import { hiddenFrom } from './scope.ts'
import { calendarOf } from './weeks.ts'

const touching = ['granted', 'refused', 'recorded', 'overdue', 'withdrawn', 'voided']
const decided = ['granted', 'refused', 'recorded']
const sentBack = ['withdrawn', 'notAccepted', 'notRequired', 'redirected']
const lapsed = ['lapsed', 'terminated']

type Row = {
  id: string
  window: number | null
  who: string
  item: string
  received_at: string
  decided: Day | null
  overdue: Day | null
  sent_back: Day | null
  lapsed: Day | null
  voided: Day | null
  late: Day | null
  promised: number | null
  told: number
  amended: number
}

export async function monthFor(bureau: Bureau, hall: string, month: string): Promise<MonthAnswer> {
  const { from, to } = daysOf(month)
  return {
    month,
    today: dayOf(bureau.now().toISOString()),
    rows: compareMonth(await comparedIn(bureau, hall, month), await slipsOf(bureau, hall, from, to), {
      month,
      calendar: calendarOf(bureau),
    }),
  }
}

const PAGE = 50

/** The applications behind a figure, a page at a time; sealed matters only where they are handled, elsewhere how many they are. */
export async function monthCases(
  bureau: Bureau,
  { hall, offices }: CaseReader,
  { month, window, figure, after }: MonthCasesAsked,
): Promise<MonthCases> {
  const compared = await comparedIn(bureau, hall, month)
  const all = behindMonth(compared, figure, window, { month, calendar: calendarOf(bureau) })
  const hidden = hiddenFrom(offices, bureau.known)
  const open = all.filter(({ cases }) => cases.every(({ item }) => !hidden.includes(item)))
  const shown = open.slice(after, after + PAGE)
  const lines = await linesOf(
    bureau,
    hall,
    shown.flatMap(({ cases }) => cases.map((one) => one.case)),
  )
  return {
    applications: shown.map(({ cases, above }) => ({
      cases: cases.flatMap((one) => lines.get(one.case) ?? []),
      above,
    })),
    n: all.filter(({ above }) => above).length,
    of: all.length,
    sealed: all.length - open.length,
    next: open.length > after + PAGE ? after + PAGE : null,
  }
}

async function linesOf({ db, known, sealer }: Bureau, hall: string, ids: string[]): Promise<Map<string, CaseLine>> {
  const cases = db.selectFrom('cases').select(['id', 'office', 'body']).where('hall', '=', hall)
  const rows = await cases.where('id', 'in', ids.length === 0 ? [''] : ids).execute()
  return new Map(rows.map(({ id, office, body }) => [id, lineOf(known, sealer.openJson(body) as Case, office)]))
}

function daysOf(month: string): { from: Day; to: Day } {
  const from = `${month}-01` as Day
  return { from, to: addDays(addMonths(from, 1), -1) }
}

async function comparedIn(bureau: Bureau, hall: string, month: string): Promise<ComparedCase[]> {
  const today = dayOf(bureau.now().toISOString())
  const { from, to } = daysOf(month)
  const { rows } = await sql<Row>`
    with keys as (select distinct c.id_hash, c.item from report_lines l join cases c on c.hall = l.hall and c.id = l.case_id
      where l.hall = ${hall} and l.part = any(${touching}::text[]) and l.day between ${from} and ${to})
    select c.id, c."window", c.id_hash as who, c.item, c.received_at,
      min(l.day) filter (where l.part = any(${decided}::text[])) as decided,
      min(l.day) filter (where l.part = 'overdue' and l.day <= ${today}) as overdue,
      min(l.day) filter (where l.part = any(${sentBack}::text[])) as sent_back,
      min(l.day) filter (where l.part = any(${lapsed}::text[])) as lapsed,
      min(l.day) filter (where l.part = 'voided') as voided,
      min(l.day) filter (where l.part = 'promisedLate') as late,
      (array_agg(l.amount order by l.day) filter (where l.part = 'promised'))[1]::integer as promised,
      (count(*) filter (where l.part = 'told'))::integer as told,
      (count(*) filter (where l.part = 'amended'))::integer as amended
    from keys k join cases c on c.hall = ${hall} and c.id_hash = k.id_hash and c.item = k.item
      join report_lines l on l.hall = c.hall and l.case_id = c.id
    group by c.id, c."window", c.id_hash, c.item, c.received_at`.execute(bureau.db)
  const nobody = hashOfNumber(bureau.sealer, '')
  return rows.map((row) => comparedOf(row, nobody))
}

function comparedOf(row: Row, nobody: string): ComparedCase {
  const gone = [row.sent_back, row.lapsed, row.voided].filter((day) => day !== null).toSorted()[0] ?? null
  return {
    case: row.id,
    window: row.window ?? 0,
    // Without a number, each is somebody else.
    who: row.who === nobody ? row.id : row.who,
    item: row.item,
    receivedOn: dayOf(row.received_at),
    receivedAt: row.received_at,
    decidedOn: row.decided,
    promised: row.promised,
    late: row.late !== null && row.late === row.decided,
    overdueOn: row.overdue,
    goneOn: row.decided === null ? gone : null,
    lapsed: gone !== null && gone === row.lapsed,
    voided: row.voided !== null,
    told: row.told,
    amended: row.amended,
  }
}

async function slipsOf({ db }: Bureau, hall: string, from: Day, to: Day): Promise<Slips[]> {
  const rows = await db
    .selectFrom('report_lines')
    .select((eb) => ['window', eb.fn.countAll<number>().as('rated'), eb.fn.sum<number>('amount').as('praised')])
    .where('hall', '=', hall)
    .where('part', '=', 'rated')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('window')
    .execute()
  return rows.map(({ window, rated, praised }) => ({ window, rated: Number(rated), praised: Number(praised) }))
}
