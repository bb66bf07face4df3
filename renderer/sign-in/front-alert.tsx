/** What went wrong, or what must be known, in a box of its colour. */
import type { ReactNode } from 'react'

type Props = { kind: 'error' | 'warning'; action?: ReactNode; children: ReactNode }

export function FrontAlert({ kind, action, children }: Props): ReactNode {
  return (
    <div className={`front-alert front-alert-${kind}`} role="alert">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7.5" />
        <path d={kind === 'error' ? 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6' : 'M8 3.8v5M8 11.2v1.2'} />
      </svg>
      <span>{children}</span>
      {action}
    </div>
  )
}
