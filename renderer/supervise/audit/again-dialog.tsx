/** 补打 of an audit's record: the archive's copy once more, with the reason on it. */
import { type ReactNode, useRef, useState } from 'react'
import type { Paper } from '../../../shared/paper/paper.ts'
import { printPapers } from '../../papers/print.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { ReasonBox } from '../../ui/reason-box.tsx'
import { oneAuditWords, signWords } from '../../words/stored-audits.ts'

export function AgainDialog({ paper, onClose }: { paper: Paper; onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('')
  const underWay = useRef(false)
  const send = () => {
    if (reason.trim() === '' || underWay.current) return
    underWay.current = true
    const again = { reason: reason.trim(), at: new Date().toISOString() }
    printPapers([paper], [{ for: 'archive', again }])
      .then(() => {
        say(oneAuditWords.reprinted)
        onClose()
      }, showProblem)
      .finally(() => {
        underWay.current = false
      })
  }
  return (
    <Dialog
      title={oneAuditWords.reprintTitle}
      okText={oneAuditWords.reprint}
      okButtonProps={{ disabled: reason.trim() === '' }}
      cancelText={signWords.cancel}
      onOk={send}
      onClose={onClose}
    >
      <ReasonBox
        label={oneAuditWords.reprintReason}
        reasons={oneAuditWords.reprintReasons}
        value={reason}
        onChange={setReason}
        onSubmit={send}
      />
    </Dialog>
  )
}
