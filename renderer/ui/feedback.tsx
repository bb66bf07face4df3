/** Dialogs and messages that plain functions may show too. Knows no domain. */
import { App } from 'antd'
import type { ReactNode } from 'react'
import { raiseHotkeyBarrier } from './hotkeys.ts'

type Feedback = ReturnType<typeof App.useApp>
let feedback: Feedback | undefined

/** Keeps Ant Design's themed dialogs for the functions below; to be shown once, inside <App>. */
export function FeedbackHost(): null {
  feedback = App.useApp()
  return null
}

function host(): Feedback {
  if (feedback === undefined) throw new Error('FeedbackHost is not shown')
  return feedback
}

/** In seconds: long enough to be read. */
const durations = { success: 3, info: 3, warning: 5, error: 10 } as const

type Kind = keyof typeof durations

/** A short word at the top, once however often it is said, gone by itself; what went wrong stays long enough to be read. What has the
 *  same `place` takes the place of what was said there before. */
export function say(text: string, kind: Kind = 'success', place: string = text): void {
  void host().message.open({ key: place, type: kind, content: text, duration: durations[kind] })
}

/** A line at the top while something is under way; gone when the function it gives back is called. */
export function sayWhile(text: string, place: string): () => void {
  const { message } = host()
  void message.open({ key: place, type: 'loading', content: text, duration: 0 })
  return () => message.destroy(place)
}

/** A question that must be answered; true for yes. */
export function ask(question: { title: string; content: ReactNode; yes: string; no: string }): Promise<boolean> {
  const lower = raiseHotkeyBarrier()
  return new Promise((resolve) => {
    host().modal.confirm({
      afterClose: lower,
      title: question.title,
      content: question.content,
      okText: question.yes,
      cancelText: question.no,
      autoFocusButton: 'cancel',
      onOk: () => resolve(true),
      onCancel: () => resolve(false),
    })
  })
}

/** Something to read and close. */
export function tell(kind: 'error' | 'warning' | 'info', title: string, content: ReactNode, close: string): void {
  host().modal[kind]({ title, content, okText: close, afterClose: raiseHotkeyBarrier() })
}
