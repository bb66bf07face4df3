/** Dialogs and messages that plain functions may show too. Knows no domain. What is said before Ant Design is there is shown when it is. */
import type { App } from 'antd'
import type { ReactNode } from 'react'
import { raiseHotkeyBarrier } from './hotkeys.ts'

export type Feedback = ReturnType<typeof App.useApp>

let hear: (feedback: Feedback) => void
const host = new Promise<Feedback>((resolve) => {
  hear = resolve
})

/** Whoever draws Ant Design's themed dialogs hands them over here, once. */
export function feedbackIsThere(feedback: Feedback): void {
  hear(feedback)
}

/** Above the lock screen (sign-in.css): for what concerns nobody's case, and must be seen by whoever cannot unlock. */
export const ABOVE_LOCK = 3100

/** In seconds: long enough to be read. */
const durations = { success: 3, info: 3, warning: 5, error: 10 } as const

type Kind = keyof typeof durations

/** A short word at the top, once however often it is said, gone by itself; what went wrong stays long enough to be read. What has the
 *  same `place` takes the place of what was said there before. */
export function say(text: string, kind: Kind = 'success', place: string = text): void {
  void host.then(({ message }) => message.open({ key: place, type: kind, content: text, duration: durations[kind] }))
}

/** A line at the top while something is under way; gone when the function it gives back is called. */
export function sayWhile(text: string, place: string): () => void {
  void host.then(({ message }) => message.open({ key: place, type: 'loading', content: text, duration: 0 }))
  return () => void host.then(({ message }) => message.destroy(place))
}

/** A question that must be answered; true for yes. */
export function ask(question: { title: string; content: ReactNode; yes: string; no: string }): Promise<boolean> {
  const lower = raiseHotkeyBarrier()
  return host.then(
    ({ modal }) =>
      new Promise((resolve) => {
        modal.confirm({
          afterClose: lower,
          title: question.title,
          content: question.content,
          okText: question.yes,
          cancelText: question.no,
          autoFocusButton: 'cancel',
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        })
      }),
  )
}

/** Something to read and close, over the lock too: nothing of a case is said here. */
export function tell(kind: 'error' | 'warning' | 'info', title: string, content: ReactNode, close: string): void {
  void host.then(({ modal }) => {
    modal[kind]({ title, content, okText: close, zIndex: ABOVE_LOCK, afterClose: raiseHotkeyBarrier() })
  })
}
