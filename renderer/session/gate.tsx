/** Who may see the pages: enrolled, signed in, not locked, and with the bureau's books at hand. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import type { Session, TerminalState } from '../../shared/contract/views.ts'
import { Front } from '../sign-in/front.tsx'
import { FrontButton } from '../sign-in/front-button.tsx'
import { KeysMissing } from '../sign-in/keys-missing.tsx'
import { LockScreen } from '../sign-in/lock-screen.tsx'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { sessionWords } from '../words/session.ts'
import type { Inside } from './below.tsx'
import { TerminalProvider } from './session.tsx'
import { usePublishedBooks } from './use-published-books.ts'
import { type SessionNow, type SessionState, useSessionState } from './use-session-state.ts'
import { useTerminalState } from './use-terminal-state.ts'

/** Once in a machine's life. */
const EnrolPage = lazy(async () => ({ default: (await import('../sign-in/enrol-page.tsx')).EnrolPage }))

/** What the machine answered before the page was drawn. */
export type First = { terminal: TerminalState; session: SessionNow }

type Props = { first: First | null; children: (inside: Inside) => ReactNode }

/** Gives `children` who has signed in, and what they may ask of the gate. */
export function Gate({ first, children }: Props): ReactNode {
  const { terminal, set: setTerminal, ask: askTerminal } = useTerminalState(first?.terminal ?? null)
  const { state, signedIn, lock, signOut } = useSessionState(first?.session ?? null)
  const { books, asked, ask } = usePublishedBooks()
  const [changing, setChanging] = useState(false)
  const done = useCallback(
    (session: Session) => {
      setChanging(false)
      signedIn(session)
      ask()
      askTerminal()
    },
    [signedIn, ask, askTerminal],
  )
  const training = terminal?.training === true
  // The frame's colour and the mark on every paper follow it, dialogs included.
  useEffect(() => {
    document.documentElement.classList.toggle('training', training)
  }, [training])
  if (terminal === null || state.is === 'asking') return <Starting terminal={terminal} />
  if (terminal.phase === 'unenrolled')
    return (
      <Suspense fallback={<Starting terminal={terminal} />}>
        <EnrolPage terminal={terminal} onEnrolled={setTerminal} />
      </Suspense>
    )
  const { ledger } = terminal
  if (ledger.state === 'readOnly' && ledger.why === 'keyMissing')
    return <KeysMissing terminal={terminal} detail={ledger.detail} />
  if (state.is === 'out') return <SignInPage terminal={terminal} onSignedIn={done} />
  if (!asked) return <Starting terminal={terminal} />
  const keys: Inside['keys'] = {
    onLock: lock,
    onChangeClerk: () => {
      setChanging(true)
      lock()
    },
    onSignOut: signOut,
  }
  return (
    <TerminalProvider value={terminal}>
      {state.session !== null &&
        books !== null &&
        children({ session: state.session, books, locked: state.is === 'locked', lock, keys })}
      {state.is === 'in' && books === null && <NoBooks terminal={terminal} ask={ask} />}
      {state.is === 'locked' && (
        <LockScreen
          terminal={terminal}
          person={lockedPerson(state, terminal)}
          window={state.session?.window ?? null}
          changing={changing}
          onDone={done}
        />
      )}
    </TerminalProvider>
  )
}

function lockedPerson(
  state: Extract<SessionState, { is: 'locked' }>,
  terminal: TerminalState,
): { id: Session['person']['id']; name: string } {
  const name = state.session?.person.name ?? terminal.known.find(({ id }) => id === state.by)?.name ?? state.by
  return { id: state.by, name }
}

function Starting({ terminal }: { terminal: TerminalState | null }): ReactNode {
  return (
    <Front terminal={terminal}>
      <p className="front-starting" role="status">
        <span className="front-turning" aria-hidden="true" />
        {sessionWords.starting}
      </p>
    </Front>
  )
}

function NoBooks({ terminal, ask }: { terminal: TerminalState; ask: () => void }): ReactNode {
  return (
    <Front terminal={terminal}>
      <p className="lock-text">{sessionWords.noPublished}</p>
      <FrontButton kind="small" onClick={ask}>
        {sessionWords.tryAgain}
      </FrontButton>
    </Front>
  )
}
