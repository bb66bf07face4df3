/** 统计: figures of any period by window, person, item, system, street or community, beside another period. */
import { Alert, Button, Empty, Segmented, Spin } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { dayOf } from '../../../shared/calendar/day.ts'
import { type FiguresAsked, type Grouping, groupings } from '../../../shared/contract/figures.ts'
import type { Item, ItemCode } from '../../../shared/item/item.ts'
import { overseers } from '../../../shared/people/role.ts'
import { type PublishedBooks, usePublished, useSession } from '../../session/session.tsx'
import { useNow } from '../../ui/use-now.ts'
import { systemNames } from '../../words/item-parts.ts'
import { groupingNames, periodText, periodWords } from '../../words/period.ts'
import { todayWords } from '../../words/today.ts'
import { type Asked, comparedPeriod, readAsked, type Sort, writeAsked } from './asked.ts'
import { sorted, tableLines, totalOf } from './lines.ts'
import { PeriodBar } from './period-bar.tsx'
import { PeriodTable } from './period-table.tsx'
import { type FigureSet, figureSets, setNames } from './sets.ts'
import { type Heard, useFigures } from './use-figures.ts'
import '../../parts/parts.css'
import './figures.css'

export function FiguresPage(): ReactNode {
  const { capacities, person } = useSession()
  const oversees = capacities.some(({ role }) => overseers.includes(role))
  const today = dayOf(useNow(60_000))
  const [address, setAddress] = useSearchParams()
  const asked = useMemo(() => readAsked(address, today), [address, today])
  const compared = comparedPeriod(asked, today)
  const change = (part: Partial<Asked>) => setAddress(writeAsked({ ...asked, ...part }), { replace: true })
  const set = asked.set in figureSets ? (asked.set as FigureSet) : 'work'
  const question: FiguresAsked = {
    figures: [...figureSets[set]],
    period: asked.period,
    compared,
    time: 'none',
    by: asked.by,
    only: asked.only,
  }
  const { heard, ask } = useFigures(question)
  const offered = groupings.filter((by) => oversees || by !== 'person')
  return (
    <div className="page period-page">
      <div className="page-head">
        <h1>{periodText(asked.period)}</h1>
        {asked.period.from <= today && today < asked.period.to && <span>{periodWords.running(today)}</span>}
        <PeriodBar asked={asked} today={today} compared={compared} onChange={change} />
      </div>
      <div className="page-head">
        <Segmented<Grouping>
          aria-label={periodWords.by}
          value={asked.by}
          options={offered.map((value) => ({ value, label: groupingNames[value] }))}
          onChange={(by) => change({ by })}
        />
        <Segmented<FigureSet>
          aria-label={periodWords.set}
          value={set}
          options={setNames.map((value) => ({ value, label: periodWords.sets[value] }))}
          onChange={(next) => change({ set: next, sort: { column: 'key', up: true } })}
        />
      </div>
      {!oversees && <p className="page-about">{periodWords.ownOnly(person.name)}</p>}
      <Answer heard={heard} asked={asked} set={set} onSort={(sort) => change({ sort })} onAgain={ask} />
    </div>
  )
}

type AnswerProps = { heard: Heard; asked: Asked; set: FigureSet; onSort: (sort: Sort) => void; onAgain: () => void }

function Answer({ heard, asked, set, onSort, onAgain }: AnswerProps): ReactNode {
  const books = usePublished()
  if (heard === 'asking') return <Spin className="period-waiting" description={periodWords.reading} />
  if (heard === 'unreachable' || heard === 'failed')
    return (
      <Alert
        type="warning"
        showIcon
        title={
          heard === 'failed' ? (
            periodWords.failed
          ) : (
            <>
              {periodWords.unreachable}
              <Link to="/today">{periodWords.toToday}</Link>。
            </>
          )
        }
        action={<Button onClick={onAgain}>{periodWords.again}</Button>}
      />
    )
  const lines = tableLines(heard, (key) => nameIn(asked.by, key, books, heard.names))
  const { sort, by } = asked
  if (lines.length === 0) return <Empty description={periodWords.empty} />
  const sortBy = (column: Sort['column']) =>
    onSort({ column, up: sort.column === column ? !sort.up : column === 'key' })
  return (
    <>
      <PeriodTable
        lines={sorted(lines, sort)}
        total={totalOf(lines, periodWords.total)}
        figures={figureSets[set]}
        head={groupingNames[by]}
        sort={sort}
        onSort={sortBy}
      />
      <p className="period-note">
        {periodWords.counted(heard.position)}
        {(by === 'window' || by === 'person') && set === 'work' && <> · {periodWords.stockOfAll}</>}
      </p>
    </>
  )
}

/** What a window, person, item … is called. */
function nameIn(by: Grouping, key: string, books: PublishedBooks, names: Readonly<Record<string, string>>): string {
  if (by === 'none') return periodWords.total
  if (by === 'window') return books.hall.windows.find(({ no }) => String(no) === key)?.name ?? todayWords.office
  if (by === 'person') return names[key] ?? books.nameOf(key)
  if (by === 'item') return books.itemName(key as ItemCode)
  if (key === '') return periodWords.nowhere
  return by === 'system' ? (systemNames[key as Item['system']] ?? key) : key
}
