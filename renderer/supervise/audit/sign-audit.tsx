/** The signature under an audit, which makes it the 稽核记录. */
import { type ReactNode, useState } from 'react'
import type { Audit } from '../../../shared/audit/audit.ts'
import type { AuditView } from '../../../shared/contract/stored-audits.ts'
import { printPapers } from '../../papers/print.ts'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { signWords } from '../../words/stored-audits.ts'
import { SignDialog } from '../sign-dialog.tsx'
import { actOn } from './act.ts'

type Props = { audit: Audit; open: number; onClose: () => void; onView: (view: AuditView) => void }

export function SignAudit({ audit, open, onClose, onView }: Props): ReactNode {
  const [remark, setRemark] = useState('')
  // What is signed is what stood there when it opened.
  const [seen] = useState(audit.last)
  const [act] = useState(() => crypto.randomUUID())
  const sign = async (password: string) => {
    const answer = await actOn(audit.id, { do: 'sign', seen, password, remark: remark.trim() || null }, act)
    if (!answer.ok) return answer.why
    say(signWords.signed)
    const paper = answer.view.audit.signed?.paper
    if (paper !== undefined) void printPapers([paper]).catch(showProblem)
    onView(answer.view)
    return null
  }
  return (
    <SignDialog
      title={signWords.title}
      sign={signWords.sign}
      remark={{ value: remark, onChange: setRemark }}
      onClose={onClose}
      onSign={sign}
    >
      <p>{signWords.about}</p>
      {open > 0 && <p className="audit-wrong">{signWords.open(open)}</p>}
    </SignDialog>
  )
}
