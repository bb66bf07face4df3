/** 周一列计划: the plan of a week is made once, out of what had been done when its first working day began, whoever asks first and however
 *  late: a week that nobody looked at has the same plan as one that everybody did. */
import { sql } from 'kysely'
import type { Calendar } from '../shared/calendar/calendar.ts'
import { dayOf } from '../shared/calendar/day.ts'
import { AnyEvent } from '../shared/case/event.ts'
import type { CaseId, Instant } from '../shared/case/ids.ts'
import { beginsAt, endsAt, isLeftOver, pictureAt } from '../shared/report/left-over.ts'
import { byDay, type PlanBooks, PlanLine, planOf } from '../shared/report/plan.ts'
import { firstWorkday, type WorkWeek } from '../shared/report/work-week.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { worksIn } from './known.ts'

const CHUNK = 300

/** Of no week that has not begun, and of none before the hall's first case. */
export async function ensurePlan(bureau: Bureau, hall: string, week: WorkWeek): Promise<void> {
  const today = dayOf(bureau.now().toISOString())
  if (today < firstWorkday(week)) return
  await bureau.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      if ((await readPlan(bureau, tx, hall, week)) !== undefined) return
      if (today > week.to && !(await hadCasesBy(tx, hall, endsAt(week)))) return
      const { position } = await tx
        .selectFrom('halls')
        .select('position')
        .where('id', '=', hall)
        .executeTakeFirstOrThrow()
      const at = beginsAt(week)
      const lines = await linesOf(bureau, tx, hall, week)
      await tx
        .insertInto('week_plans')
        .values({
          hall,
          from_day: week.from,
          to_day: week.to,
          made_at: at,
          position,
          body: bureau.sealer.sealJson(lines),
        })
        .onConflict((oc) => oc.doNothing())
        .execute()
    })
    .catch(async (error: unknown) => {
      // Two asked at once: the other's stands.
      if ((await readPlan(bureau, bureau.db, hall, week)) === undefined) throw error
    })
}

type Made = { madeAt: Instant; lines: PlanLine[] }

export async function readPlan(
  { sealer }: Bureau,
  db: Bureau['db'] | Tx,
  hall: string,
  week: WorkWeek,
): Promise<Made | undefined> {
  const row = await db
    .selectFrom('week_plans')
    .select(['made_at', 'body'])
    .where('hall', '=', hall)
    .where('from_day', '=', week.from)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { madeAt: row.made_at as Instant, lines: PlanLine.array().parse(sealer.openJson(row.body)) }
}

export function booksOf(
  { known }: Bureau,
  hall: string,
  week: WorkWeek,
  at: Instant,
): Omit<PlanBooks, 'undone' | 'calendar'> & { calendar: Calendar } {
  return {
    calendar: known.calendar!,
    week,
    at,
    people: [...known.people.values()].filter(({ id }) => worksIn(known, id, hall)),
    itemOf: (kase) => known.itemOf(kase.editions.catalogue, kase.item),
  }
}

/** What was done to each of these cases, in the order in which it counts. */
export async function historiesOf(
  { sealer }: Bureau,
  tx: Tx,
  hall: string,
  ids: readonly string[],
): Promise<Map<CaseId, AnyEvent[]>> {
  const { rows } = await sql<{ body: Buffer }>`
    select body from events where hall = ${hall} and case_id = any(${[...ids]}::text[]) order by case_id, position`.execute(
    tx,
  )
  const histories = new Map<CaseId, AnyEvent[]>()
  for (const { body } of rows) {
    const event = AnyEvent.parse(sealer.openJson(body))
    const known = histories.get(event.case)
    if (known === undefined) histories.set(event.case, [event])
    else known.push(event)
  }
  return histories
}

/** Of the cases that ran when the week began: those that run now, and those that were closed since. */
async function linesOf(bureau: Bureau, tx: Tx, hall: string, week: WorkWeek): Promise<PlanLine[]> {
  const books = booksOf(bureau, hall, week, beginsAt(week))
  const lines: PlanLine[] = []
  for (let from = ''; ; ) {
    const { rows } = await sql<{ id: string }>`
      select id from cases where hall = ${hall} and id > ${from} and received_at <= ${books.at} and (status <> 'closed' or id in (
        select case_id from report_lines where hall = ${hall} and part in ('delivered', 'voided') and day >= ${firstWorkday(week)}))
      order by id limit ${CHUNK}`.execute(tx)
    const last = rows.at(-1)
    if (last === undefined) return lines.toSorted(byDay)
    from = last.id
    const histories = await historiesOf(
      bureau,
      tx,
      hall,
      rows.map(({ id }) => id),
    )
    const undone = { has: (id: CaseId) => isLeftOver(histories.get(id) ?? [], week, books) }
    const kases = [...histories.values()].flatMap((history) => pictureAt(history, books.at) ?? [])
    lines.push(...planOf(kases, { ...books, undone }))
  }
}

async function hadCasesBy(tx: Tx, hall: string, at: string): Promise<boolean> {
  const { rows } = await sql`select 1 from cases where hall = ${hall} and received_at <= ${at} limit 1`.execute(tx)
  return rows.length > 0
}
