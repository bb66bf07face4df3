/** 补打: a second copy of a paper, written down with its reason before it is printed. */
import { type ReactNode, useState } from 'react'
import type { Case } from '../../shared/case/case.ts'
import { eventVersion } from '../../shared/case/event.ts'
import type { ActId } from '../../shared/case/ids.ts'
import type { Recorded } from '../../shared/contract/views.ts'
import { firstCopies } from '../../shared/paper/copies.ts'
import type { Paper } from '../../shared/paper/paper.ts'
import { momentWords } from '../../shared/paper/say.ts'
import { usePublished } from '../session/session.tsx'
import { recordAct } from '../store/record-act.ts'
import { say } from '../ui/feedback.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { paperWords } from '../words/case.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import { printPapers } from './print.ts'

type Props = {
  paper: Paper
  /** The case as it stands now. */
  kase: Case
  onClose: () => void
  /** What the ledger holds of it now, for a page that does not follow the cache. */
  onRecorded?: (recorded: Recorded) => void
}

export function ReprintDialog({ paper, kase, onClose, onRecorded }: Props): ReactNode {
  const books = usePublished()
  const [act] = useState(() => crypto.randomUUID() as ActId)
  const send = async (reason: string) => {
    const data = { number: paper.number, reason }
    const fact = { type: 'reprinted', v: eventVersion, case: kase.id, after: kase.last, data } as const
    const answer = await recordAct({ act, facts: [fact], kases: [kase] })
    if (!answer.ok) return say(recordRefusalText(answer.refusal, books), 'error')
    const again = { reason, at: momentWords(answer.value.events[0]!.stamp.at) }
    onRecorded?.(answer.value)
    await printPapers(
      [paper],
      firstCopies(paper.key).map((copy) => ({ ...copy, again })),
    )
    say(paperWords.printed)
    onClose()
  }
  return (
    <ReasonDialog
      title={`${paperWords.reprint} · ${paper.title}`}
      ok={paperWords.reprint}
      cancel={paperWords.cancel}
      label={paperWords.reprintReason}
      reasons={paperWords.reprintReasons}
      needed={paperWords.reprintNeeded}
      onClose={onClose}
      onSend={send}
    />
  )
}
