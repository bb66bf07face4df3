/** 大厅等候 in the queue's dialog: who waits for any window, the kinds this window calls, and giving the next number of a kind. */
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { type HallNumber, queueKinds } from '../../shared/visit/hall-queue.ts'
import type { QueueKind } from '../../shared/visit/notes.ts'
import { useNow } from '../ui/use-now.ts'
import { ageText } from '../words/dates.ts'
import { systemNames } from '../words/item-parts.ts'
import { hallWords, queueWords } from '../words/visit.ts'

type Props = {
  waiting: readonly HallNumber[]
  /** At a window: the kinds it calls, and calling one out of turn. Undefined where nobody is called. */
  calls?: {
    kinds: readonly QueueKind[]
    onKinds: (kinds: QueueKind[]) => void
    onTake: (number: HallNumber) => void
  }
  /** Alt and a digit give. */
  withKeys?: boolean
  onGive: (kind: QueueKind) => void
}

/** As many numbers are shown; the rest is a count. */
const SHOWN = 8

export function HallPart({ waiting, calls, withKeys, onGive }: Props): ReactNode {
  const now = useNow(60_000)
  return (
    <section className="queue-hall" aria-label={hallWords.title}>
      <div className="queue-row">
        <span>{hallWords.waiting(waiting.length)}</span>
        {waiting.length === 0 && <span className="queue-none">{queueWords.none}</span>}
        {waiting.slice(0, SHOWN).map((number) => {
          const words = (
            <>
              {number.label} <small>{ageText(number.givenAt, now)}</small>
            </>
          )
          return calls === undefined ? (
            <span key={number.ticket} className="queue-number">
              {words}
            </span>
          ) : (
            <Button key={number.ticket} onClick={() => calls.onTake(number)}>
              {words}
            </Button>
          )
        })}
        {waiting.length > SHOWN && <span>{hallWords.more(waiting.length - SHOWN)}</span>}
      </div>
      {calls !== undefined && (
        <div className="queue-row">
          <span>{hallWords.calls}</span>
          <Checkbox.Group
            value={[...calls.kinds]}
            options={queueKinds.map((kind) => ({ value: kind, label: systemNames[kind] }))}
            onChange={(chosen) => chosen.length > 0 && calls.onKinds(chosen)}
          />
        </div>
      )}
      <div className="queue-row">
        <span>{hallWords.give}</span>
        {queueKinds.map((kind, at) => (
          <Button key={kind} onClick={() => onGive(kind)}>
            {systemNames[kind]} {withKeys && <kbd>Alt+{at + 1}</kbd>}
          </Button>
        ))}
      </div>
    </section>
  )
}
