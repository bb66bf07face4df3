/** 催办 as the cache has it: what waits for somebody who was urged, and all that was urged lately. */
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { Holding } from '../../shared/people/role.ts'
import type { DeskCache } from './desk-cache.ts'
import { noFilter, type Queue, queueRange, queuesIn, queuesOf, urgedMovedQueue, urgedQueue } from './queue-keys.ts'
import { openListed } from './queue-page.ts'

const MOST_URGED = 500
/** What moved is looked back on for so long. */
const DAYS_BACK = 30

/** The urged cases that are this person's: given to them, or waiting at one of their seats. The last urged comes first. */
export async function readUrgedOf(
  cache: DeskCache,
  person: PersonId,
  capacities: readonly Holding[],
): Promise<readonly Case[]> {
  const own = new Set(queuesOf(person, capacities))
  const rows = await rowsIn(cache, urgedQueue)
  const mine = rows.filter((row) => queuesIn(row.queue).some((queue) => own.has(queue)))
  return lastFirst((await openListed(cache, mine)).map(({ kase }) => kase))
}

/** All that was urged: what still stands, and what moved of the last days; the last urged comes first. */
export async function readUrged(
  cache: DeskCache,
  today: Day,
): Promise<{ waiting: readonly Case[]; moved: readonly Case[] }> {
  const rows = [await rowsIn(cache, urgedQueue), await rowsIn(cache, urgedMovedQueue, addDays(today, -DAYS_BACK))]
  const listed = await openListed(cache, rows.flat())
  const waiting = new Set(rows[0]!.map(({ id }) => id))
  const [still, moved] = [true, false].map((waits) =>
    lastFirst(listed.flatMap(({ kase }) => (waiting.has(kase.id) === waits ? [kase] : []))),
  )
  return { waiting: still!, moved: moved! }
}

function rowsIn({ tables }: DeskCache, queue: Queue, from?: Day) {
  const { lower, upper } = queueRange(queue, noFilter, { from })
  return tables.cases.where('queue').between(lower, upper).limit(MOST_URGED).toArray()
}

function lastFirst(cases: readonly Case[]): readonly Case[] {
  return cases.toSorted((a, b) => ((a.urge?.at ?? '') > (b.urge?.at ?? '') ? -1 : 1))
}
