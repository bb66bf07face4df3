/** The page of the list that is seen. The cursor stands in it from the beginning, and the arrows lead across its pages. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseLine } from '../parts/case-line.ts'
import { CaseTable } from '../parts/case-table.tsx'
import { PageTurn } from '../parts/page-turn.tsx'
import { rowLinks } from '../parts/row-arrows.ts'
import { taskWords } from '../words/tasks.ts'
import { leave, leftList } from './left-list.ts'
import type { QueueInHand } from './use-queue.ts'

type Props = {
  lines: readonly CaseLine[]
  visit: string
  queue: QueueInHand
  today: Day
  withTurn: boolean
  dayTitle: string | undefined
  /** Above the first row of the first page. */
  onAbove: () => void
}

export function WaitingList({ lines, visit, queue, today, withTurn, dayTitle, onAbove }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const turned = useRef<'first' | 'last' | null>(null)
  useEffect(() => {
    if (box.current === null || isElsewhere()) return
    const links = rowLinks(box.current)
    const { row } = leftList(visit)
    const left = links.find((link) => link.getAttribute('href') === row)
    ;(left ?? links[0])?.focus()
  }, [visit])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor moves when another page is seen
  useEffect(() => {
    if (turned.current === null || box.current === null) return
    rowLinks(box.current)
      .at(turned.current === 'first' ? 0 : -1)
      ?.focus()
    turned.current = null
  }, [queue.pageNo])
  const turn = (go: (() => void) | undefined, to: 'first' | 'last') =>
    go === undefined
      ? undefined
      : () => {
          turned.current = to
          go()
        }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only remembers which of its rows the cursor is in
    <div ref={box} onFocus={({ target }) => leave(visit, { row: target.getAttribute('href') ?? '' })}>
      <CaseTable
        lines={lines}
        today={today}
        label={taskWords.title}
        withTurn={withTurn}
        dayTitle={dayTitle}
        before={turn(queue.previous, 'last') ?? onAbove}
        after={turn(queue.next, 'first')}
      />
      <PageTurn pageNo={queue.pageNo} next={turn(queue.next, 'first')} previous={turn(queue.previous, 'first')} />
    </div>
  )
}

/** Somebody who types a name, or answers a question, keeps the cursor. */
function isElsewhere(): boolean {
  return document.activeElement?.closest('main, [role="dialog"]') != null
}
