/** 今天您记下的: what this person wrote down today, each kind with how many, and taking one back that was a mistake. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { OwnRatings } from '../../../shared/contract/ratings.ts'
import { machine } from '../../machine.ts'
import { type Asking, isHeard } from '../../parts/hear.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { usePublished } from '../../session/session.tsx'
import { say } from '../../ui/feedback.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { shortDay } from '../../words/dates.ts'
import { ratingWords, undoWords } from '../../words/ratings.ts'
import { recordRefusalText } from '../../words/record-refusals.ts'
import { type SlipKind, slipKinds } from './slips.ts'

type Props = { own: Asking<OwnRatings>; today: Day; onUndone: () => Promise<void> }

export function OwnSlips({ own, today, onUndone }: Props): ReactNode {
  const { hall } = usePublished()
  const [undoing, setUndoing] = useState<SlipKind | null>(null)
  const { heard, lost, again } = own
  const kinds = isHeard(heard) ? slipKinds(heard) : []
  const nameOf = ({ day, window, level }: SlipKind) =>
    undoWords.kind(
      shortDay(day, today),
      hall.windows.find(({ no }) => no === window)?.name ?? String(window),
      ratingWords.levels[level],
    )
  const unheard = lost !== null && (
    <NotHeard why={lost} unreachable={undoWords.unreachable} onAgain={() => void again()} />
  )
  // What is typed in the dialog outlives a line that drops.
  if (kinds.length === 0) return unheard
  return (
    <section className="rating-own" aria-label={undoWords.title}>
      <h2>{undoWords.title}</h2>
      {unheard}
      <ul>
        {kinds.map((kind) => (
          <li key={`${kind.day} ${kind.window} ${kind.level}`}>
            <span>{nameOf(kind)}</span>
            <span>{undoWords.count(kind.standing.length, kind.undone)}</span>
            {kind.standing.length > 0 && (
              <Button size="small" onClick={() => setUndoing(kind)}>
                {undoWords.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {undoing !== null && (
        <UndoDialog
          name={nameOf(undoing)}
          slip={undoing.standing[0]!}
          onClose={() => setUndoing(null)}
          onUndone={async () => {
            setUndoing(null)
            await onUndone()
          }}
        />
      )}
    </section>
  )
}

type UndoProps = { name: string; slip: string; onClose: () => void; onUndone: () => Promise<void> }

/** The slip is known: pressed twice, one is taken back. */
function UndoDialog({ name, slip, onClose, onUndone }: UndoProps): ReactNode {
  const books = usePublished()
  const send = async (reason: string) => {
    const answer = await machine['note.record']({ type: 'ratingUndone', rating: slip, reason })
    if (!answer.ok) return say(recordRefusalText(answer.refusal, books), 'error')
    say(undoWords.done(name))
    await machine['bureau.sendNow'](null)
    await onUndone()
  }
  return (
    <ReasonDialog
      title={undoWords.ask}
      ok={undoWords.undo}
      cancel={undoWords.cancel}
      label={undoWords.reason}
      reasons={undoWords.reasons}
      onClose={onClose}
      onSend={send}
    >
      <p>
        <strong>{name}</strong>
      </p>
      <p>{undoWords.about}</p>
    </ReasonDialog>
  )
}
