/** The password under a close; what was typed besides stays while the bureau cannot be told. */
import { Input, type InputRef } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { CloseProposal } from '../../../shared/report/close.ts'
import { machine } from '../../machine.ts'
import { printPapers } from '../../papers/print.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/feedback.ts'
import { isComposing, useHotkey } from '../../ui/hotkeys.ts'
import { showProblem } from '../../ui/problem.ts'
import { closeWords } from '../../words/close.ts'

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

export function SignDialog(props: Props): ReactNode {
  const { proposal, title, early, remark, onRemark, onClose, onDone } = props
  const { day, no, proof, questions } = proposal
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const box = useRef<InputRef>(null)
  const underWay = useRef(false)
  const sign = async () => {
    if (underWay.current) return
    if (password === '') return setWrong(closeWords.needPassword)
    underWay.current = true
    try {
      const said = remark.trim() === '' ? null : remark.trim()
      const answer = await machine['bureau.signClose']({ day, no, proof, password, remark: said, early })
      if (answer.ok) {
        say(closeWords.signed(no))
        void printPapers([answer.close.paper]).catch(showProblem)
        return await onDone()
      }
      const { why } = answer
      if (over.includes(why)) {
        say(closeWords.notSigned[why], 'warning')
        return await onDone()
      }
      setPassword('')
      setWrong(closeWords.notSigned[why])
      box.current?.focus()
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  useHotkey('F9', () => void sign())
  const onEnter = (event: { nativeEvent: KeyboardEvent }) => {
    if (!isComposing(event.nativeEvent)) void sign()
  }
  return (
    <Dialog
      title={title}
      okText={
        <>
          {closeWords.sign(no)} <kbd>F9</kbd>
        </>
      }
      cancelText={closeWords.cancel}
      onOk={() => void sign()}
      onClose={onClose}
      onShown={() => box.current?.focus()}
    >
      <p>{closeWords.signAbout}</p>
      {questions.length > 0 && <p className="close-asked">{closeWords.signWithQuestions(questions.length)}</p>}
      <div className="close-sign">
        <label htmlFor="close-remark">{closeWords.remark}</label>
        <Input.TextArea
          id="close-remark"
          value={remark}
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={(event) => onRemark(event.target.value)}
        />
        <label htmlFor="close-password">{closeWords.password}</label>
        <Input.Password
          ref={box}
          id="close-password"
          value={password}
          autoComplete="off"
          onChange={(event) => {
            setPassword(event.target.value)
            setWrong(null)
          }}
          onPressEnter={onEnter}
        />
      </div>
      <p role="alert" className="close-wrong">
        {wrong}
      </p>
    </Dialog>
  )
}
