/** The papers of a case as its events keep them: each by the title it was printed with. Pure. */
import type { Case } from '../../shared/case/case.ts'
import type { Event } from '../../shared/case/event.ts'
import type { ActId, Instant, PrintedNumber } from '../../shared/case/ids.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import type { HistoryEvent } from '../store/case-history.ts'
import { paperTitles } from '../words/papers.ts'

export type MadePaper = Pick<Case['papers'][number], 'number' | 'copies'> & {
  title: string
  /** null: its words are not at this terminal. */
  paper: Paper | null
  at: Instant | null
  /** May be in conflict: not printed for now. */
  held: boolean
  outOfTurn: boolean
  /** Another paper has put it right; the last one that did. */
  correctedBy: PrintedNumber | null
}

type Corrected = Extract<Event, { type: 'paperCorrected' }>['data']

export function madePapers({ papers }: Pick<Case, 'papers'>, events: readonly HistoryEvent[]): MadePaper[] {
  const byId = new Map(events.map((each) => [each.event.id, each]))
  const paperOf = (each: HistoryEvent | undefined) => (each?.event.data as { paper?: Paper } | undefined)?.paper ?? null
  // The act that corrects prints the paper that says so.
  const printedIn = (act: ActId) => events.find(({ event }) => event.type === 'printed' && event.stamp.act === act)
  const corrections = new Map(
    events.flatMap(({ event, standing }) =>
      event.type === 'paperCorrected' && standing !== 'refused'
        ? [[(event.data as Corrected).number, paperOf(printedIn(event.stamp.act))?.number ?? null] as const]
        : [],
    ),
  )
  return papers.map(({ number, key, event, copies }) => {
    const found = byId.get(event)
    const paper = paperOf(found)
    return {
      number,
      copies,
      title: paper?.title ?? paperTitles[key],
      paper,
      at: found?.event.stamp.at ?? null,
      held: found?.standing === 'conflict',
      outOfTurn: found?.standing === 'outOfTurn',
      correctedBy: corrections.get(number) ?? null,
    }
  })
}
