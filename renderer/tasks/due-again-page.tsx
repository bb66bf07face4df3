/** 到期复核: what comes back to be looked at again; Enter on a row's button opens the form with the applicant's data in it. */
import { Button, Empty, Spin } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import { shownApplicant } from '../../shared/case/applicant.ts'
import { numberWords } from '../../shared/paper/say.ts'
import type { DueAgain } from '../../shared/recurrence/due-again.ts'
import { PageTurn } from '../parts/page-turn.tsx'
import { useStarts } from '../parts/use-starts.ts'
import { usePublished } from '../session/session.tsx'
import { MOST_DUE, readDueAgain } from '../store/due-again.ts'
import { useCache } from '../store/use-cache.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { listDay } from '../words/dates.ts'
import { dueAgainWords } from '../words/due-again.ts'

const PAGE = 50

export function DueAgainPage(): ReactNode {
  const navigate = useNavigate()
  const today = dayOf(useNow(60_000))
  const { value } = useCache((cache) => readDueAgain(cache, today), [today])
  const [starts, setStarts] = useStarts<number>('again')
  // Of what came back meanwhile some is done: there may be fewer pages than when one was left.
  const last = Math.max(0, Math.ceil((value?.length ?? 0) / PAGE) - 1)
  const page = Math.min(starts.length, last)
  const turnTo = (to: number) => setStarts(Array.from({ length: to }, (_, at) => (at + 1) * PAGE))
  const from = page * PAGE
  const shown = value?.slice(from, from + PAGE) ?? []
  useHotkey('Esc', () => void navigate('/tasks'))
  return (
    <div className="page tasks">
      <div className="page-head">
        <h1>{dueAgainWords.title}</h1>
        <Button onClick={() => void navigate('/tasks')}>
          {dueAgainWords.back} <kbd>Esc</kbd>
        </Button>
      </div>
      <p className="page-about">{dueAgainWords.about}</p>
      {value === undefined && <Spin />}
      {value?.length === 0 && <Empty description={dueAgainWords.none} />}
      {value !== undefined && value.length > 0 && <List key={page} entries={shown} today={today} />}
      <PageTurn
        pageNo={page + 1}
        next={page < last ? () => turnTo(page + 1) : undefined}
        previous={page > 0 ? () => turnTo(page - 1) : undefined}
      />
      {value !== undefined && value.length >= MOST_DUE && <p>{dueAgainWords.more(MOST_DUE)}</p>}
    </div>
  )
}

function List({ entries, today }: { entries: readonly DueAgain[]; today: DueAgain['due'] }): ReactNode {
  const navigate = useNavigate()
  const books = usePublished()
  return (
    <table className="case-table" aria-label={dueAgainWords.title}>
      <thead>
        <tr>
          <th>{dueAgainWords.due}</th>
          <th>{dueAgainWords.what}</th>
          <th>{dueAgainWords.applicant}</th>
          <th>{dueAgainWords.former}</th>
          <th>{dueAgainWords.act}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ kase, key, name, due, opens, basis }, at) => (
          <tr key={`${kase.id} ${key}`}>
            <td>
              {listDay(due, today)}
              {due < today && <strong className="due-late"> {dueAgainWords.late}</strong>}
            </td>
            <td title={basis}>
              {name ?? (key === 'brokenCommitment' ? dueAgainWords.broken : dueAgainWords.commitment)}
            </td>
            <td>{shownApplicant(kase, books.itemOf(kase.item, kase.editions.catalogue))}</td>
            <td>
              <Link to={`/case/${kase.id}`} className="number">
                {numberWords(kase.number)}
              </Link>
            </td>
            <td>
              <Button
                autoFocus={at === 0}
                onClick={() =>
                  void navigate(opens === null ? `/case/${kase.id}` : `/intake?item=${opens}&from=${kase.id}`)
                }
              >
                {opens !== null
                  ? dueAgainWords.take
                  : key === 'brokenCommitment'
                    ? dueAgainWords.takeBack
                    : dueAgainWords.check}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
