/** Pulling: what a hall's terminals may read, by position, and each terminal's own verdicts. */
import { sql } from 'kysely'
import type { ActId, PersonId } from '../shared/case/ids.ts'
import type { Cursor, PullPage } from '../shared/contract/views.ts'
import type { Bureau } from './bureau.ts'
import { currentEditions } from './known.ts'
import type { Schema } from './schema.ts'
import { hiddenFrom, lifeOf } from './scope.ts'
import { openTasks } from './tasks.ts'

/** `person`: who has signed in there, where somebody has. */
export type Reader = { terminal: number; hall: string; offices: readonly string[]; person?: PersonId | undefined }
type Entry = PullPage['entries'][number]
type Row = { position: number; body: Uint8Array | null }

/** One page after the cursor; a cursor of another life of this database, or of another scope, starts again. */
export async function pull(bureau: Bureau, reader: Reader, cursor: Cursor | null, limit: number): Promise<PullPage> {
  const { db, sealer, incarnation, known } = bureau
  const { terminal, hall, offices } = reader
  const hidden = hiddenFrom(offices, known)
  const life = lifeOf(incarnation, hidden)
  const restart = cursor !== null && cursor.incarnation !== life
  const from = cursor === null || restart ? { position: 0, judged: 0 } : cursor
  const events = await eventsAfter(bureau, hall, hidden, from.position, limit)
  const { rows: verdicts } = await sql<Schema['verdicts']>`
    select judged, seq, act, body from verdicts where terminal = ${terminal} and judged > ${from.judged} order by judged limit ${limit}`.execute(
    db,
  )
  const editions = currentEditions(known)
  const more = events.length === limit || verdicts.length === limit
  return {
    cursor: {
      incarnation: life,
      position: events.at(-1)?.position ?? from.position,
      judged: verdicts.at(-1)?.judged ?? from.judged,
    },
    restart,
    entries: events.map(({ position, body }) => ({
      position,
      event: body === null ? null : (sealer.openJson(body) as Entry['event']),
    })),
    verdicts: verdicts.map(({ judged, seq, act, body }) => ({
      judged,
      seq,
      act: act as ActId,
      verdicts: JSON.parse(body),
    })),
    // The list of tasks is shown as it stands: it goes with the last page only.
    tasks: more ? null : await openTasks(bureau, reader, hidden),
    more,
    ...(editions === null ? {} : { editions }),
  }
}

/** The next positions of a hall; what the reader may not see comes as a blank one. */
async function eventsAfter({ db }: Bureau, hall: string, hidden: readonly string[], after: number, limit: number) {
  const page =
    hidden.length === 0
      ? sql<Row>`select position, body from events where hall = ${hall} and position > ${after} order by position limit ${limit}`
      : sql<Row>`select e.position, case when c.item = any(${[...hidden]}::text[]) then null else e.body end as body
          from events e left join cases c on c.hall = e.hall and c.id = e.case_id
          where e.hall = ${hall} and e.position > ${after} order by e.position limit ${limit}`
  return (await page.execute(db)).rows
}
