/** Nobody works here yet. */
import type { ReactNode } from 'react'
import type { Session, TerminalState } from '../../shared/contract/views.ts'
import { TrainingSwitch } from '../parts/training-switch.tsx'
import { Front } from './front.tsx'
import { lastWindow } from './last-window.ts'
import { SignInForm } from './sign-in-form.tsx'

type Props = { terminal: TerminalState; onSignedIn: (session: Session) => void }

export function SignInPage({ terminal, onSignedIn }: Props): ReactNode {
  return (
    <Front terminal={terminal}>
      <SignInForm terminal={terminal} unlocking={null} window={lastWindow()} onDone={onSignedIn} />
      <TrainingSwitch training={terminal.training === true} type="text" block className="front-training" />
    </Front>
  )
}
