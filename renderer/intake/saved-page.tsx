/** After the act: the number, the papers on their way, and the next person. */
import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { replay } from '../../shared/case/apply.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { papersOf } from '../../shared/record/record.ts'
import { PrintLine } from '../papers/print-line.tsx'
import { ReprintDialog } from '../papers/reprint-dialog.tsx'
import { usePrints } from '../papers/use-prints.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useVisits } from '../visit/use-visits.ts'
import { savedWords } from '../words/finder.ts'
import { questionWords } from '../words/questions.ts'
import { type Saved, savedNumber } from './use-submit.ts'

type Props = {
  item: Item
  saved: Saved
  /** The next matter of the same visit, planned before. */
  then: Item | undefined
  onGoOn: () => void
  onNext: () => void
  /** 打印后自动回叫号: where numbers are called, the next person is. */
  onQueue: () => void
  onAnother: () => void
}

export function SavedPage({ item, saved, then, onGoOn, onNext, onQueue, onAnother }: Props): ReactNode {
  const { recorded, act } = saved
  const { served } = useVisits()
  const papers = useMemo(() => papersOf(recorded.events), [recorded.events])
  const prints = usePrints(papers)
  const [events, setEvents] = useState(recorded.events)
  const [again, setAgain] = useState<Paper | null>(null)
  const kase = replay(events)
  const last = papers.at(-1)
  const promised = recorded.events.some(({ type }) => type === 'committed')
  const next = useRef<HTMLButtonElement>(null)
  // Enter is for the next person, whatever had the cursor before.
  useEffect(() => {
    if (again === null) next.current?.focus()
  }, [again])
  // What never came out is simply printed; a second copy of what did is written down with its reason.
  useHotkey('F8', prints.canPrintAgain ? prints.printAgain : last === undefined ? undefined : () => setAgain(last))
  useHotkey('Esc', again === null ? onNext : undefined)
  return (
    <div className="saved">
      <Result
        status="success"
        title={savedWords.title}
        subTitle={
          <>
            <div className="saved-number">{savedNumber(saved)}</div>
            <div className="saved-what">
              {savedWords.what[act](item.name)}
              {promised && savedWords.promised}
            </div>
          </>
        }
      />
      <ul className="saved-papers">
        {papers.map((paper) => (
          <PrintLine key={paper.number} paper={paper} job={prints.jobOf(paper.number)} />
        ))}
      </ul>
      <div className="saved-keys">
        {then !== undefined && (
          <Button ref={next} type="primary" size="large" onClick={onGoOn}>
            {questionWords.goOn(then.aliases[0] ?? then.name)} <kbd>Enter</kbd>
          </Button>
        )}
        <Button
          {...(then === undefined ? { ref: next, type: 'primary' as const } : {})}
          size="large"
          onClick={served === undefined ? onNext : onQueue}
        >
          {served === undefined ? savedWords.next : savedWords.backToQueue(served.label)}{' '}
          {then === undefined && <kbd>Enter</kbd>}
        </Button>
        <Button size="large" onClick={onAnother}>
          {savedWords.another}
        </Button>
        {last !== undefined && (
          <Button size="large" onClick={prints.canPrintAgain ? prints.printAgain : () => setAgain(last)}>
            {prints.canPrintAgain ? savedWords.printAgain : savedWords.secondCopy(last.title)} <kbd>F8</kbd>
          </Button>
        )}
        {recorded.events[0] !== undefined && <Link to={`/case/${recorded.events[0].case}`}>{savedWords.seeCase}</Link>}
      </div>
      {again !== null && kase !== undefined && (
        <ReprintDialog
          paper={again}
          kase={kase}
          onClose={() => setAgain(null)}
          onRecorded={(more) => setEvents((now) => [...now, ...more.events])}
        />
      )}
    </div>
  )
}
