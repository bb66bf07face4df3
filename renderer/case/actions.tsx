/** The acts this person may take now: the one that carries the case on first, and why the others cannot be taken. */
import { Button, Popover } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { turnText } from '../parts/case-line.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { caseWords } from '../words/case.ts'
import { eventWordsOf } from '../words/events.ts'
import { refusalText } from '../words/refusals.ts'
import { ActDialog } from './act-dialog.tsx'
import type { Act } from './acts/act.ts'
import type { Around } from './around.ts'
import { nextActName } from './next-act-name.ts'
import { type Offer, offersFor } from './offers.ts'
import { openDetails } from './open-details.ts'

/** So many stand in the bar; the rest is behind one more press. */
const IN_THE_BAR = 4

export function Actions({ around }: { around: Around }): ReactNode {
  const [taken, setTaken] = useState<Act | null>(null)
  const [more, setMore] = useState(false)
  const { next, open, closed } = useMemo(() => offersFor(around), [around])
  const canNext = next !== null && next.refusal === null
  useHotkey('F9', canNext && taken === null ? () => setTaken(next.act) : undefined)
  useHotkey('Esc', more ? () => setMore(false) : undefined)
  const moreButton = useRef<HTMLButtonElement>(null)
  const opening = useRef(false)
  const take = (act: Act) => {
    // What was pressed goes with the list: the dialog leads back to what opened that.
    if (more) moreButton.current?.focus()
    setMore(false)
    if (act.opens === undefined) return setTaken(act)
    // Opening is written down: once, however often it is pressed.
    if (opening.current) return
    opening.current = true
    const reason = eventWordsOf(act.event, around.item).button
    openDetails(around.kase, reason)
      .then((opened) => opened && setTaken((now) => now ?? act), showProblem)
      .finally(() => {
        opening.current = false
      })
  }
  const hidden = open.slice(IN_THE_BAR)
  return (
    <footer className="case-bar">
      {next === null ? (
        <span className="case-bar-say">{around.kase.unknown ? caseWords.unknown : caseWords.closedText}</span>
      ) : (
        <Next offer={next} around={around} onTake={take} />
      )}
      <span className="case-bar-space" />
      {open.slice(0, IN_THE_BAR).map(({ act }) => (
        <Button key={act.event} onClick={() => take(act)}>
          {nextActName(act, around)}
        </Button>
      ))}
      {hidden.length + closed.length > 0 && (
        <Popover
          open={more}
          onOpenChange={setMore}
          trigger="click"
          placement="topRight"
          content={<More open={hidden} closed={closed} around={around} onTake={take} />}
        >
          <Button ref={moreButton}>{caseWords.more}</Button>
        </Popover>
      )}
      {taken !== null && <ActDialog key={taken.event} act={taken} around={around} onClose={() => setTaken(null)} />}
    </footer>
  )
}

function Next({ offer, around, onTake }: { offer: Offer; around: Around; onTake: (act: Act) => void }): ReactNode {
  const name = nextActName(offer.act, around)
  if (offer.refusal === null) {
    return (
      <Button type="primary" size="large" onClick={() => onTake(offer.act)}>
        {name} <kbd>F9</kbd>
      </Button>
    )
  }
  const others = offer.refusal.code === 'notYours'
  return (
    <>
      <Button size="large" disabled>
        {name}
      </Button>
      <span className="case-bar-say">
        {others
          ? caseWords.noneForYou(turnText(around.kase, around.books, around.now))
          : refusalText(offer.refusal, around.books)}
      </span>
    </>
  )
}

type MoreProps = { open: readonly Offer[]; closed: readonly Offer[]; around: Around; onTake: (act: Act) => void }

function More({ open, closed, around, onTake }: MoreProps): ReactNode {
  return (
    <div className="case-more">
      {open.map(({ act }) => (
        <Button key={act.event} block onClick={() => onTake(act)}>
          {nextActName(act, around)}
        </Button>
      ))}
      {closed.length > 0 && <h3>{caseWords.notNow}</h3>}
      {closed.map(({ act, refusal }) => (
        <p key={act.event} className="case-more-no">
          <strong>{eventWordsOf(act.event, around.item).button}</strong>
          {refusal !== null && refusalText(refusal, around.books)}
        </p>
      ))}
    </div>
  )
}
