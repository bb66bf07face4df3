/** The papers of the case: looked at, printed, and printed again with a reason. What may be in conflict is held. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { PaperView } from '../papers/paper-view.tsx'
import { ReprintDialog } from '../papers/reprint-dialog.tsx'
import type { HistoryEvent } from '../store/case-history.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { caseWords, paperWords } from '../words/case.ts'
import { momentText } from '../words/dates.ts'
import { paperTitles } from '../words/papers.ts'
import type { Around } from './around.ts'

type Made = Case['papers'][number]

/** The words of a paper as the event that handed it over keeps them. */
function wordsOf(
  { event }: Made,
  events: readonly HistoryEvent[],
): { paper: Paper | null; at: Instant | undefined; held: boolean; outOfTurn: boolean } {
  const found = events.find((each) => each.event.id === event)
  const data = found?.event.data as { paper?: Paper } | undefined
  return {
    paper: data?.paper ?? null,
    at: found?.event.stamp.at,
    held: found?.standing === 'conflict',
    outOfTurn: found?.standing === 'outOfTurn',
  }
}

export function Papers({ around }: { around: Around }): ReactNode {
  const { kase, events, now } = around
  const [viewed, setViewed] = useState<Paper | null>(null)
  const [again, setAgain] = useState<Paper | null>(null)
  const last = kase.papers
    .map((made) => wordsOf(made, events))
    .findLast(({ paper, held }) => paper !== null && !held)?.paper
  useHotkey('F8', last == null ? undefined : () => setAgain(last))
  return (
    <section className="case-part" aria-label={caseWords.papers}>
      <h2>{caseWords.papers}</h2>
      {kase.papers.length === 0 && <p className="case-quiet">{caseWords.noPapers}</p>}
      <ul className="case-papers">
        {kase.papers.map((made) => {
          const { paper, at, held, outOfTurn } = wordsOf(made, events)
          return (
            <li key={made.number}>
              <div>
                <strong>{paper?.title ?? paperTitles[made.key]}</strong>
                <span className="number">{numberWords(made.number)}</span>
                {at !== undefined && <span className="case-quiet">{momentText(at, dayOf(now))}</span>}
                {made.copies > 1 && <span className="case-quiet">{paperWords.copies(made.copies)}</span>}
              </div>
              {held && <span className="mark-conflict">{paperWords.held}</span>}
              {outOfTurn && <span className="mark-conflict">{paperWords.outOfTurn}</span>}
              {paper === null ? (
                <span className="case-quiet">{paperWords.missing}</span>
              ) : (
                <span className="case-paper-keys">
                  <Button size="small" onClick={() => setViewed(paper)}>
                    {paperWords.view}
                  </Button>
                  <Button size="small" disabled={held} onClick={() => setAgain(paper)}>
                    {paperWords.reprint}
                  </Button>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {viewed !== null && <PaperView paper={viewed} onClose={() => setViewed(null)} />}
      {again !== null && <ReprintDialog paper={again} kase={kase} onClose={() => setAgain(null)} />}
    </section>
  )
}
