/** The applications behind a figure of 月比, a page at a time, as many as the figure counts: a line each, with all its cases. */
import { Drawer, Spin } from 'antd'
import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { dayOf } from '../../../shared/calendar/day.ts'
import { isStatus } from '../../../shared/case/rows.ts'
import type { MonthCasesAsked, MonthCases as Page } from '../../../shared/contract/plans.ts'
import { machine } from '../../machine.ts'
import { CaseNumber } from '../../parts/case-number.tsx'
import { type Heard, hear, isHeard } from '../../parts/hear.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { PageTurn } from '../../parts/page-turn.tsx'
import { moveByArrows } from '../../parts/row-arrows.ts'
import { useStarts } from '../../parts/use-starts.ts'
import { useHotkey, useHotkeyBarrier } from '../../ui/hotkeys.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { useNow } from '../../ui/use-now.ts'
import { listDay } from '../../words/dates.ts'
import { hallWords } from '../../words/halls.ts'
import { monthFormulas, monthWords } from '../../words/plans.ts'
import { statusNames } from '../../words/statuses.ts'

type Asked = Omit<MonthCasesAsked, 'after'>
type Props = { asked: Asked; title: string; onClose: () => void }

export function MonthCases({ asked: { month, window, figure }, title, onClose }: Props): ReactNode {
  const [starts, setStarts] = useStarts<number>(JSON.stringify({ month, window, figure }))
  const [page, setPage] = useState<Heard<Page>>('asking')
  const [again, setAgain] = useState(0)
  const after = starts.at(-1) ?? 0
  const other = useOtherHall()
  const hall = other?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once more is a reason to ask
  useEffect(() => {
    let gone = false
    setPage('asking')
    void hear(machine['bureau.monthCases']({ month, window, figure, after, hall })).then(
      (heard) => !gone && setPage(heard),
    )
    return () => {
      gone = true
    }
  }, [month, window, figure, after, hall, again])
  useFocusBack()
  useHotkeyBarrier(true)
  useHotkey('Esc', onClose)
  const { list, columns } = monthWords
  const next = isHeard(page) ? page.next : null
  return (
    <Drawer open title={title} size="92vw" keyboard={false} onClose={onClose}>
      <p className="page-about">{monthFormulas.find(({ name }) => name === columns[figure])?.formula}</p>
      {page === 'asking' && <Spin className="plans-waiting" description={list.reading} />}
      {page !== 'asking' && !isHeard(page) && (
        <NotHeard why={page} unreachable={list.unread} onAgain={() => setAgain(again + 1)} />
      )}
      {isHeard(page) && (
        <>
          <p role="status">
            <strong>
              {figure === 'handled' ? list.total(page.of) : list.share(page.n, page.of, list.marks[figure][0])}
            </strong>
            。{list.merged}
          </p>
          {other !== null && <p>{hallWords.listed(other.name)}</p>}
          {page.applications.length > 0 && <Applications of={page.applications} figure={figure} label={title} />}
          {page.sealed > 0 && <p>{list.sealed(page.sealed)}</p>}
        </>
      )}
      <PageTurn
        pageNo={starts.length + 1}
        next={next === null ? undefined : () => setStarts([...starts, next])}
        previous={starts.length > 0 ? () => setStarts(starts.slice(0, -1)) : undefined}
      />
    </Drawer>
  )
}

type ListProps = { of: Page['applications']; figure: Asked['figure']; label: string }

function Applications({ of, figure, label }: ListProps): ReactNode {
  const today = dayOf(useNow(60_000))
  const { columns, marks } = monthWords.list
  return (
    <table className="plans-table" aria-label={label} onKeyDown={(event) => moveByArrows(event)}>
      <thead>
        <tr>
          <th>{columns.cases}</th>
          <th>{columns.item}</th>
          <th>{columns.who}</th>
          <th>{columns.stand}</th>
          <th>{columns.first}</th>
          {figure !== 'handled' && <th>{columns.mark}</th>}
        </tr>
      </thead>
      <tbody>
        {of.map(({ cases, above }) => {
          const [first] = cases
          if (first === undefined) return null
          return (
            <tr key={first.id}>
              <td>
                {cases.map((each, at) => (
                  <Fragment key={each.id}>
                    {at > 0 && <br />}
                    <CaseNumber of={each} />
                  </Fragment>
                ))}
              </td>
              <td>{first.itemName}</td>
              <td>{first.applicant}</td>
              <td>
                {cases.map(({ id, status }, at) => (
                  <Fragment key={id}>
                    {at > 0 && <br />}
                    {isStatus(status) ? statusNames[status] : status}
                  </Fragment>
                ))}
              </td>
              <td>{listDay(dayOf(first.receivedAt), today)}</td>
              {figure !== 'handled' && <td>{marks[figure][above ? 0 : 1]}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
