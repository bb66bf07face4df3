/** The papers of the case: looked at, printed, and printed again with a reason. What may be in conflict is held. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { PaperView } from '../papers/paper-view.tsx'
import { ReprintDialog } from '../papers/reprint-dialog.tsx'
import { useHotkey } from '../ui/hotkeys.ts'
import { caseWords, paperWords } from '../words/case.ts'
import { momentText } from '../words/dates.ts'
import type { Around } from './around.ts'
import { madePapers } from './made-papers.ts'

export function Papers({ around }: { around: Around }): ReactNode {
  const { kase, events, now } = around
  const [viewed, setViewed] = useState<Paper | null>(null)
  const [again, setAgain] = useState<Paper | null>(null)
  const made = madePapers(kase, events)
  const last = made.findLast(({ paper, held }) => paper !== null && !held)?.paper
  useHotkey('F8', last == null ? undefined : () => setAgain(last))
  return (
    <section className="case-part" aria-label={caseWords.papers}>
      <h2>{caseWords.papers}</h2>
      {made.length === 0 && <p className="case-quiet">{caseWords.noPapers}</p>}
      <ul className="case-papers">
        {made.map(({ number, title, paper, at, copies, held, outOfTurn, correctedBy }) => (
          <li key={number}>
            <div>
              <strong>{title}</strong>
              <span className="number">{numberWords(number)}</span>
              {at !== null && <span className="case-quiet">{momentText(at, dayOf(now))}</span>}
              {copies > 1 && <span className="case-quiet">{paperWords.copies(copies)}</span>}
              {correctedBy !== null && <span className="case-quiet">{paperWords.correctedBy(correctedBy)}</span>}
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
        ))}
      </ul>
      {viewed !== null && <PaperView paper={viewed} onClose={() => setViewed(null)} />}
      {again !== null && <ReprintDialog paper={again} kase={kase} onClose={() => setAgain(null)} />}
    </section>
  )
}
