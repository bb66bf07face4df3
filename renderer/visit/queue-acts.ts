/** What the queue's buttons do: each a note in the ledger, or two where a ticket is finished and the next one called. */
import { useRef } from 'react'
import type { WindowNo } from '../../shared/case/ids.ts'
import type { Deed, TicketLabel, VisitId } from '../../shared/visit/notes.ts'
import { mayDo, type Ticket } from '../../shared/visit/ticket.ts'
import { usePublished } from '../session/session.tsx'
import { noteVisit } from '../store/visits.ts'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import { useVisits } from './use-visits.ts'

export type QueueActs = {
  /** True when it stands. */
  doTo: (ticket: Pick<Ticket, 'id' | 'label'>, did: Deed, to?: WindowNo) => Promise<boolean>
  /** Calls a ticket, a new one where none is known; what was served here is done with. */
  call: (label: TicketLabel, known: Pick<Ticket, 'id'> | undefined) => Promise<boolean>
  /** Gives a number to somebody who waits. */
  give: (label: TicketLabel) => Promise<boolean>
}

export function useQueueActs(): QueueActs {
  const { served } = useVisits()
  const names = usePublished()
  const underWay = useRef(false)

  const doTo: QueueActs['doTo'] = async ({ id, label }, did, to) => {
    const refusal = await noteVisit({ type: 'ticket', ticket: id, label, did, to: to ?? null })
    if (refusal !== null) say(recordRefusalText(refusal, names), 'error')
    return refusal === null
  }
  /** A second press while the first is written down does nothing. */
  const once = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (underWay.current) return false
    underWay.current = true
    try {
      return await work()
    } catch (error) {
      showProblem(error)
      return false
    } finally {
      underWay.current = false
    }
  }
  const newId = () => crypto.randomUUID() as VisitId
  return {
    doTo: (ticket, did, to) => once(() => doTo(ticket, did, to)),
    call: (label, known) =>
      once(async () => {
        const next = { id: known?.id ?? newId(), label }
        const finishes = served !== undefined && served.id !== next.id && mayDo(served, 'done')
        if (finishes && !(await doTo(served, 'done'))) return false
        return doTo(next, 'called')
      }),
    give: (label) => once(() => doTo({ id: newId(), label }, 'given')),
  }
}
