/** What was signed of a day, the close first and its amendments after it: looked at in its own words, and printed again with a reason. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import type { DayClose } from '../../../shared/report/close.ts'
import { PaperView } from '../../papers/paper-view.tsx'
import { useOtherHall } from '../../parts/looked-at.ts'
import { usePublished } from '../../session/session.tsx'
import { closeWords } from '../../words/close.ts'
import { momentText } from '../../words/dates.ts'
import { hallWords } from '../../words/halls.ts'
import { AgainDialog } from '../again-dialog.tsx'
import { Causes } from './causes.tsx'
import { CountTable } from './count-table.tsx'
import { Questions } from './questions.tsx'

export function SignedList({ signed, today }: { signed: readonly DayClose[]; today: Day }): ReactNode {
  const [viewed, setViewed] = useState<DayClose | null>(null)
  const [again, setAgain] = useState<DayClose | null>(null)
  const { nameOf } = usePublished()
  const other = useOtherHall()
  return (
    <section aria-label={closeWords.past}>
      {signed.map((close) => (
        <article key={close.no} className="close-signed" aria-label={closeWords.signedHead(close.no)}>
          <div className="close-proposal-head">
            <h3>
              {closeWords.signedHead(close.no)} <span className="number">{numberWords(close.number)}</span>
            </h3>
            <p>{closeWords.signedBy(close.by.name, momentText(close.at, today))}</p>
            <Button onClick={() => setViewed(close)}>{closeWords.view}</Button>
            {other === null ? (
              <Button onClick={() => setAgain(close)}>{closeWords.reprint}</Button>
            ) : (
              <small>{hallWords.printThere(other.name)}</small>
            )}
          </div>
          {close.remark !== null && <p>{close.remark}</p>}
          {close.causes.length > 0 && <Causes causes={close.causes} />}
          <CountTable title={closeWords.counts} day={close.day} rows={close.rows} />
          {close.questions.length > 0 && <Questions day={close.day} questions={close.questions} nameOf={nameOf} />}
        </article>
      ))}
      {viewed !== null && <PaperView paper={viewed.paper} onClose={() => setViewed(null)} />}
      {again !== null && (
        <AgainDialog title={closeWords.reprintTitle} paper={again.paper} onClose={() => setAgain(null)} />
      )}
    </section>
  )
}
