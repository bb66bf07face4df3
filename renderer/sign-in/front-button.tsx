/** The buttons of the card: one that does what the page is for, and quiet ones below it. */
import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'button'>, 'className' | 'type'> & {
  kind: 'main' | 'quiet' | 'small'
  /** What it has begun is not over: it can be pressed and does nothing more. */
  busy?: boolean
}

export function FrontButton({ kind, busy = false, children, ...rest }: Props): ReactNode {
  return (
    <button
      type={kind === 'main' ? 'submit' : 'button'}
      className={`front-button front-button-${kind}`}
      aria-busy={busy}
      {...rest}
    >
      {busy && <span className="front-turning" aria-hidden="true" />}
      {children}
    </button>
  )
}
