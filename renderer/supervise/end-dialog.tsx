/** 提前结束代岗, with a reason; what was typed stays while the bureau cannot be told. */
import { type ReactNode, useRef, useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { StandIn } from '../../shared/people/stand-in.ts'
import { machine } from '../machine.ts'
import { usePublished } from '../session/session.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { ReasonBox } from '../ui/reason-box.tsx'
import { listDay } from '../words/dates.ts'
import { standInWords } from '../words/stand-ins.ts'

type Props = { standIn: StandIn; today: Day; onClose: () => void; onEnded: () => void }

export function EndDialog({ standIn, today, onClose, onEnded }: Props): ReactNode {
  const { nameOf } = usePublished()
  const [reason, setReason] = useState('')
  const underWay = useRef(false)
  const end = async () => {
    if (reason.trim() === '' || underWay.current) return
    underWay.current = true
    try {
      const answer = await machine['bureau.endStandIn']({ id: standIn.id, reason: reason.trim() })
      if (answer.ok) {
        say(answer.until === null ? standInWords.endedNever : standInWords.endedWith(listDay(answer.until, today)))
        return onEnded()
      }
      const { why } = answer
      if (why === 'gone' || why === 'notYours') {
        say(standInWords.endRefused[why], 'warning')
        return onEnded()
      }
      say(standInWords.notTold[why], 'error')
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  useHotkey('F9', () => void end())
  return (
    <Dialog
      title={standInWords.endTitle(nameOf(standIn.standIn), nameOf(standIn.away))}
      okText={
        <>
          {standInWords.endSave} <kbd>F9</kbd>
        </>
      }
      okButtonProps={{ disabled: reason.trim() === '' }}
      cancelButtonProps={{ hidden: true }}
      onOk={() => void end()}
      onClose={onClose}
    >
      <p>{standIn.from > today ? standInWords.endComing : standInWords.endRunning}</p>
      <ReasonBox
        label={standInWords.endLabel}
        reasons={standInWords.endReasons}
        value={reason}
        onChange={setReason}
        onSubmit={() => void end()}
      />
    </Dialog>
  )
}
