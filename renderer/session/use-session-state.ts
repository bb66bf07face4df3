/** Who works here, and whether the window is locked: the machine decides, this remembers for the pages. */
import { useCallback, useEffect, useState } from 'react'
import type { PersonId } from '../../shared/case/ids.ts'
import type { Session } from '../../shared/contract/views.ts'
import { machine, onNotice } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'

export type SessionState =
  | { is: 'asking' }
  | { is: 'out' }
  | { is: 'in'; session: Session }
  /** `session` is null after a reload below the lock. */
  | { is: 'locked'; by: PersonId; session: Session | null }

export type SessionNow = Awaited<ReturnType<(typeof machine)['session.now']>>

export type SessionControl = {
  state: SessionState
  signedIn(session: Session): void
  lock(): void
  signOut(): void
}

/** `first`: what the machine answered before the page was drawn. */
export function useSessionState(first: SessionNow | null): SessionControl {
  const [state, setState] = useState<SessionState>(() =>
    first === null ? { is: 'asking' } : stateAfter({ is: 'asking' }, first),
  )
  const ask = useCallback(() => {
    machine['session.now'](null).then((now) => setState((before) => stateAfter(before, now)), showProblem)
  }, [])
  useEffect(() => {
    ask()
    return onNotice('session', ask)
  }, [ask])

  return {
    state,
    signedIn: useCallback((session) => setState({ is: 'in', session }), []),
    lock: useCallback(() => {
      setState((before) =>
        before.is === 'in' ? { is: 'locked', by: before.session.person.id, session: before.session } : before,
      )
      machine['session.lock'](null).catch(showProblem)
    }, []),
    signOut: useCallback(() => {
      machine['session.signOut'](null).then(() => {
        setState({ is: 'out' })
        // The next person begins at the beginning; the pages of the one before, still mounted, would lead on to theirs.
        window.location.hash = ''
      }, showProblem)
    }, []),
  }
}

function stateAfter(before: SessionState, { session, lockedBy }: SessionNow): SessionState {
  if (lockedBy !== null) return { is: 'locked', by: lockedBy, session: session ?? workedIn(before, lockedBy) }
  return session === null ? { is: 'out' } : { is: 'in', session }
}

/** The session whose pages stay mounted below the lock. */
function workedIn(state: SessionState, person: PersonId): Session | null {
  if (state.is !== 'in' && state.is !== 'locked') return null
  return state.session?.person.id === person ? state.session : null
}
