/** Noting a question, with the slip that goes along: the note first, then the paper. */
import type { Instant } from '../../shared/case/ids.ts'
import { handedOn, whereToGo } from '../../shared/paper/where-to-go.ts'
import type { EnquiredNote } from '../../shared/visit/notes.ts'
import { machine } from '../machine.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { noteVisit } from '../store/visits.ts'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import { slipWords } from '../words/visit.ts'
import { aboutText, useNotTaken } from './about.ts'

export function useEnquiryActs(): {
  /** True when the note stands. */
  record: (note: EnquiredNote, print: boolean) => Promise<boolean>
} {
  const books = usePublished()
  const { person, window } = useSession()
  const notTaken = useNotTaken()

  const slipOf = ({ about, how, to, phone }: EnquiredNote) => {
    const { hall } = books
    const first = {
      name: person.name,
      badge: person.badge,
      window: hall.windows.find(({ no }) => no === window)?.name ?? null,
      at: new Date().toISOString() as Instant,
    }
    const asked = { about: aboutText(about, books) }
    if (how === 'handed') return handedOn({ ...asked, to: to ?? '', phone }, hall, first)
    const reason = about.is === 'elsewhere' ? (notTaken.find(({ name }) => name === about.name)?.reason ?? null) : null
    return whereToGo({ ...asked, goTo: to ?? '', reason }, hall, first)
  }
  const record = async (note: EnquiredNote, print: boolean): Promise<boolean> => {
    try {
      const refusal = await noteVisit(note)
      if (refusal !== null) {
        say(recordRefusalText(refusal, books), 'error')
        return false
      }
      if (print)
        machine['slip.print']({ ...slipOf(note), size: 'roll' }).then(
          (job) => say(slipWords.printed(job), job.state === 'savedAsPdf' ? 'info' : 'success'),
          showProblem,
        )
      return true
    } catch (error) {
      showProblem(error)
      return false
    }
  }
  return { record }
}
