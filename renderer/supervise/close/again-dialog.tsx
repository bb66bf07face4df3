/** 补打 of a close: the archive's copy once more, with the reason on it. */
import { type ReactNode, useRef, useState } from 'react'
import type { Paper } from '../../../shared/paper/paper.ts'
import { printPapers } from '../../papers/print.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { ReasonBox } from '../../ui/reason-box.tsx'
import { closeWords } from '../../words/close.ts'

export function AgainDialog({ paper, onClose }: { paper: Paper; onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('')
  const underWay = useRef(false)
  const send = () => {
    if (reason.trim() === '' || underWay.current) return
    underWay.current = true
    const again = { reason: reason.trim(), at: new Date().toISOString() }
    printPapers([paper], [{ for: 'archive', again }])
      .then(() => {
        say(closeWords.reprinted)
        onClose()
      }, showProblem)
      .finally(() => {
        underWay.current = false
      })
  }
  return (
    <Dialog
      title={closeWords.reprintTitle}
      okText={closeWords.reprint}
      okButtonProps={{ disabled: reason.trim() === '' }}
      cancelText={closeWords.cancel}
      onOk={send}
      onClose={onClose}
    >
      <ReasonBox
        label={closeWords.reprintReason}
        reasons={closeWords.reprintReasons}
        value={reason}
        onChange={setReason}
        onSubmit={send}
      />
    </Dialog>
  )
}
