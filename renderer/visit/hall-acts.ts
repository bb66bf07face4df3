/** 大厅等候: giving a number for the whole hall, and taking one for this window. The bureau decides; without it the counter goes on by
 *  what stands on the ticket. An asking that got no answer is asked again under its own name, and gets the same number. */
import { useRef } from 'react'
import type { WindowNo } from '../../shared/case/ids.ts'
import type { HallNumber } from '../../shared/visit/hall-queue.ts'
import type { QueueKind, VisitId } from '../../shared/visit/notes.ts'
import { machine } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { noteVisit } from '../store/visits.ts'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { timeText } from '../words/dates.ts'
import { systemNames } from '../words/item-parts.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import { hallWords, queueWords, slipWords } from '../words/visit.ts'

/** nobody: none waits · unasked: the bureau gave no answer, and said so. */
type Took = { is: 'taken'; number: HallNumber } | { is: 'nobody' } | { is: 'unasked' }

export function useHallActs(): {
  give: (kind: QueueKind) => Promise<void>
  take: (window: WindowNo, kinds: readonly QueueKind[], ticket: VisitId | null) => Promise<Took>
} {
  const books = usePublished()
  const giving = useRef<{ kind: QueueKind; ticket: VisitId } | null>(null)
  const asking = useRef<string | null>(null)
  const underWay = useRef(false)

  const give = async (kind: QueueKind) => {
    if (underWay.current) return
    underWay.current = true
    const ticket = giving.current?.kind === kind ? giving.current.ticket : (crypto.randomUUID() as VisitId)
    giving.current = { kind, ticket }
    try {
      const answer = await machine['visit.give']({ ticket, kind })
      if (!answer.ok) return say(hallWords.notGiven[answer.why], 'error')
      giving.current = null
      const { label } = answer.number
      const refusal = await noteVisit({ type: 'ticket', ticket, label, did: 'given', to: null, kind })
      if (refusal !== null) return say(recordRefusalText(refusal, books), 'error')
      const lines = hallWords.slipLines(systemNames[kind], books.hall.name, timeText(answer.number.givenAt))
      machine['slip.print']({ title: queueWords.slipTitle(label), lines, size: 'roll' }).then(
        (job) => say(`${queueWords.saved.given} ${label}，${slipWords.printed(job)}`),
        showProblem,
      )
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  const take = async (window: WindowNo, kinds: readonly QueueKind[], ticket: VisitId | null): Promise<Took> => {
    asking.current ??= crypto.randomUUID()
    const answer = await machine['visit.take']({ asked: asking.current, window, kinds: [...kinds], ticket })
    if (!answer.ok) {
      say(hallWords.notTaken[answer.why], 'warning')
      return { is: 'unasked' }
    }
    asking.current = null
    return answer.number === null ? { is: 'nobody' } : { is: 'taken', number: answer.number }
  }
  return { give, take }
}
