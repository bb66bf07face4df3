/** 补打 of a paper that a supervisor signed: the archive's copy once more, with the reason on it. */
import type { ReactNode } from 'react'
import type { Paper } from '../../shared/paper/paper.ts'
import { printPapers } from '../papers/print.ts'
import { say } from '../ui/feedback.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { againWords } from '../words/supervise.ts'

type Props = { paper: Paper; title: string; onClose: () => void }

export function AgainDialog({ paper, title, onClose }: Props): ReactNode {
  const send = async (reason: string) => {
    await printPapers([paper], [{ for: 'archive', again: { reason, at: new Date().toISOString() } }])
    say(againWords.done)
    onClose()
  }
  return (
    <ReasonDialog
      title={title}
      ok={againWords.print}
      cancel={againWords.cancel}
      label={againWords.reason}
      reasons={againWords.reasons}
      onClose={onClose}
      onSend={send}
    />
  )
}
