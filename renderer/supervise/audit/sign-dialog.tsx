/** The password under an audit; what was typed besides stays while the bureau cannot be told. */
import { Input, type InputRef } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Audit } from '../../../shared/audit/audit.ts'
import type { AuditView } from '../../../shared/contract/stored-audits.ts'
import { printPapers } from '../../papers/print.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { isComposing, useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { signWords } from '../../words/stored-audits.ts'
import { actOn } from './act.ts'

type Props = { audit: Audit; open: number; onClose: () => void; onView: (view: AuditView) => void }

export function SignDialog({ audit, open, onClose, onView }: Props): ReactNode {
  const [password, setPassword] = useState('')
  const [remark, setRemark] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const box = useRef<InputRef>(null)
  const underWay = useRef(false)
  // What is signed is what stood there when it opened.
  const [seen] = useState(audit.last)
  const [act] = useState(() => crypto.randomUUID())
  const sign = async () => {
    if (underWay.current) return
    if (password === '') return setWrong(signWords.needPassword)
    underWay.current = true
    try {
      const what = { do: 'sign', seen, password, remark: remark.trim() || null } as const
      const answer = await actOn(audit.id, what, act)
      if (!answer.ok) {
        setPassword('')
        setWrong(answer.why)
        box.current?.focus()
        return
      }
      say(signWords.signed)
      const paper = answer.view.audit.signed?.paper
      if (paper !== undefined) void printPapers([paper]).catch(showProblem)
      onView(answer.view)
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  useHotkey('F9', () => void sign())
  return (
    <Dialog
      title={signWords.title}
      okText={
        <>
          {signWords.sign} <kbd>F9</kbd>
        </>
      }
      cancelText={signWords.cancel}
      onOk={() => void sign()}
      onClose={onClose}
      onShown={() => box.current?.focus()}
    >
      <p>{signWords.about}</p>
      {open > 0 && <p className="audit-wrong">{signWords.open(open)}</p>}
      <div className="audit-form">
        <label htmlFor="audit-remark">{signWords.remark}</label>
        <Input.TextArea
          id="audit-remark"
          value={remark}
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={(event) => setRemark(event.target.value)}
        />
        <label htmlFor="audit-password">{signWords.password}</label>
        <Input.Password
          ref={box}
          id="audit-password"
          value={password}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
          onPressEnter={(event) => {
            if (!isComposing(event.nativeEvent)) void sign()
          }}
        />
      </div>
      <p role="alert" className="audit-wrong">
        {wrong}
      </p>
    </Dialog>
  )
}
