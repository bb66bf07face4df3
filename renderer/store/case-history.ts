/** Everything the cache knows of one case: its picture, and what happened in which order, with how the bureau judged it. */
import { Dexie } from 'dexie'
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import { eventsPlace } from './database.ts'
import type { DeskCache } from './desk-cache.ts'
import { inOrder } from './picture.ts'
import { openCase, openOwn, openRefused } from './read-before.ts'

/** confirmed, or out of turn · own: not judged yet · waiting: the bureau judges it after its update · conflict: may not be
 *  adopted · refused: was not adopted */
export type EventStanding = 'confirmed' | 'outOfTurn' | 'own' | 'waiting' | 'conflict' | 'refused'
export type HistoryEvent = {
  event: AnyEvent
  standing: EventStanding
  refusal: Refusal | null
}

export type CaseHistory = { kase: Case; events: HistoryEvent[] }

/** null: not in this terminal's cache. */
export async function readHistory({ tables, opener }: DeskCache, id: CaseId): Promise<CaseHistory | null> {
  const [row, eventRows, ownRows, refusedRows] = await Promise.all([
    tables.cases.get(id),
    tables.events.where('[case+order]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
    tables.own.where('case').equals(id).toArray(),
    tables.refused.where('case').equals(id).toArray(),
  ])
  if (row === undefined) return null
  const [content, confirmed, own, refused] = await Promise.all([
    openCase(opener, row),
    Promise.all(eventRows.map((each) => opener.open<AnyEvent[]>(eventsPlace(id, each.order), each.sealed))),
    Promise.all(ownRows.map((each) => openOwn(opener, each))),
    Promise.all(refusedRows.map((each) => openRefused(opener, each))),
  ])
  const kase = content.top ?? content.base
  if (kase === null) return null
  const events: HistoryEvent[] = [
    ...confirmed.flat().map((event): HistoryEvent => {
      const standing = event.standing === 'outOfTurn' ? 'outOfTurn' : 'confirmed'
      return { event, standing, refusal: null }
    }),
    ...refused.flatMap(({ event, refusal }): HistoryEvent[] =>
      event === null ? [] : [{ event, standing: 'refused', refusal }],
    ),
    ...own.toSorted(inOrder).map(({ event, judged, conflict }): HistoryEvent => {
      const standing = conflict !== null ? 'conflict' : judged === 'waiting' ? 'waiting' : 'own'
      return { event, standing, refusal: conflict }
    }),
  ]
  return { kase, events }
}
