/** The supervisor's signature under a week's result, with the password; from the second on with a reason. */
import { Input, type InputRef } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { WeekAnswer } from '../../../shared/contract/plans.ts'
import { resultCounts } from '../../../shared/report/week-result.ts'
import { machine } from '../../machine.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { isComposing, useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { ReasonBox } from '../../ui/reason-box.tsx'
import { listDay } from '../../words/dates.ts'
import { planRefusals, planWords } from '../../words/plans.ts'

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

export function SignDialog({ known, reason, onReason, onClose, onSigned, onOver }: Props): ReactNode {
  const { week, today, digest, signed } = known
  const again = signed.length > 0
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<InputRef>(null)
  const ready = password !== '' && (!again || reason.trim() !== '')
  const sign = async () => {
    if (!ready || busy) return
    setBusy(true)
    try {
      const asked = { from: week.from, digest, password, reason: again ? reason.trim() : null }
      const answer = await machine['bureau.signWeek'](asked)
      if (answer.ok) {
        say(planWords.signed(answer.revision))
        onSigned()
        onClose()
        return void (await onOver())
      }
      if (over.includes(answer.why)) {
        say(planRefusals[answer.why], 'warning')
        onClose()
        return void (await onOver())
      }
      setRefused(planRefusals[answer.why])
      if (answer.why === 'wrong') {
        setPassword('')
        box.current?.focus()
      }
    } catch (error) {
      showProblem(error)
    } finally {
      setBusy(false)
    }
  }
  useHotkey('F9', () => void sign())
  return (
    <Dialog
      title={planWords.signTitle(planWords.title(listDay(week.from, today), listDay(week.to, today)))}
      okText={
        <>
          {planWords.signSave} <kbd>F9</kbd>
        </>
      }
      okButtonProps={{ disabled: !ready, loading: busy }}
      cancelButtonProps={{ hidden: true }}
      onOk={() => void sign()}
      onClose={onClose}
      onShown={() => !again && box.current?.focus()}
    >
      <p>{planWords.counts(resultCounts(known.lines))}</p>
      <p>{planWords.signAbout}</p>
      {again && (
        <ReasonBox
          label={planWords.revisionReason}
          reasons={planWords.revisionReasons}
          value={reason}
          onChange={onReason}
          onSubmit={() => box.current?.focus()}
        />
      )}
      <Input.Password
        ref={box}
        className="plans-password"
        aria-label={planWords.password}
        placeholder={planWords.password}
        value={password}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => setPassword(event.target.value)}
        onPressEnter={(event) => !isComposing(event.nativeEvent) && void sign()}
      />
      <p role="alert" className="plans-refused">
        {refused}
      </p>
    </Dialog>
  )
}
