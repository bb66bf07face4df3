/** The three ways in which a cache that is behind comes up to date: the own ledger, the bureau, the calendar. */
import type { Day } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Client } from '../../shared/contract/door.ts'
import type { Doors } from '../../shared/contract/doors.ts'
import { sameCursor } from '../../shared/contract/views.ts'
import type { DeskDatabase } from './database.ts'
import type { Batch } from './follow.ts'
import { caseOf, leftQueue, PERSON_QUEUES } from './queue-keys.ts'
import { readMarks } from './read-before.ts'

/** What the cache asks of the machine. */
export type CacheMachine = Pick<
  Client<Doors>,
  'ledger.after' | 'bureau.pull' | 'bureau.events' | 'cache.mark' | 'cache.lastMark'
>

export type CatchUp = {
  machine: CacheMachine
  db: DeskDatabase
  /** Applies a batch; answers the cases that have to be fetched whole. */
  apply(batch: Batch): Promise<CaseId[]>
  adopt(id: CaseId, events: AnyEvent[]): Promise<void>
}

const LEDGER_PAGE = 200
export const PULL_PAGE = 300
/** Begun again, there is much to fetch and nobody waits for the first page. */
const BUILD_PAGE = 1000
const TOUCH_PAGE = 200

/** Every own record that was not applied yet. Answers false when the ledger is shorter than what was applied: it is not the one
 *  the cache followed. */
export async function followLedger(
  { machine, db, apply }: CatchUp,
  progress?: (records: number) => void,
): Promise<boolean> {
  for (;;) {
    const { applied } = await readMarks(db)
    const { last, records } = await machine['ledger.after']({ seq: applied, limit: LEDGER_PAGE })
    if (applied >= last) return applied === last
    // Notes bring no events: a page that is not full has read to the end.
    const lastRecord = records.length < LEDGER_PAGE ? last : records.at(-1)!.seq
    await apply({ records, lastRecord })
    progress?.(lastRecord - applied)
  }
}

/** Everything the bureau has confirmed and judged since. `restart`: its positions are counted anew, the cache begins again. */
export async function pull(
  { machine, db, apply, adopt }: CatchUp,
  progress?: (positions: number) => void,
  limit = progress === undefined ? PULL_PAGE : BUILD_PAGE,
): Promise<'upToDate' | 'unreachable' | 'restart'> {
  for (;;) {
    const { cursor } = await readMarks(db)
    const page = await machine['bureau.pull']({ cursor, limit })
    if (page === null) return 'unreachable'
    if (page.restart && cursor !== null) return 'restart'
    const nothing = page.entries.length + page.verdicts.length === 0 && page.tasks === null
    if (nothing && !page.more && sameCursor(cursor, page.cursor)) return 'upToDate'
    for (const id of await apply({ page })) {
      const events = await machine['bureau.events']({ case: id })
      if (events !== null) await adopt(id, events)
    }
    progress?.(page.entries.length)
    if (!page.more) return 'upToDate'
  }
}

/** Rows whose dates moved although nothing happened: a fifth day has passed, a case may leave. */
export async function refreshDates({ db, apply }: CatchUp, today: Day): Promise<void> {
  for (;;) {
    const due = await db.cases.where('refreshOn').belowOrEqual(today).limit(TOUCH_PAGE).primaryKeys()
    const leaving = await db.cases.where('leaveOn').belowOrEqual(today).limit(TOUCH_PAGE).primaryKeys()
    if (due.length + leaving.length === 0) return
    await apply({ touch: [...due, ...leaving] })
  }
}

/** Counts every date again by a newly published calendar (《行政许可法》第八十二条: running cases follow it), in every list that a
 *  case waits in: what is decided has its day of delivery. */
export async function followCalendar({ db, apply }: CatchUp, edition: string): Promise<void> {
  const { calendar } = await readMarks(db)
  if (calendar === edition) return
  await touchAll(apply, await db.cases.where('queue').above('').keys())
  await apply({ calendar: edition })
}

/** Puts on the common list what was given to somebody who sits there no longer, and back on theirs what is theirs again: by newly
 *  published people. */
export async function followPeople({ db, apply }: CatchUp, people: string | undefined): Promise<void> {
  const marks = await readMarks(db)
  if (people === undefined || marks.people === people) return
  await touchAll(apply, await db.cases.where('queue').startsWithAnyOf(PERSON_QUEUES, leftQueue).keys())
  await apply({ people })
}

async function touchAll(apply: CatchUp['apply'], keys: readonly unknown[]): Promise<void> {
  const waiting = [...new Set((keys as string[]).map(caseOf))]
  for (let at = 0; at < waiting.length; at += TOUCH_PAGE) {
    await apply({ touch: waiting.slice(at, at + TOUCH_PAGE) })
  }
}
