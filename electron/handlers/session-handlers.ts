/** The doors of who works here. */
import type { DeskHandlers } from '../serve.ts'
import type { WithDesk } from './with-desk.ts'

type Behind = Extract<keyof DeskHandlers, `session.${string}` | `published.${string}`>

/** `left`: nobody sits there any more. */
export function sessionHandlers({ desk, deskIfAny }: WithDesk, left: () => Promise<void>): Pick<DeskHandlers, Behind> {
  /** A sign-in at the bureau is the moment to hear what it has published since. */
  const afterSignIn = () => void desk().bureau.signedIn()
  return {
    'session.signIn': async (asked) => {
      const answer = await desk().session.signIn(asked)
      if (answer.ok) afterSignIn()
      return answer
    },
    'session.unlock': ({ password }) => desk().session.unlock(password),
    'session.lock': async () => {
      await left()
      desk().session.lock()
      return null
    },
    'session.signOut': async () => {
      await left()
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
