/** A dialog of the house: no key reaches the page below it, Esc takes one step back, once, to where the cursor was, and Ctrl+F says
 *  to do that first: what was typed here would be gone. */
import { Modal, type ModalProps } from 'antd'
import type { ReactNode } from 'react'
import { feedbackWords } from '../words/feedback.ts'
import { say } from './feedback.ts'
import { useHotkey, useHotkeyBarrier } from './hotkeys.ts'
import { useFocusBack } from './use-focus-back.ts'

type Props = Omit<ModalProps, 'open' | 'onCancel' | 'keyboard' | 'mask' | 'centered' | 'afterOpenChange'> & {
  /** Undefined while it may not be left. */
  onClose: (() => void) | undefined
  /** It stands, and what is inside can have the cursor. Not called when somebody quick is in one of its boxes already. */
  onShown?: () => void
  children: ReactNode
}

const isInside = () => (document.activeElement?.closest('.ant-modal-body') ?? null) !== null

/** Mounted while it is open. A press beside it does not close it: what was typed would be gone. */
export function Dialog({ onClose, onShown, children, ...rest }: Props): ReactNode {
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  useHotkey('Ctrl+F', () => say(feedbackWords.closeFirst, 'info'))
  return (
    <Modal
      {...rest}
      open
      centered
      keyboard={false}
      mask={{ closable: false }}
      closable={onClose !== undefined}
      onCancel={() => onClose?.()}
      afterOpenChange={(open) => open && !isInside() && onShown?.()}
    >
      {children}
    </Modal>
  )
}
