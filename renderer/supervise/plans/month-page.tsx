/** 月比: the windows of a month beside each other, with the formulas open. */
import { Button, Empty, Spin, Tooltip } from 'antd'
import { type ReactNode, useCallback } from 'react'
import { Link, useSearchParams } from 'react-router'
import { addMonths, type Day, dayOf, isDay } from '../../../shared/calendar/day.ts'
import type { Notice } from '../../../shared/contract/doors.ts'
import type { MonthAnswer } from '../../../shared/contract/plans.ts'
import { FEWEST, type MonthFigure, monthFigures, type Share } from '../../../shared/report/month-compare.ts'
import { periodAround } from '../../../shared/report/period.ts'
import { machine } from '../../machine.ts'
import { figuresOf } from '../../parts/figure-link.ts'
import { type Heard, isHeard, useHeard } from '../../parts/hear.ts'
import { useHallKept, useOtherHall } from '../../parts/looked-at.ts'
import { NotHeard } from '../../parts/not-heard.tsx'
import { usePublished } from '../../session/session.tsx'
import { useNow } from '../../ui/use-now.ts'
import { hallWords } from '../../words/halls.ts'
import { monthFormulas, monthWords, planWords } from '../../words/plans.ts'
import { MonthCases } from './month-cases.tsx'

export function MonthPage(): ReactNode {
  const { hall } = usePublished()
  const thisMonth = dayOf(useNow(60_000)).slice(0, 7)
  const [address, setAddress] = useSearchParams()
  const other = useOtherHall()
  const keep = useHallKept()
  const say = (part: Record<string, string>, replace = false) =>
    setAddress({ ...part, ...(other === null ? {} : { hall: other.id }) }, { replace })
  const named = address.get('month') ?? ''
  const month = isDay(`${named}-01`) ? named : thisMonth
  const { known, ask } = useMonth(month)
  const step = (months: number) => say({ month: addMonths(`${month}-01` as Day, months).slice(0, 7) }, true)
  const { columns } = monthWords
  const days = periodAround('month', `${month}-01` as Day)
  // A list that was opened is gone back from, and opens again by its address.
  const window = Number(address.get('window'))
  const opened = monthFigures.find((each) => each === address.get('open'))
  const open = (figure: MonthFigure, no: number) => say({ month, open: figure, window: String(no) })
  const nameOf = (no: number) => hall.windows.find((each) => each.no === no)?.name ?? monthWords.window(no)
  return (
    <>
      <div className="plans-head">
        <h2>{monthWords.title(month)}</h2>
        <span className="plans-space" />
        <Button onClick={() => step(-1)}>{monthWords.before}</Button>
        <Button disabled={month >= thisMonth} onClick={() => step(1)}>
          {monthWords.after}
        </Button>
        <Button onClick={() => void ask()}>{planWords.refresh}</Button>
      </div>
      {known === 'asking' && <Spin className="plans-waiting" description={monthWords.reading} />}
      {known !== 'asking' && !isHeard(known) && (
        <NotHeard
          why={known}
          unreachable={other === null ? monthWords.unread : hallWords.unreachable}
          onAgain={() => void ask()}
        />
      )}
      {isHeard(known) && known.rows.length === 0 && <Empty description={monthWords.nothing} />}
      {isHeard(known) && known.rows.length > 0 && (
        <table className="plans-table">
          <thead>
            <tr>
              <th>{columns.window}</th>
              <th className="plans-number">{columns.handled}</th>
              <th className="plans-number">{columns.inTime}</th>
              <th className="plans-number">{columns.praised}</th>
              <th className="plans-number">{columns.corrections}</th>
            </tr>
          </thead>
          <tbody>
            {known.rows.map((row) => (
              <tr key={row.window}>
                <th scope="row">
                  <Link
                    to={keep(figuresOf(days, { by: 'item', only: { window: row.window } }))}
                    title={monthWords.toFigures}
                  >
                    {nameOf(row.window)}
                  </Link>
                </th>
                <td className="plans-number">
                  <Pressed onOpen={row.handled === 0 ? undefined : () => open('handled', row.window)}>
                    {monthWords.cases(row.handled)}
                  </Pressed>{' '}
                  <Place rank={row.handledRank} few={row.handled < FEWEST} />
                </td>
                <ShareCell share={row.inTime} onOpen={() => open('inTime', row.window)} />
                <ShareCell share={row.praised} />
                <ShareCell share={row.corrections} onOpen={() => open('corrections', row.window)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section className="plans-formulas" aria-label={monthWords.formulasTitle}>
        <h3>{monthWords.formulasTitle}</h3>
        <dl>
          {monthFormulas.map(({ name, formula }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{formula}</dd>
            </div>
          ))}
        </dl>
      </section>
      {opened !== undefined && window > 0 && (
        <MonthCases
          key={`${opened} ${window}`}
          asked={{ month, figure: opened, window }}
          title={monthWords.list.title(month, nameOf(window), columns[opened])}
          onClose={() => say({ month })}
        />
      )}
    </>
  )
}

type CellProps = { share: Share; onOpen?: () => void }

/** Without a list it says why there is none. */
function ShareCell({ share: { n, of, rank }, onOpen }: CellProps): ReactNode {
  const text = (
    <>
      {monthWords.share(n, of)} <small>{monthWords.ofCases(n, of)}</small>
    </>
  )
  return (
    <td className="plans-number">
      {onOpen === undefined && of > 0 ? (
        <Tooltip title={monthWords.noList} trigger={['hover', 'focus']}>
          <button type="button" className="plans-listless">
            {text}
          </button>
        </Tooltip>
      ) : (
        <Pressed onOpen={of === 0 ? undefined : onOpen}>{text}</Pressed>
      )}{' '}
      <Place rank={rank} few={of < FEWEST} />
    </td>
  )
}

function Pressed({ onOpen, children }: { onOpen: (() => void) | undefined; children: ReactNode }): ReactNode {
  if (onOpen === undefined) return children
  return (
    <button type="button" onClick={onOpen}>
      {children}
    </button>
  )
}

function Place({ rank, few }: { rank: number | null; few: boolean }): ReactNode {
  if (rank === null) return few ? <small className="plans-few">{monthWords.few}</small> : null
  return <strong>{monthWords.rank(rank)}</strong>
}

/** It is added up over a month: asked when it is turned to, and not at every act. */
const news: readonly Notice[] = []

function useMonth(month: string): { known: Heard<MonthAnswer>; ask: () => Promise<void> } {
  const hall = useOtherHall()?.id
  const { heard, lost, again } = useHeard(
    useCallback(() => machine['bureau.monthCompare']({ month, hall }), [month, hall]),
    news,
  )
  return { known: lost ?? heard, ask: again }
}
