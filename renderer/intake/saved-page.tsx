/** After the act: the number, the papers on their way, and the next person. */
import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { PrintedNumber } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { PrintLine } from '../papers/print-line.tsx'
import { usePrints } from '../papers/use-prints.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { savedWords } from '../words/finder.ts'
import type { Saved } from './use-submit.ts'

type Props = { item: Item; saved: Saved; onNext: () => void; onAnother: () => void }

export function SavedPage({ item, saved, onNext, onAnother }: Props): ReactNode {
  const { recorded, act } = saved
  const number = (recorded.events[0]?.data as { number?: PrintedNumber } | undefined)?.number
  const prints = usePrints(recorded.papers)
  const next = useRef<HTMLButtonElement>(null)
  // Enter is for the next person, whatever had the cursor before.
  useEffect(() => next.current?.focus(), [])
  useHotkey('F8', prints.canPrintAgain ? prints.printAgain : undefined)
  useHotkey('Esc', onNext)
  return (
    <div className="saved">
      <Result
        status="success"
        title={savedWords.title}
        subTitle={
          <>
            <div className="saved-number">{number === undefined ? '' : numberWords(number)}</div>
            <div className="saved-what">{savedWords.what[act](item.name)}</div>
          </>
        }
      />
      <ul className="saved-papers">
        {recorded.papers.map((paper) => (
          <PrintLine key={paper.number} paper={paper} job={prints.jobOf(paper.number)} />
        ))}
      </ul>
      <div className="saved-keys">
        <Button ref={next} type="primary" size="large" onClick={onNext}>
          {savedWords.next} <kbd>Enter</kbd>
        </Button>
        <Button size="large" onClick={onAnother}>
          {savedWords.another}
        </Button>
        {prints.canPrintAgain && (
          <Button size="large" onClick={prints.printAgain}>
            {savedWords.printAgain} <kbd>F8</kbd>
          </Button>
        )}
        {recorded.events[0] !== undefined && <Link to={`/case/${recorded.events[0].case}`}>{savedWords.seeCase}</Link>}
      </div>
    </div>
  )
}
