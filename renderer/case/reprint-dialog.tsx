/** 补打: a second copy of a paper, written down with its reason before it is printed. */
import { type ReactNode, useRef, useState } from 'react'
import { eventVersion } from '../../shared/case/event.ts'
import type { ActId } from '../../shared/case/ids.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { momentWords } from '../../shared/paper/say.ts'
import { printPapers } from '../papers/print.ts'
import { recordAct } from '../store/record-act.ts'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.tsx'
import { showProblem } from '../ui/problem.ts'
import { paperWords } from '../words/case.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import type { Around } from './around.ts'
import { ReasonBox } from './reason-box.tsx'

type Props = { paper: Paper; around: Around; onClose: () => void }

export function ReprintDialog({ paper, around, onClose }: Props): ReactNode {
  const [act] = useState(() => crypto.randomUUID() as ActId)
  const [reason, setReason] = useState('')
  const underWay = useRef(false)
  const send = async () => {
    if (reason.trim() === '') return say(paperWords.reprintNeeded, 'warning')
    if (underWay.current) return
    underWay.current = true
    try {
      const { kase } = around
      const data = { number: paper.number, reason: reason.trim() }
      const fact = { type: 'reprinted', v: eventVersion, case: kase.id, after: kase.last, data } as const
      const answer = await recordAct({ act, facts: [fact], kases: [kase] })
      if (!answer.ok) return say(recordRefusalText(answer.refusal, around.books), 'error')
      const again = { reason: reason.trim(), at: momentWords(answer.value.events[0]?.stamp.at ?? around.now) }
      await printPapers(
        [paper],
        [
          { for: 'applicant', again },
          { for: 'archive', again },
        ],
      )
      say(paperWords.printed)
      onClose()
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  return (
    <Dialog
      title={`${paperWords.reprint} · ${paper.title}`}
      okText={paperWords.reprint}
      cancelText={paperWords.cancel}
      onOk={() => void send()}
      onClose={onClose}
    >
      <ReasonBox
        label={paperWords.reprintReason}
        reasons={paperWords.reprintReasons}
        value={reason}
        onChange={setReason}
        onSubmit={() => void send()}
      />
    </Dialog>
  )
}
