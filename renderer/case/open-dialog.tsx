/** Opening personal data: who, when, which case and why are written into the ledger before anything is shown. */
import { type ReactNode, useRef, useState } from 'react'
import type { Case } from '../../shared/case/case.ts'
import { machine } from '../machine.ts'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { ReasonBox } from '../ui/reason-box.tsx'
import { caseWords } from '../words/case.ts'

type Props = { kase: Case; onOpened: (reason: string) => void; onClose: () => void }

export function OpenDialog({ kase, onOpened, onClose }: Props): ReactNode {
  const [reason, setReason] = useState('')
  const underWay = useRef(false)
  const send = async () => {
    if (reason.trim() === '') return say(caseWords.openNeeded, 'warning')
    if (underWay.current) return
    underWay.current = true
    try {
      const note = { type: 'opened', case: kase.id, what: 'details', reason: reason.trim() } as const
      const answer = await machine['note.record'](note)
      if (answer.ok) onOpened(note.reason)
      else say(caseWords.openFailed, 'error')
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  return (
    <Dialog
      title={caseWords.openTitle}
      okText={caseWords.open}
      cancelText={caseWords.back}
      onOk={() => void send()}
      onClose={onClose}
    >
      <p>{caseWords.openText}</p>
      <ReasonBox
        label={caseWords.openReason}
        reasons={caseWords.openReasons}
        value={reason}
        onChange={setReason}
        onSubmit={() => void send()}
      />
    </Dialog>
  )
}
