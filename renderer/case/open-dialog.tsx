/** Why personal data is opened: asked before it is written down and shown. */
import type { ReactNode } from 'react'
import type { Case } from '../../shared/case/case.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { caseWords } from '../words/case.ts'
import { openDetails } from './open-details.ts'

type Props = { kase: Case; onOpened: (reason: string) => void; onClose: () => void }

export function OpenDialog({ kase, onOpened, onClose }: Props): ReactNode {
  const send = async (reason: string) => {
    if (await openDetails(kase, reason)) onOpened(reason)
  }
  return (
    <ReasonDialog
      title={caseWords.openTitle}
      ok={caseWords.open}
      cancel={caseWords.back}
      label={caseWords.openReason}
      reasons={caseWords.openReasons}
      needed={caseWords.openNeeded}
      onClose={onClose}
      onSend={send}
    >
      <p>{caseWords.openText}</p>
    </ReasonDialog>
  )
}
