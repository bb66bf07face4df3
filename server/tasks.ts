/** What somebody must put right (待处理): refused acts, papers handed over out of turn, doubts. Nothing of it vanishes by itself. */
import { dayOf } from '../shared/calendar/day.ts'
import { addWorkdays } from '../shared/calendar/workdays.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import type { EventType } from '../shared/case/workflow.ts'
import type { Task } from '../shared/contract/views.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import type { Marked } from './judge.ts'
import type { Schema } from './schema.ts'

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
    settled: null,
    settled_by: null,
  }
}

/** Settled by a correcting paper: everything that stood open on the case. */
export async function settleByPaper(tx: Tx, hall: string, event: AnyEvent): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({ settled: event.id, settled_by: event.stamp.by.person })
    .where('hall', '=', hall)
    .where('case_id', '=', event.case)
    .where('kind', '=', 'outOfTurn')
    .where('settled', 'is', null)
    .execute()
}

/** What a person says of a task; only its maker's or a supervisor's word settles it. */
export type Settlement = { task: string; how: string; by: string; supervises: boolean }

/** Gives whether there was such a task for this person. */
export async function settleByWord(tx: Tx, hall: string, { task, how, by, supervises }: Settlement): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks')
    .set({ settled: how, settled_by: by })
    .where('hall', '=', hall)
    .where('id', '=', task)
    .where('settled', 'is', null)
    .$if(!supervises, (query) => query.where('to_person', '=', by))
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

/** The open tasks of a hall but those on cases of `hidden` items, oldest first; raised to the supervisors from the next working day on. */
export async function openTasks({ db, known, now }: Bureau, hall: string, hidden: readonly string[]): Promise<Task[]> {
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
    .orderBy('since')
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute()
  const today = dayOf(now().toISOString())
  const { calendar } = known
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Task['kind'],
    case: row.case_id as Task['case'],
    number: row.number as Task['number'],
    event: row.event as Task['event'],
    eventType: row.event_type,
    to: row.to_person as Task['to'],
    since: row.since as Task['since'],
    refusal: row.refusal === null ? null : JSON.parse(row.refusal),
    raised: calendar !== null && today >= addWorkdays(calendar, dayOf(row.since), 1).day,
  }))
}
