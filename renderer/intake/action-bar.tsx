/** The bar that is always there: what lacks, whether the draft is safe, and the buttons, which say exactly what they do. */
import { Button } from 'antd'
import { memo, type ReactNode } from 'react'
import { actWords, barWords, draftWords } from '../words/intake.ts'
import type { IntakeAct } from './acts.ts'
import type { DraftStatus } from './draft-keeper.ts'

type Props = {
  acts: readonly IntakeAct[]
  missing: number
  promised: number
  busy: boolean
  onAct: (act: IntakeAct) => void
  onBack: () => void
}

export function ActionBar({ draft, ...bar }: Props & { draft: DraftStatus | null }): ReactNode {
  return (
    <footer className="bar">
      <BackButton onBack={bar.onBack} />
      <DraftLine draft={draft} />
      <span className="bar-space" />
      <ActButtons acts={bar.acts} missing={bar.missing} promised={bar.promised} busy={bar.busy} onAct={bar.onAct} />
    </footer>
  )
}

const BackButton = memo(function BackButton({ onBack }: Pick<Props, 'onBack'>): ReactNode {
  return (
    <Button onClick={onBack}>
      {barWords.back} <kbd>Esc</kbd>
    </Button>
  )
})

const DraftLine = memo(function DraftLine({ draft }: { draft: DraftStatus | null }): ReactNode {
  return (
    <span className={draft?.is === 'failed' ? 'bar-draft bar-draft-failed' : 'bar-draft'} role="status">
      {draftWords(draft)}
    </span>
  )
})

/** Drawn anew for another act or number, not for every key and every draft that was kept. */
const ActButtons = memo(function ActButtons({
  acts,
  missing,
  promised,
  busy,
  onAct,
}: Omit<Props, 'onBack'>): ReactNode {
  const [first, ...others] = acts
  return (
    <>
      {others.toReversed().map((act) => (
        <Button key={act} size="large" disabled={busy} onClick={() => onAct(act)}>
          {actWords[act](missing, promised)}
        </Button>
      ))}
      {first !== undefined && (
        <Button type="primary" size="large" loading={busy} onClick={() => onAct(first)}>
          {actWords[first](missing, promised)} <kbd>F9</kbd>
        </Button>
      )}
    </>
  )
})
