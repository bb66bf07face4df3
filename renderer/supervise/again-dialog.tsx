/** 补打 of a paper that a supervisor signed: the archive's copy once more, with the reason on it. */
import { type ReactNode, useRef, useState } from 'react'
import type { Paper } from '../../shared/paper/paper.ts'
import { printPapers } from '../papers/print.ts'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { ReasonBox } from '../ui/reason-box.tsx'
import { againWords } from '../words/supervise.ts'

type Props = { paper: Paper; title: string; onClose: () => void }

export function AgainDialog({ paper, title, onClose }: Props): ReactNode {
  const [reason, setReason] = useState('')
  const underWay = useRef(false)
  const send = () => {
    if (reason.trim() === '' || underWay.current) return
    underWay.current = true
    const again = { reason: reason.trim(), at: new Date().toISOString() }
    printPapers([paper], [{ for: 'archive', again }])
      .then(() => {
        say(againWords.done)
        onClose()
      }, showProblem)
      .finally(() => {
        underWay.current = false
      })
  }
  return (
    <Dialog
      title={title}
      okText={againWords.print}
      okButtonProps={{ disabled: reason.trim() === '' }}
      cancelText={againWords.cancel}
      onOk={send}
      onClose={onClose}
    >
      <ReasonBox
        label={againWords.reason}
        reasons={againWords.reasons}
        value={reason}
        onChange={setReason}
        onSubmit={send}
      />
    </Dialog>
  )
}
