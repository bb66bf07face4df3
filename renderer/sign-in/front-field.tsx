/** A box on the card with its name above it. Plain elements: this page is drawn before anything heavier is needed. */
import type { ReactNode } from 'react'

type Props = {
  label: string
  /** The box's id; without it the label names a group that says its own name. */
  htmlFor?: string
  help?: string
  children: ReactNode
}

export function FrontField({ label, htmlFor, help, children }: Props): ReactNode {
  return (
    <div className="front-field">
      {htmlFor === undefined ? <div className="front-label">{label}</div> : <label htmlFor={htmlFor}>{label}</label>}
      {children}
      {help !== undefined && <div className="front-help">{help}</div>}
    </div>
  )
}
