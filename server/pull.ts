/** Pulling: what a hall's terminals may read, by position; its own verdicts; the open tasks; what is not cached, asked for. */

import { dayOf } from '../shared/calendar/day.ts'
import { addWorkdays } from '../shared/calendar/workdays.ts'
import { Case } from '../shared/case/case.ts'
import { AnyEvent } from '../shared/case/event.ts'
import type { CaseLine, Cursor, DayCounts, PullPage, Task } from '../shared/contract/views.ts'
import { maskName } from '../shared/identity/mask.ts'
import type { Bureau } from './bureau.ts'

/** One page after the cursor; a cursor of another life of this database starts again. */
export async function pull(
  bureau: Bureau,
  terminal: number,
  hall: string,
  cursor: Cursor | null,
  limit: number,
): Promise<PullPage> {
  const { db, sealer } = bureau
  const restart = cursor !== null && cursor.incarnation !== bureau.incarnation
  const from = cursor === null || restart ? { position: 0, judged: 0 } : cursor
  const events = await db
    .selectFrom('events')
    .select(['position', 'body'])
    .where('hall', '=', hall)
    .where('position', '>', from.position)
    .orderBy('position')
    .limit(limit)
    .execute()
  const verdicts = await db
    .selectFrom('verdicts')
    .selectAll()
    .where('terminal', '=', terminal)
    .where('judged', '>', from.judged)
    .orderBy('judged')
    .limit(limit)
    .execute()
  const more = events.length === limit || verdicts.length === limit
  return {
    cursor: {
      incarnation: bureau.incarnation,
      position: Number(events.at(-1)?.position ?? from.position),
      judged: Number(verdicts.at(-1)?.judged ?? from.judged),
    },
    restart,
    entries: events.map((row) => ({
      position: Number(row.position),
      event: AnyEvent.parse(JSON.parse(sealer.open(Buffer.from(row.body)).toString('utf8'))),
    })),
    verdicts: verdicts.map((row) => ({
      judged: Number(row.judged),
      seq: Number(row.seq),
      act: row.act as never,
      verdicts: JSON.parse(row.body),
    })),
    tasks: more ? null : await openTasks(bureau, hall),
    more,
  }
}

async function openTasks(bureau: Bureau, hall: string): Promise<Task[]> {
  const rows = await bureau.db
    .selectFrom('tasks')
    .selectAll()
    .where('hall', '=', hall)
    .where('settled', 'is', null)
    .orderBy('since')
    .limit(500)
    .execute()
  const today = dayOf(bureau.now().toISOString())
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
    raised: bureau.known.calendar !== null && today >= addWorkdays(bureau.known.calendar, dayOf(row.since), 1).day,
  }))
}

export async function find(
  bureau: Bureau,
  hall: string,
  by: { number: string | null; idNo: string | null },
): Promise<CaseLine[]> {
  const base = bureau.db.selectFrom('cases').selectAll().where('hall', '=', hall)
  const digits = by.number?.replaceAll(/\D/g, '') ?? ''
  if (digits.length !== 12 && !by.idNo) return []
  const rows = await (digits.length === 12
    ? base.where('number', '=', digits)
    : base.where('id_hash', '=', bureau.sealer.hashNumber(by.idNo ?? ''))
  )
    .orderBy('received_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => {
    const kase = Case.parse(JSON.parse(bureau.sealer.open(Buffer.from(row.body)).toString('utf8')))
    const item = bureau.known.itemOf(kase.editions.catalogue, kase.item)
    return {
      id: kase.id,
      number: kase.number,
      item: kase.item,
      itemName: item?.name ?? kase.item,
      applicant: kase.applicant.kind === 'person' ? maskName(kase.applicant.name) : kase.applicant.name,
      status: kase.status,
      window: kase.window,
      receivedAt: kase.received.at,
      office: row.office as CaseLine['office'],
    }
  })
}

export async function caseEvents(bureau: Bureau, hall: string, id: string): Promise<AnyEvent[]> {
  const rows = await bureau.db
    .selectFrom('events')
    .select('body')
    .where('hall', '=', hall)
    .where('case_id', '=', id)
    .orderBy('position')
    .limit(1000)
    .execute()
  return rows.map((row) => AnyEvent.parse(JSON.parse(bureau.sealer.open(Buffer.from(row.body)).toString('utf8'))))
}

export async function counts(bureau: Bureau, hall: string, day: string): Promise<DayCounts> {
  const { db } = bureau
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const rows = await tx.selectFrom('counts').selectAll().where('hall', '=', hall).where('day', '=', day).execute()
      const { inHand, overdue } = await tx
        .selectFrom('cases')
        .select((eb) => [
          eb.fn.countAll<number>().as('inHand'),
          eb.fn.countAll<number>().filterWhere('due', '<', dayOf(bureau.now().toISOString())).as('overdue'),
        ])
        .where('hall', '=', hall)
        .where('in_hand', '=', true)
        .executeTakeFirstOrThrow()
      const { position } = await tx
        .selectFrom('halls')
        .select('position')
        .where('id', '=', hall)
        .executeTakeFirstOrThrow()
      return {
        day: day as DayCounts['day'],
        rows: rows.map((row) => ({
          window: (row.window === 0 ? null : row.window) as DayCounts['rows'][number]['window'],
          person: row.person as DayCounts['rows'][number]['person'],
          personName: row.person_name,
          item: row.item,
          received: row.received,
          accepted: row.accepted,
          decided: row.decided,
          notAccepted: row.not_accepted,
          withdrawn: row.withdrawn,
          voided: row.voided,
          minutes: Number(row.minutes),
        })),
        inHand: Number(inHand),
        overdue: Number(overdue),
        position: Number(position),
      }
    })
}
