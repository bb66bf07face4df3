/** 转窗口: which window the person is sent to. */
import { type ReactNode, useState } from 'react'
import type { WindowNo } from '../../shared/case/ids.ts'
import type { Ticket } from '../../shared/visit/ticket.ts'
import { machine } from '../machine.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { RadioRow } from '../ui/fields/radio-row.tsx'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { queueWords } from '../words/visit.ts'
import { useQueueActs } from './queue-acts.ts'

export function PassDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactNode {
  const { hall } = usePublished()
  const { window } = useSession()
  const acts = useQueueActs()
  const others = hall.windows.filter(({ no, open }) => open && no !== window)
  const [to, setTo] = useState<string | null>(null)
  const pass = async () => {
    const chosen = others.find(({ no }) => String(no) === to)
    if (chosen === undefined || !(await acts.doTo(ticket, 'passed', chosen.no as WindowNo))) return
    onClose()
    const { state } = await machine['bureau.status'](null)
    const connected = state === 'connected'
    say(
      connected ? queueWords.passed(ticket.label, chosen.name) : queueWords.passedOffline(ticket.label, chosen.name),
      connected ? 'success' : 'warning',
    )
  }
  const ok = () => void pass().catch(showProblem)
  useHotkey('F9', ok)
  return (
    <Dialog
      title={queueWords.passTo(ticket.label)}
      okText={
        <>
          {queueWords.pass} <kbd>F9</kbd>
        </>
      }
      okButtonProps={{ disabled: to === null }}
      cancelButtonProps={{ hidden: true }}
      onOk={ok}
      onClose={onClose}
    >
      <div className="queue-windows">
        <RadioRow
          id="pass-to"
          label={queueWords.pass}
          value={to}
          options={others.map(({ no, name }) => ({ value: String(no), label: name }))}
          onChange={setTo}
        />
      </div>
    </Dialog>
  )
}
