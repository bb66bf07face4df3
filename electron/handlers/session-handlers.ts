/** The doors of who works here. */
import type { DeskHandlers } from '../serve.ts'
import type { WithDesk } from './with-desk.ts'

type Behind = Extract<keyof DeskHandlers, `session.${string}` | `published.${string}`>

export function sessionHandlers({ desk, deskIfAny }: WithDesk): Pick<DeskHandlers, Behind> {
  /** A sign-in at the bureau is the moment to hear what it has published since. */
  const afterSignIn = () => void desk().bureau.signedIn()
  return {
    'session.signIn': async (asked) => {
      const answer = await desk().session.signIn(asked)
      if (answer.ok) afterSignIn()
      return answer
    },
    'session.unlock': ({ password }) => desk().session.unlock(password),
    'session.lock': () => {
      desk().session.lock()
      return null
    },
    'session.signOut': () => {
      desk().session.signOut()
      return null
    },
    'session.now': () => {
      const session = deskIfAny()?.session
      return { session: session?.current ?? null, lockedBy: session?.lockedBy ?? null }
    },
    'published.get': () => deskIfAny()?.published.published ?? null,
  }
}
