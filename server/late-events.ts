/** What came after a day was closed: kept beside the day in the transaction of the events, so that every amendment knows its causes. */
import type { EventId } from '../shared/case/ids.ts'
import type { LateEvent } from './counting.ts'
import { insertMany, type Tx } from './database.ts'

/** Keeps those of days that were closed. The hall is locked. */
export async function writeLate(
  tx: Tx,
  hall: string,
  late: readonly LateEvent[],
  positionOf: (event: EventId) => number | undefined,
): Promise<void> {
  if (late.length === 0) return
  const rows = await tx
    .selectFrom('day_closes')
    .select('day')
    .distinct()
    .where('hall', '=', hall)
    .where('day', 'in', [...new Set(late.map(({ day }) => day))])
    .execute()
  const closed = new Set(rows.map(({ day }) => day))
  await insertMany(
    tx,
    'late_events',
    late.flatMap(({ event, day, moved }) => {
      const position = positionOf(event.id)
      if (!closed.has(day) || position === undefined) return []
      const { terminal, seq, window, at } = event.stamp
      return [
        {
          ...{ hall, day, position, case_id: event.case, event: event.id, type: event.type },
          ...{ terminal, seq, window, at, moved: JSON.stringify(moved) },
        },
      ]
    }),
  )
}
