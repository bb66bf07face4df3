/** 大厅等候 at the bureau: the one place that gives the hall's numbers and says which window gets which. Two that ask at once get two. */
import { sql } from 'kysely'
import { type Day, dayOf } from '../shared/calendar/day.ts'
import type { Instant, PersonId, WindowNo } from '../shared/case/ids.ts'
import type { NoteRecord } from '../shared/record/record.ts'
import { type HallNumber, hallLabel } from '../shared/visit/hall-queue.ts'
import { type QueueKind, type TicketLabel, TicketNote, type VisitId } from '../shared/visit/notes.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import type { Schema } from './schema.ts'

type Who = { hall: string; person: PersonId }
type Row = Schema['hall_numbers']

/** More wait in no hall; what is done with stays behind them. */
const MOST_LISTED = 600

/** The next number of a kind. Asked again with the same ticket it is the same number. */
export async function giveNumber(
  { db, now }: Bureau,
  { hall, person }: Who,
  { ticket, kind }: { ticket: VisitId; kind: QueueKind },
): Promise<HallNumber> {
  const given_at = now().toISOString()
  const day = dayOf(given_at)
  return db.transaction().execute(async (tx) => {
    // Whoever counts this series waits here for the other: no number twice, and none left out.
    const { rows } = await sql<{ last: number }>`
      insert into hall_series as s (hall, day, kind, last) values (${hall}, ${day}, ${kind}, 1)
      on conflict (hall, day, kind) do update set last = s.last + 1 returning last`.execute(tx)
    const known = await tx
      .selectFrom('hall_numbers')
      .selectAll()
      .where('hall', '=', hall)
      .where('ticket', '=', ticket)
      .executeTakeFirst()
    if (known !== undefined) {
      await sql`update hall_series set last = last - 1 where hall = ${hall} and day = ${day} and kind = ${kind}`.execute(
        tx,
      )
      return view(known)
    }
    const row = { hall, ticket, day, kind, label: hallLabel(kind, Number(rows[0]?.last)), given_at, given_by: person }
    const free = { window: null, taken_at: null, taken_by: null, asked: null }
    await tx
      .insertInto('hall_numbers')
      .values({ ...row, ...free })
      .execute()
    return view({ ...row, ...free })
  })
}

/** The number that has waited longest of these kinds, now this window's; null when nobody waits. `asked` names the asking. */
export async function takeNumber(
  { db, now }: Bureau,
  { hall, person }: Who,
  { asked, window, kinds, ticket }: { asked: string; window: WindowNo; kinds: QueueKind[]; ticket: VisitId | null },
): Promise<HallNumber | null> {
  const at = now().toISOString()
  const before = await db
    .selectFrom('hall_numbers')
    .selectAll()
    .where('hall', '=', hall)
    .where('asked', '=', asked)
    .executeTakeFirst()
  if (before !== undefined) return view(before)
  // A row that somebody else is taking in this moment is passed over and not waited for.
  const { rows } = await sql<Row>`
    update hall_numbers n set "window" = ${window}, taken_at = ${at}, taken_by = ${person}, asked = ${asked}
    where (n.hall, n.ticket) = (
      select w.hall, w.ticket from hall_numbers w
      where w.hall = ${hall} and w.day = ${dayOf(at)} and w.taken_at is null and w.kind = any(${kinds}::text[])
        and (${ticket}::text is null or w.ticket = ${ticket})
      order by w.no limit 1 for update skip locked)
    and n.taken_at is null returning *`.execute(db)
  return rows[0] === undefined ? null : view(rows[0])
}

/** The numbers of a day, those that wait first. */
export async function numbersOf({ db }: Bureau, hall: string, day: Day): Promise<HallNumber[]> {
  const rows = await db
    .selectFrom('hall_numbers')
    .selectAll()
    .where('hall', '=', hall)
    .where('day', '=', day)
    .orderBy(sql`(taken_at is null)`, 'desc')
    .orderBy('no')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(view)
}

/** What the lines of the counter say of the hall's numbers. One that was called at a window that could not ask is nobody else's; one
 *  that a restored bureau has forgotten waits again, and is not given a second time. */
export async function heedLines(tx: Tx, hall: string, notes: readonly { record: NoteRecord }[]): Promise<void> {
  for (const { record } of notes) {
    const note = TicketNote.safeParse(record.note).data
    if (note?.did === 'given' && note.kind !== undefined) await remember(tx, hall, record, note, note.kind)
    else if (note !== undefined)
      await tx
        .updateTable('hall_numbers')
        .set({ window: record.window, taken_at: record.at, taken_by: record.by.person })
        .where('hall', '=', hall)
        .where('ticket', '=', note.ticket)
        .where('taken_at', 'is', null)
        .execute()
  }
}

async function remember(
  tx: Tx,
  hall: string,
  { at, by }: NoteRecord,
  { ticket, label }: TicketNote,
  kind: QueueKind,
): Promise<void> {
  const day = dayOf(at)
  await tx
    .insertInto('hall_numbers')
    .values({
      ...{ hall, ticket, day, kind, label, given_at: at, given_by: by.person },
      ...{ window: null, taken_at: null, taken_by: null, asked: null },
    })
    .onConflict((oc) => oc.columns(['hall', 'ticket']).doNothing())
    .execute()
  const no = Number(label.slice(1))
  if (!Number.isInteger(no)) return
  await sql`
    insert into hall_series as s (hall, day, kind, last) values (${hall}, ${day}, ${kind}, ${no})
    on conflict (hall, day, kind) do update set last = greatest(s.last, excluded.last)`.execute(tx)
}

function view(row: Omit<Row, 'no'>): HallNumber {
  return {
    ticket: row.ticket,
    label: row.label as TicketLabel,
    kind: row.kind as QueueKind,
    givenAt: row.given_at as Instant,
    window: row.window as WindowNo | null,
    takenAt: row.taken_at as Instant | null,
  }
}
