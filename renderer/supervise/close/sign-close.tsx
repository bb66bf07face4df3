/** The signature under a day, or under an amendment of it. */
import type { ReactNode } from 'react'
import type { CloseProposal } from '../../../shared/report/close.ts'
import { machine } from '../../machine.ts'
import { printPapers } from '../../papers/print.ts'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { closeWords } from '../../words/close.ts'
import { SignDialog } from '../sign-dialog.tsx'

type Props = {
  proposal: CloseProposal
  title: string
  early: boolean
  /** Kept by the page: it is still there when the dialog was closed, or the day has to be read again. */
  remark: string
  onRemark: (remark: string) => void
  onClose: () => void
  onDone: () => Promise<void>
}

/** The proposal is no longer the one to sign: a new one is asked for. */
const over: readonly string[] = ['taken', 'changed', 'nothing']

export function SignClose({ proposal, title, early, remark, onRemark, onClose, onDone }: Props): ReactNode {
  const { day, no, proof, questions } = proposal
  const sign = async (password: string) => {
    const said = remark.trim() === '' ? null : remark.trim()
    const answer = await machine['bureau.signClose']({ day, no, proof, password, remark: said, early })
    if (!answer.ok && !over.includes(answer.why)) return closeWords.notSigned[answer.why]
    if (answer.ok) {
      say(closeWords.signed(no))
      void printPapers([answer.close.paper]).catch(showProblem)
    } else say(closeWords.notSigned[answer.why], 'warning')
    await onDone()
    return null
  }
  return (
    <SignDialog
      title={title}
      sign={closeWords.sign(no)}
      remark={{ value: remark, onChange: onRemark }}
      onClose={onClose}
      onSign={sign}
    >
      <p>{closeWords.signAbout}</p>
      {questions.length > 0 && <p className="close-asked">{closeWords.signWithQuestions(questions.length)}</p>}
    </SignDialog>
  )
}
