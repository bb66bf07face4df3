/** One question before something is written down: why. Sent once, however often it is pressed. */
import { type ReactNode, useRef, useState } from 'react'
import { Dialog } from './dialog.tsx'
import { say } from './feedback.ts'
import { showProblem } from './problem.ts'
import { ReasonBox } from './reason-box.tsx'

type Props = {
  title: string
  ok: string
  cancel: string
  label: string
  reasons: readonly string[]
  /** What is said where nothing is written; without it the button waits for a reason. */
  needed?: string
  /** What is said above the box. */
  children?: ReactNode
  onClose: () => void
  onSend: (reason: string) => Promise<unknown>
}

export function ReasonDialog({
  title,
  ok,
  cancel,
  label,
  reasons,
  needed,
  children,
  onClose,
  onSend,
}: Props): ReactNode {
  const [text, setText] = useState('')
  const underWay = useRef(false)
  const reason = text.trim()
  const send = async () => {
    if (reason === '') return needed === undefined ? undefined : say(needed, 'warning')
    if (underWay.current) return
    underWay.current = true
    try {
      await onSend(reason)
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  return (
    <Dialog
      title={title}
      okText={ok}
      okButtonProps={{ disabled: needed === undefined && reason === '' }}
      cancelText={cancel}
      onOk={() => void send()}
      onClose={onClose}
    >
      {children}
      <ReasonBox label={label} reasons={reasons} value={text} onChange={setText} onSubmit={() => void send()} />
    </Dialog>
  )
}
