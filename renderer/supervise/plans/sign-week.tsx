/** The supervisor's signature under a week's result; from the second on with a reason. */
import type { ReactNode } from 'react'
import type { WeekAnswer } from '../../../shared/contract/plans.ts'
import { resultCounts } from '../../../shared/report/week-result.ts'
import { machine } from '../../machine.ts'
import { say } from '../../ui/feedback.ts'
import { ReasonBox } from '../../ui/reason-box.tsx'
import { listDay } from '../../words/dates.ts'
import { planRefusals, planWords } from '../../words/plans.ts'
import { SignDialog } from '../sign-dialog.tsx'

type Props = {
  /** The week as it was read when the dialog was opened. */
  known: WeekAnswer
  /** Kept by the page: it is still there when the dialog was closed, or the week has to be read again. */
  reason: string
  onReason: (reason: string) => void
  onClose: () => void
  onSigned: () => void
  /** The week is to be read anew. */
  onOver: () => Promise<void>
}

/** What was read is no longer what would be signed. */
const over: readonly string[] = ['changed', 'same']

export function SignWeek({ known, reason, onReason, onClose, onSigned, onOver }: Props): ReactNode {
  const { week, today, digest, signed } = known
  const again = signed.length > 0
  const sign = async (password: string) => {
    const asked = { from: week.from, digest, password, reason: again ? reason.trim() : null }
    const answer = await machine['bureau.signWeek'](asked)
    if (!answer.ok && !over.includes(answer.why)) return planRefusals[answer.why]
    if (answer.ok) {
      say(planWords.signed(answer.revision))
      onSigned()
    } else say(planRefusals[answer.why], 'warning')
    onClose()
    await onOver()
    return null
  }
  return (
    <SignDialog
      title={planWords.signTitle(planWords.title(listDay(week.from, today), listDay(week.to, today)))}
      sign={planWords.signSave}
      focused={!again}
      lacks={again && reason.trim() === '' ? planRefusals.reasonNeeded : null}
      onClose={onClose}
      onSign={sign}
    >
      <p>{planWords.counts(resultCounts(known.lines))}</p>
      <p>{planWords.signAbout}</p>
      {again && (
        <ReasonBox
          label={planWords.revisionReason}
          reasons={planWords.revisionReasons}
          value={reason}
          onChange={onReason}
          onSubmit={() => document.getElementById('sign-password')?.focus()}
        />
      )}
    </SignDialog>
  )
}
