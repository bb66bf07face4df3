/** 已保存: what the act was, and its papers on their way. Enter or Esc closes. */
import { CheckCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Recorded } from '../../shared/contract/views.ts'
import { papersOf } from '../../shared/record/record.ts'
import { PrintLine } from '../papers/print-line.tsx'
import { usePrints } from '../papers/use-prints.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { actWords } from '../words/acts.ts'
import { actTitle, type HistoryNames } from '../words/history.ts'

type Props = { recorded: Recorded; names: HistoryNames; onClose: () => void }

export function SavedAct({ recorded, names, onClose }: Props): ReactNode {
  const papers = useMemo(() => papersOf(recorded.events), [recorded.events])
  const prints = usePrints(papers)
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  useHotkey('F8', prints.canPrintAgain ? prints.printAgain : undefined)
  return (
    <div className="saved-act" role="status">
      <p className="saved-act-title">
        <CheckCircleFilled /> {actWords.saved}：{actTitle(recorded.events, names)}
      </p>
      <ul>
        {papers.map((paper) => (
          <PrintLine key={paper.number} paper={paper} job={prints.jobOf(paper.number)} />
        ))}
      </ul>
      <div className="saved-act-keys">
        {prints.canPrintAgain && (
          <Button onClick={prints.printAgain}>
            {actWords.printAgain} <kbd>F8</kbd>
          </Button>
        )}
        <Button ref={close} type="primary" onClick={onClose}>
          {actWords.close} <kbd>Enter</kbd>
        </Button>
      </div>
    </div>
  )
}
