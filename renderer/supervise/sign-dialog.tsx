/** The password under what a supervisor signs. What was typed besides stays, whatever the bureau says. */
import { Input, type InputRef } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { isComposing, useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { signatureWords } from '../words/supervise.ts'
import './supervise.css'

type Props = {
  title: string
  /** What the button says. */
  sign: string
  /** What is said above the boxes. */
  children: ReactNode
  /** A remark that may stand beside the signature. */
  remark?: { value: string; onChange: (remark: string) => void }
  /** What is still to be filled in besides the password. */
  lacks?: string | null
  /** The cursor begins in the box of the password. */
  focused?: boolean
  onClose: () => void
  /** Tells the bureau; what is wrong, or null where it is done with. */
  onSign: (password: string) => Promise<string | null>
}

export function SignDialog({ title, sign, children, remark, lacks = null, focused = true, ...on }: Props): ReactNode {
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const box = useRef<InputRef>(null)
  const send = async () => {
    if (underWay.current) return
    if (lacks !== null) return setWrong(lacks)
    if (password === '') {
      box.current?.focus()
      return setWrong(signatureWords.needPassword)
    }
    underWay.current = true
    setBusy(true)
    try {
      const refused = await on.onSign(password)
      if (refused === null) return
      setPassword('')
      setWrong(refused)
      box.current?.focus()
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  useHotkey('F9', () => void send())
  return (
    <Dialog
      title={title}
      okText={
        <>
          {sign} <kbd>F9</kbd>
        </>
      }
      okButtonProps={{ loading: busy }}
      cancelText={signatureWords.cancel}
      onOk={() => void send()}
      onClose={on.onClose}
      onShown={() => focused && box.current?.focus()}
    >
      {children}
      <div className="sign-form">
        {remark !== undefined && (
          <>
            <label htmlFor="sign-remark">{signatureWords.remark}</label>
            <Input.TextArea
              id="sign-remark"
              value={remark.value}
              maxLength={500}
              autoSize={{ minRows: 1, maxRows: 4 }}
              onChange={(event) => remark.onChange(event.target.value)}
            />
          </>
        )}
        <label htmlFor="sign-password">{signatureWords.password}</label>
        <Input.Password
          ref={box}
          id="sign-password"
          value={password}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => {
            setPassword(event.target.value)
            setWrong(null)
          }}
          onPressEnter={({ nativeEvent }) => !isComposing(nativeEvent) && void send()}
        />
      </div>
      <p role="alert" className="sign-wrong">
        {wrong}
      </p>
    </Dialog>
  )
}
