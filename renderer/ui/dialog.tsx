/** A dialog of the house: no key reaches the page below it, and Esc takes one step back, once. */
import { Modal, type ModalProps } from 'antd'
import type { ReactNode } from 'react'
import { useHotkey, useHotkeyBarrier } from './hotkeys.ts'

type Props = Omit<ModalProps, 'open' | 'onCancel' | 'keyboard' | 'mask' | 'centered'> & {
  /** Undefined while it may not be left. */
  onClose: (() => void) | undefined
  /** It stands, and what is inside can have the cursor. */
  onShown?: () => void
  children: ReactNode
}

/** Mounted while it is open. A press beside it does not close it: what was typed would be gone. */
export function Dialog({ onClose, onShown, children, ...rest }: Props): ReactNode {
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  return (
    <Modal
      {...rest}
      open
      centered
      keyboard={false}
      mask={{ closable: false }}
      closable={onClose !== undefined}
      onCancel={() => onClose?.()}
      afterOpenChange={(open) => open && onShown?.()}
    >
      {children}
    </Modal>
  )
}
