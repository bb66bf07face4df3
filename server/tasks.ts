/** What somebody must put right (待处理): refused acts, papers handed over out of turn, doubts. Nothing of it vanishes by itself. */

import { sql } from 'kysely'
import { type Day, dayOf } from '../shared/calendar/day.ts'
import { addWorkdays } from '../shared/calendar/workdays.ts'
import type { Case } from '../shared/case/case.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import { EventId, type PersonId } from '../shared/case/ids.ts'
import { movedSince } from '../shared/case/running-day.ts'
import type { EventType } from '../shared/case/workflow.ts'
import type { SettledTask, Task } from '../shared/contract/views.ts'
import type { Item } from '../shared/item/item.ts'
import { holdingsOn, stoodInFor } from '../shared/people/role.ts'
import { isInHand } from '../shared/report/figures.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import type { Marked } from './judge.ts'
import { type CaseReader, readableCase } from './readable-case.ts'
import type { Schema } from './schema.ts'
import { whoHas } from './who-has.ts'

const MOST_SHOWN = 500

/** The papers that put right what was handed over out of turn. */
const correcting: readonly EventType[] = ['paperCorrected', 'revoked', 'cancelled']

/** Does this event settle what was handed over out of turn on its case? */
export function settles(event: AnyEvent): boolean {
  return event.standing === 'confirmed' && (correcting as readonly string[]).includes(event.type)
}

export type TaskStamp = { hall: string; terminal: number; number: string | null; to: string; since: string }

export function taskRow({ kind, event, refusal }: Marked, stamp: TaskStamp): Schema['tasks'] {
  return {
    id: `${kind}:${event.id}`,
    hall: stamp.hall,
    terminal: stamp.terminal,
    kind,
    case_id: event.case,
    number: stamp.number,
    event: event.id,
    event_type: event.type,
    to_person: stamp.to,
    since: stamp.since,
    refusal: JSON.stringify(refusal),
    moved: null,
    other: null,
    settled: null,
    settled_by: null,
    settled_at: null,
    day: dayOf(event.stamp.at),
    said: null,
  }
}

/** Settled by a correcting paper: everything that stood open on the case. */
export async function settleByPaper(tx: Tx, hall: string, event: AnyEvent): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({ settled: event.id, settled_by: event.stamp.by.person, settled_at: event.stamp.at })
    .where('hall', '=', hall)
    .where('case_id', '=', event.case)
    .where('kind', '=', 'outOfTurn')
    .where('settled', 'is', null)
    .execute()
}

/**
 * Tells whoever has the case that a new calendar moved its day. Of a day that nobody looked at since it moved before, one
 * task stands: from where it was to where it is; none when it is back there.
 */
export async function tellMoved(
  bureau: Bureau,
  tx: Tx,
  { kase, item }: { kase: Case; item: Item },
  moved: NonNullable<Task['moved']>,
): Promise<void> {
  const now = bureau.now().toISOString()
  const id = `deadlineMoved:${moved.by}:${kase.id}`
  const before = await tx
    .selectFrom('tasks')
    .select(['id', 'moved'])
    .where('hall', '=', kase.hall)
    .where('case_id', '=', kase.id)
    .where('kind', '=', 'deadlineMoved')
    .where('id', '<>', id)
    .where('settled', 'is', null)
    .execute()
  const first = before[0]?.moved ? (JSON.parse(before[0].moved) as NonNullable<Task['moved']>) : moved
  for (const { id: old } of before)
    await tx.updateTable('tasks').set({ settled: id, settled_by: '' }).where('id', '=', old).execute()
  const whole = movedSince(first, moved)
  if (whole === null) return
  const row: Schema['tasks'] = {
    id,
    hall: kase.hall,
    terminal: kase.terminal,
    kind: 'deadlineMoved',
    case_id: kase.id,
    number: kase.number,
    event: kase.last,
    event_type: 'calendar',
    to_person: whoHas(kase, item, bureau.known.people, dayOf(now)),
    since: now,
    refusal: null,
    moved: JSON.stringify(whole),
    other: null,
    settled: null,
    settled_by: null,
    settled_at: null,
    day: null,
    said: null,
  }
  await tx
    .insertInto('tasks')
    .values(row)
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** A day that is over moves nobody: of a case that was decided, only a moved day of delivery is still to be read, and of one
 *  that is closed none. */
export async function settleMoved(tx: Tx, hall: string, kases: readonly Case[]): Promise<void> {
  const over = kases.filter((kase) => !isInHand(kase)).map(({ id }) => id as string)
  if (over.length === 0) return
  const closed = kases.filter(({ status }) => status === 'closed').map(({ id }) => id as string)
  await tx
    .updateTable('tasks')
    .set({ settled: 'over', settled_by: '' })
    .where('hall', '=', hall)
    .where('kind', '=', 'deadlineMoved')
    .where('settled', 'is', null)
    .where('case_id', 'in', over)
    .where((eb) =>
      eb.or([sql<boolean>`moved::json->>'what' <> 'deliver'`, sql<boolean>`case_id = any(${closed}::text[])`]),
    )
    .execute()
}

/** What a person says of a task; only its maker's, of whoever stands in for them, or a supervisor's word settles it, and of a moved day anybody's here. */
export type Settlement = {
  task: string
  how: string
  by: string
  at: string
  places: readonly string[]
  supervises: boolean
}

/** Gives whether there was such a task for this person. */
export async function settleByWord(
  tx: Tx,
  hall: string,
  { task, how, by, at, places, supervises }: Settlement,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks')
    .set({ settled: how, settled_by: by, settled_at: at })
    .where('hall', '=', hall)
    .where('id', '=', task)
    .where('settled', 'is', null)
    .$if(!supervises, (query) =>
      query.where((eb) => eb.or([eb('to_person', 'in', [by, ...places]), eb('kind', '=', 'deadlineMoved')])),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

type TaskReader = { hall: string; person?: PersonId | undefined }

/** What an audit found is for whoever is asked, those who stand in for them, and supervisors; every other task is the whole hall's. */
function isReadable({ known, now }: Bureau, { person: id }: TaskReader): (row: Schema['tasks']) => boolean {
  const person = id === undefined ? undefined : known.people.get(id)
  const held = person === undefined ? [] : holdingsOn(person, dayOf(now().toISOString()))
  const supervises = held.some(({ role }) => role === 'supervisor')
  const theirs: readonly string[] = id === undefined ? [] : [id, ...stoodInFor(held)]
  return ({ kind, to_person }) => kind !== 'finding' || supervises || theirs.includes(to_person)
}

/** The open tasks of a hall but those on cases of `hidden` items, oldest first; raised to the supervisors from the next working day on. */
export async function openTasks(bureau: Bureau, reader: TaskReader, hidden: readonly string[]): Promise<Task[]> {
  const { db, known, now, sealer } = bureau
  const { hall } = reader
  const rows = await db
    .selectFrom('tasks')
    .selectAll()
    .where('hall', '=', hall)
    .where('settled', 'is', null)
    .$if(hidden.length > 0, (query) =>
      query.where('case_id', 'not in', (eb) =>
        eb.selectFrom('cases').select('id').where('hall', '=', hall).where('item', 'in', hidden),
      ),
    )
    // However many days a calendar moved, they are no reason not to see what must be put right.
    .orderBy(sql`kind = 'deadlineMoved'`)
    .orderBy('since')
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute()
  const today = dayOf(now().toISOString())
  const { calendar } = known
  return rows.filter(isReadable(bureau, reader)).map((row) => ({
    id: row.id,
    kind: row.kind as Task['kind'],
    case: row.case_id as Task['case'],
    number: row.number as Task['number'],
    event: row.event as Task['event'],
    eventType: row.event_type,
    to: row.to_person as Task['to'],
    since: row.since as Task['since'],
    ...(row.day === null ? {} : { day: row.day as Day }),
    refusal: row.refusal === null ? null : JSON.parse(row.refusal),
    raised:
      row.kind !== 'deadlineMoved' && calendar !== null && today >= addWorkdays(calendar, dayOf(row.since), 1).day,
    ...(row.moved === null ? {} : { moved: JSON.parse(row.moved) }),
    ...(row.other === null ? {} : { other: JSON.parse(row.other) }),
    ...(row.said === null ? {} : { finding: sealer.openJson(row.said) as NonNullable<Task['finding']> }),
  }))
}

/** What was put right on a case, and how; what was over by itself is no word of anybody's. */
export async function settledTasks(
  bureau: Bureau,
  reader: CaseReader & TaskReader,
  id: string,
): Promise<SettledTask[]> {
  if ((await readableCase(bureau, reader, id)) === undefined) return []
  const { db } = bureau
  const rows = await db
    .selectFrom('tasks')
    .selectAll()
    .where('hall', '=', reader.hall)
    .where('case_id', '=', id)
    .where('settled', 'is not', null)
    .where('settled_by', '<>', '')
    .orderBy('since')
    .limit(MOST_SHOWN)
    .execute()
  return rows.filter(isReadable(bureau, reader)).map((row) => {
    const paper = EventId.safeParse(row.settled).data ?? null
    return {
      id: row.id,
      kind: row.kind as Task['kind'],
      eventType: row.event_type,
      since: row.since as Task['since'],
      how: paper === null ? row.settled : null,
      paper,
      by: row.settled_by as Task['to'],
      at: row.settled_at as Task['since'] | null,
    }
  })
}
