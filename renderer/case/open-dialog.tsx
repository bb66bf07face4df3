/** Why personal data is opened: asked before it is written down and shown. */
import { type ReactNode, useRef, useState } from 'react'
import type { Case } from '../../shared/case/case.ts'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { ReasonBox } from '../ui/reason-box.tsx'
import { caseWords } from '../words/case.ts'
import { openDetails } from './open-details.ts'

type Props = { kase: Case; onOpened: (reason: string) => void; onClose: () => void }

export function OpenDialog({ kase, onOpened, onClose }: Props): ReactNode {
  const [reason, setReason] = useState('')
  const underWay = useRef(false)
  const send = async () => {
    if (reason.trim() === '') return say(caseWords.openNeeded, 'warning')
    if (underWay.current) return
    underWay.current = true
    try {
      const why = reason.trim()
      if (await openDetails(kase, why)) onOpened(why)
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
