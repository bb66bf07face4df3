/** The machine cannot open its own data: nobody can sign in here, and nothing is lost. */
import type { ReactNode } from 'react'
import type { TerminalState } from '../../shared/contract/views.ts'
import { keysMissingCause, keysMissingWords } from '../words/keys.ts'
import { Front } from './front.tsx'

export function KeysMissing({ terminal, detail }: { terminal: TerminalState; detail: string }): ReactNode {
  return (
    <Front terminal={terminal}>
      <h2>{keysMissingWords.title}</h2>
      <p>{keysMissingCause(detail)}</p>
      <p>
        <strong>{keysMissingWords.safe}</strong>
      </p>
      <p>{keysMissingWords.clerk}</p>
      <p>{keysMissingWords.it}</p>
    </Front>
  )
}
