/** Pulling: what a hall's terminals may read, by position, and each terminal's own verdicts. */
import { sql } from 'kysely'
import type { ActId } from '../shared/case/ids.ts'
import type { Cursor, PullPage } from '../shared/contract/views.ts'
import type { Bureau } from './bureau.ts'
import type { Schema } from './schema.ts'
import { openTasks } from './tasks.ts'

type Reader = { terminal: number; hall: string }
type Entry = PullPage['entries'][number]

/** One page after the cursor; a cursor of another life of this database starts again. */
export async function pull(
  bureau: Bureau,
  { terminal, hall }: Reader,
  cursor: Cursor | null,
  limit: number,
): Promise<PullPage> {
  const { db, sealer, incarnation } = bureau
  const restart = cursor !== null && cursor.incarnation !== incarnation
  const from = cursor === null || restart ? { position: 0, judged: 0 } : cursor
  const { rows: events } = await sql<Pick<Schema['events'], 'position' | 'body'>>`
    select position, body from events where hall = ${hall} and position > ${from.position} order by position limit ${limit}`.execute(
    db,
  )
  const { rows: verdicts } = await sql<Schema['verdicts']>`
    select judged, seq, act, body from verdicts where terminal = ${terminal} and judged > ${from.judged} order by judged limit ${limit}`.execute(
    db,
  )
  const more = events.length === limit || verdicts.length === limit
  return {
    cursor: {
      incarnation,
      position: events.at(-1)?.position ?? from.position,
      judged: verdicts.at(-1)?.judged ?? from.judged,
    },
    restart,
    entries: events.map(({ position, body }) => ({ position, event: sealer.openJson(body) as Entry['event'] })),
    verdicts: verdicts.map(({ judged, seq, act, body }) => ({
      judged,
      seq,
      act: act as ActId,
      verdicts: JSON.parse(body),
    })),
    // The list of tasks is shown as it stands: it goes with the last page only.
    tasks: more ? null : await openTasks(bureau, hall),
    more,
  }
}
