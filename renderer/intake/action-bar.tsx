/** The bar that is always there: what lacks, whether the draft is safe, and the buttons, which say exactly what they do. */
import { Button } from 'antd'
import { memo, type ReactNode } from 'react'
import { actWords, barWords, draftWords } from '../words/intake.ts'
import type { IntakeAct } from './acts.ts'
import type { DraftStatus } from './draft-keeper.ts'

type Props = {
  acts: readonly IntakeAct[]
  missing: number
  draft: DraftStatus | null
  busy: boolean
  onAct: (act: IntakeAct) => void
  onBack: () => void
}

export const ActionBar = memo(function ActionBar({ acts, missing, draft, busy, onAct, onBack }: Props): ReactNode {
  const [first, ...others] = acts
  return (
    <footer className="bar">
      <Button onClick={onBack}>
        {barWords.back} <kbd>Esc</kbd>
      </Button>
      <span className={draft?.is === 'failed' ? 'bar-draft bar-draft-failed' : 'bar-draft'} role="status">
        {draftWords(draft)}
      </span>
      <span className="bar-space" />
      {others.toReversed().map((act) => (
        <Button key={act} size="large" disabled={busy} onClick={() => onAct(act)}>
          {actWords[act](missing)}
        </Button>
      ))}
      {first !== undefined && (
        <Button type="primary" size="large" loading={busy} onClick={() => onAct(first)}>
          {actWords[first](missing)} <kbd>F9</kbd>
        </Button>
      )}
    </footer>
  )
})
