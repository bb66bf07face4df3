/** Nobody works here yet. */
import type { ReactNode } from 'react'
import type { Session, TerminalState } from '../../shared/contract/views.ts'
import { useTrainingSwitch } from '../parts/use-training-switch.ts'
import { Front } from './front.tsx'
import { FrontButton } from './front-button.tsx'
import { lastWindow } from './last-window.ts'
import { SignInForm } from './sign-in-form.tsx'

type Props = { terminal: TerminalState; onSignedIn: (session: Session) => void }

export function SignInPage({ terminal, onSignedIn }: Props): ReactNode {
  const practice = useTrainingSwitch(terminal.training === true)
  return (
    <Front terminal={terminal}>
      <SignInForm terminal={terminal} unlocking={null} window={lastWindow(terminal)} onDone={onSignedIn} />
      <FrontButton kind="quiet" title={practice.title} onClick={practice.go}>
        {practice.text}
      </FrontButton>
    </Front>
  )
}
