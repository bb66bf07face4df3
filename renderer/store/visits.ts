/** The day's tickets and questions, as the machine knows them; and the cases of a visit. */
import { useCallback, useEffect, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { RecordRefusal } from '../../shared/contract/views.ts'
import type { HallNumber } from '../../shared/visit/hall-queue.ts'
import type { VisitLine } from '../../shared/visit/line.ts'
import type { VisitId, VisitNote } from '../../shared/visit/notes.ts'
import { machine, onNotice } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'
import type { DeskCache } from './desk-cache.ts'
import { type ListedCase, openListed } from './queue-page.ts'

export type VisitDay = {
  day: Day
  lines: readonly VisitLine[]
  /** Questions of any day that somebody still has to answer, as the bureau knows them. */
  open: readonly VisitLine[]
  /** 大厅等候, as the bureau last told it. */
  hall: readonly HallNumber[]
  /** When the bureau last said something of this day; null: not since the start. */
  heardAt: string | null
}

/** A day, followed: read again when this terminal wrote something or the bureau told something. `ask` asks the bureau at once. */
export function useVisitDay(day: Day): { known: VisitDay | null; ask: () => Promise<void> } {
  const [known, setKnown] = useState<VisitDay | null>(null)
  const read = useCallback(
    async (ask: boolean) => {
      const answer = await machine['visit.day']({ day, ask })
      setKnown({ day, ...answer })
    },
    [day],
  )
  useEffect(() => {
    // Between sign-out and the end of the page nothing is read for anybody; the next notice comes to the next person.
    const look = () => void read(false).catch(() => {})
    look()
    const stops = [onNotice('ledger', look), onNotice('visits', look)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [read])
  const ask = useCallback(() => read(true).catch(showProblem), [read])
  return { known: known?.day === day ? known : null, ask }
}

/** Writes a note of a visit down. Null when it stands; else why it does not. */
export async function noteVisit(note: VisitNote): Promise<RecordRefusal | null> {
  const answer = await machine['note.record'](note)
  return answer.ok ? null : answer.refusal
}

/** The cases that were taken during a visit and are kept here, in the order they were received. */
export async function casesOfVisit(cache: DeskCache, visit: VisitId): Promise<ListedCase[]> {
  const rows = await cache.tables.cases.where('visit').equals(visit).toArray()
  const cases = await openListed(cache, rows)
  return cases.toSorted((a, b) => (a.kase.received.at < b.kase.received.at ? -1 : 1))
}
