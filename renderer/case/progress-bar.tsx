/** Where the case stands in its steps. */
import type { ReactNode } from 'react'
import { caseWords } from '../words/case.ts'
import type { Stage } from './progress.ts'

export function ProgressBar({ stages }: { stages: readonly Stage[] }): ReactNode {
  return (
    <ol className="progress" aria-label={caseWords.steps}>
      {stages.map(({ key, name, state }) => (
        <li key={key} className={`progress-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  )
}
