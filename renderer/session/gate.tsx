/** Who may see the pages: enrolled, signed in, not locked, and with the bureau's books at hand. */
import { Button, Result, Spin } from 'antd'
import { type ReactNode, useCallback, useState } from 'react'
import type { TerminalNo } from '../../shared/case/ids.ts'
import type { Session, TerminalState } from '../../shared/contract/views.ts'
import { EnrolPage } from '../sign-in/enrol-page.tsx'
import { Front } from '../sign-in/front.tsx'
import { KeysMissing } from '../sign-in/keys-missing.tsx'
import { LockScreen } from '../sign-in/lock-screen.tsx'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { sessionWords } from '../words/session.ts'
import { type PublishedBooks, PublishedProvider, SessionProvider, TerminalProvider, useTerminal } from './session.tsx'
import { useDeskCache } from './use-desk-cache.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { usePublishedBooks } from './use-published-books.ts'
import { type SessionState, useSessionState } from './use-session-state.ts'
import { useTerminalState } from './use-terminal-state.ts'

/** What the pages' frame may ask of the gate. */
export type GateKeys = { onLock(): void; onChangeClerk(): void; onSignOut(): void }

export function Gate({ children }: { children: (keys: GateKeys) => ReactNode }): ReactNode {
  const { terminal, set: setTerminal, ask: askTerminal } = useTerminalState()
  const { state, signedIn, lock, signOut } = useSessionState()
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
  if (terminal === null || state.is === 'asking' || !asked) return <Starting terminal={terminal} />
  if (terminal.phase === 'unenrolled') return <EnrolPage terminal={terminal} onEnrolled={setTerminal} />
  const { ledger } = terminal
  if (ledger.state === 'readOnly' && ledger.why === 'keyMissing')
    return <KeysMissing terminal={terminal} detail={ledger.detail} />
  if (state.is === 'out') return <SignInPage terminal={terminal} onSignedIn={done} />
  const keys: GateKeys = {
    onLock: lock,
    onChangeClerk: () => {
      setChanging(true)
      lock()
    },
    onSignOut: signOut,
  }
  return (
    <TerminalProvider value={terminal}>
      {state.session !== null && books !== null && (
        <Below
          key={state.session.person.id}
          session={state.session}
          books={books}
          locked={state.is === 'locked'}
          lock={lock}
        >
          {children(keys)}
        </Below>
      )}
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

/** An enrolled terminal always has a number; this one keeps the cache of a machine that lost it apart. */
const NO_TERMINAL = 0 as TerminalNo

type BelowProps = { session: Session; books: PublishedBooks; locked: boolean; lock: () => void; children: ReactNode }

/** The pages of one person. While locked they stay mounted, so that nothing typed is lost, but cannot be seen or reached. */
function Below({ session, books, locked, lock, children }: BelowProps): ReactNode {
  useDeskCache(useTerminal().terminal ?? NO_TERMINAL, books, locked ? null : session.cacheKey)
  useIdleLock(!locked, books.hall.lockAfterMinutes, lock)
  return (
    <SessionProvider value={session}>
      <PublishedProvider value={books}>
        <div className={locked ? 'below below-locked' : 'below'} inert={locked}>
          {children}
        </div>
      </PublishedProvider>
    </SessionProvider>
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
      <Spin description={sessionWords.starting}>
        <div style={{ height: 120 }} />
      </Spin>
    </Front>
  )
}

function NoBooks({ terminal, ask }: { terminal: TerminalState; ask: () => void }): ReactNode {
  return (
    <Front terminal={terminal}>
      <Result
        status="info"
        title={sessionWords.noPublished}
        extra={<Button onClick={ask}>{sessionWords.tryAgain}</Button>}
      />
    </Front>
  )
}
