/** The pages of one person. While locked they stay mounted, so that nothing typed is lost, but cannot be seen or reached. */
import type { ReactNode } from 'react'
import type { TerminalNo } from '../../shared/case/ids.ts'
import type { Session } from '../../shared/contract/views.ts'
import { type PublishedBooks, PublishedProvider, SessionProvider, useTerminal } from './session.tsx'
import { useDeskCache } from './use-desk-cache.ts'
import { useIdleLock } from './use-idle-lock.ts'

/** Who has signed in, with the books at hand, and what their pages may ask of the gate. */
export type Inside = {
  session: Session
  books: PublishedBooks
  locked: boolean
  lock: () => void
  keys: { onLock(): void; onChangeClerk(): void; onSignOut(): void }
}

/** An enrolled terminal always has a number; this one keeps the cache of a machine that lost it apart. */
const NO_TERMINAL = 0 as TerminalNo

export function Below({ session, books, locked, lock, children }: Inside & { children: ReactNode }): ReactNode {
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
