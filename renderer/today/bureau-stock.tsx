/** The cases behind the bureau's 在办 and 超期: asked when somebody looks, shown and not kept. */
import { Drawer, Spin } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Day } from '../../shared/calendar/day.ts'
import { isStatus } from '../../shared/case/rows.ts'
import type { StockPage } from '../../shared/contract/views.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { machine, onNotice } from '../machine.ts'
import { CopyLink } from '../parts/copy-link.tsx'
import { type Heard, hear, isHeard } from '../parts/hear.ts'
import { NotHeard } from '../parts/not-heard.tsx'
import { PageTurn } from '../parts/page-turn.tsx'
import { moveByArrows } from '../parts/row-arrows.ts'
import { useStarts } from '../parts/use-starts.ts'
import { usePublished } from '../session/session.tsx'
import { useHotkey, useHotkeyBarrier } from '../ui/hotkeys.ts'
import { oneAtATime } from '../ui/one-at-a-time.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { listDay, momentText } from '../words/dates.ts'
import { listWords } from '../words/lists.ts'
import { statusNames } from '../words/statuses.ts'
import { stockWords, todayWords } from '../words/today.ts'

type Props = { list: 'inHand' | 'overdue'; today: Day; link: string; onClose: () => void }

export function BureauStock({ list, today, link, onClose }: Props): ReactNode {
  const [page, setPage] = useState<Heard<StockPage>>('asking')
  const [starts, setStarts] = useStarts<NonNullable<StockPage['next']>>(list)
  const question = JSON.stringify({ list, after: starts.at(-1) ?? null })
  useEffect(() => {
    let gone = false
    setPage('asking')
    const ask = oneAtATime(async () => {
      const answer = await hear(machine['bureau.stock'](JSON.parse(question)))
      // What is read stays when it cannot be asked for anew.
      if (!gone) setPage((known) => (isHeard(known) && !isHeard(answer) ? known : answer))
    })
    ask()
    const stop = onNotice('pulled', ask)
    return () => {
      gone = true
      stop()
    }
  }, [question])
  const navigate = useNavigate()
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  useHotkey('Ctrl+F', () => void navigate('/search', { state: { at: Date.now() } }))
  const title = stockWords.title(todayWords[list])
  const next = isHeard(page) ? (page.next ?? null) : null
  return (
    <Drawer open title={title} extra={<CopyLink at={link} />} size="92vw" keyboard={false} onClose={onClose}>
      {page === 'asking' && (
        <Spin description={listWords.reading}>
          <div className="waiting-space" />
        </Spin>
      )}
      {page !== 'asking' && !isHeard(page) && <NotHeard why={page} unreachable={stockWords.unreachable} />}
      {isHeard(page) && <Lines page={page} today={today} label={title} />}
      <PageTurn
        pageNo={starts.length + 1}
        next={next === null ? undefined : () => setStarts([...starts, next])}
        previous={starts.length > 0 ? () => setStarts(starts.slice(0, -1)) : undefined}
      />
    </Drawer>
  )
}

function Lines({ page, today, label }: { page: StockPage; today: Day; label: string }): ReactNode {
  const { hall } = usePublished()
  const navigate = useNavigate()
  const { columns } = stockWords
  return (
    <>
      <table className="case-table" aria-label={label} onKeyDown={(event) => moveByArrows(event)}>
        <thead>
          <tr>
            <th className="case-col-number">{columns.number}</th>
            <th>{columns.item}</th>
            <th className="stock-col-applicant">{columns.applicant}</th>
            <th className="stock-col-stand">{columns.stand}</th>
            <th className="stock-col-window">{columns.window}</th>
            <th className="case-col-when">{columns.received}</th>
            <th className="case-col-when">{columns.due}</th>
          </tr>
        </thead>
        <tbody>
          {page.lines.map(({ id, number, itemName, applicant, status, window, receivedAt, due }) => (
            <tr key={id} onClick={() => void navigate(`/case/${id}`)}>
              <td>
                <Link to={`/case/${id}`} className="number" onClick={(event) => event.stopPropagation()}>
                  {numberWords(number)}
                </Link>
              </td>
              <td title={itemName}>{itemName}</td>
              <td title={applicant}>{applicant}</td>
              <td>{isStatus(status) ? statusNames[status] : status}</td>
              <td>{hall.windows.find(({ no }) => no === window)?.name ?? todayWords.office}</td>
              <td>{momentText(receivedAt, today)}</td>
              <td className={due !== null && due < today ? 'figures-overdue' : undefined}>
                {due === null ? '—' : listDay(due, today)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{stockWords.count(page.count)}</p>
    </>
  )
}
