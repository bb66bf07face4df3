/** Over everything; what was typed below stays. The same person unlocks with a password, another signs in. */
import { type ReactNode, useState } from 'react'
import type { PersonId, WindowNo } from '../../shared/case/ids.ts'
import type { Session, TerminalState } from '../../shared/contract/views.ts'
import { useHotkey, useHotkeyBarrier } from '../ui/hotkeys.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { sessionWords } from '../words/session.ts'
import { Front } from './front.tsx'
import { FrontButton } from './front-button.tsx'
import { SignInForm } from './sign-in-form.tsx'

type Props = {
  terminal: TerminalState
  person: { id: PersonId; name: string }
  /** Where the locked person works: the next one sits down at the same window. */
  window: WindowNo | null
  /** Begins with the choice of another person (换人). */
  changing: boolean
  onDone: (session: Session) => void
}

export function LockScreen({ terminal, person, window, changing, onDone }: Props): ReactNode {
  const [another, setAnother] = useState(changing)
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', another ? () => setAnother(false) : undefined)
  return (
    <div className="lock" role="dialog" aria-modal="true" aria-label={sessionWords.lockedTitle}>
      <Front terminal={terminal}>
        {another ? (
          <>
            <p className="lock-text">{sessionWords.newClerkText}</p>
            <SignInForm key="another" terminal={terminal} unlocking={null} window={window} onDone={onDone} />
            <FrontButton kind="quiet" onClick={() => setAnother(false)}>
              {sessionWords.stay} <kbd>Esc</kbd>
            </FrontButton>
          </>
        ) : (
          <>
            <h2 className="lock-name">{person.name}</h2>
            <p className="lock-text">{sessionWords.lockedText}</p>
            <SignInForm key="unlock" terminal={terminal} unlocking={person} window={window} onDone={onDone} />
            <FrontButton kind="quiet" onClick={() => setAnother(true)}>
              {sessionWords.changeClerk}
            </FrontButton>
          </>
        )}
      </Front>
    </div>
  )
}
