/** The frame of everything shown before somebody works here: the hall's name above, a card, and what IT must know below. */
import type { ReactNode } from 'react'
import type { TerminalState } from '../../shared/contract/views.ts'
import { sessionWords } from '../words/session.ts'
import { trainingWords } from '../words/training.ts'
import { PlainKeys } from './plain-keys.tsx'
import './sign-in.css'

export function Front({ terminal, children }: { terminal: TerminalState | null; children: ReactNode }): ReactNode {
  const training = terminal?.training === true
  return (
    <div className="front">
      <header className="front-band">
        <span className="front-badge">{training ? trainingWords.badge : sessionWords.pioneer}</span>
        <h1>{terminal?.bureauName ?? sessionWords.bureau}</h1>
        {terminal?.hallName != null && <p>{terminal.hallName}</p>}
      </header>
      <main className="front-card">{children}</main>
      <footer className="front-foot">
        {training && <p>{trainingWords.people}</p>}
        {terminal?.keyStore === 'plain' && <PlainKeys />}
        {terminal !== null && (
          <p>
            {terminal.terminal !== null && `${sessionWords.terminalNo} ${terminal.terminal} · `}
            {sessionWords.version} {terminal.version}
          </p>
        )}
      </footer>
    </div>
  )
}
