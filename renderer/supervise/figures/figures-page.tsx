/** 统计: figures of any period by window, person, item, system, street or community, beside another period. */
import { Button, Empty, Spin } from 'antd'
import { type ReactNode, useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { dayOf } from '../../../shared/calendar/day.ts'
import type { Instant } from '../../../shared/case/ids.ts'
import { type Grouping, type Only, saysStock } from '../../../shared/contract/figures.ts'
import type { Item, ItemCode } from '../../../shared/item/item.ts'
import { overseers } from '../../../shared/people/role.ts'
import { type FigureName, figureDef, figureTable } from '../../../shared/report/figures.ts'
import type { Period } from '../../../shared/report/period.ts'
import { CopyLink } from '../../parts/copy-link.tsx'
import { isHeard } from '../../parts/hear.ts'
import { type PublishedBooks, usePublished, useSession } from '../../session/session.tsx'
import { useBureauStatus } from '../../shell/use-bureau-status.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { useNow } from '../../ui/use-now.ts'
import { momentText, weekdayNames } from '../../words/dates.ts'
import { systemNames } from '../../words/item-parts.ts'
import { chartWords, groupingNames, hereWords, periodText, periodWords } from '../../words/period.ts'
import { todayWords } from '../../words/today.ts'
import { type Asked, comparedPeriod, onlyOf, readAsked, type Sort, writeAsked } from './asked.ts'
import { CaseList } from './case-list.tsx'
import { Charts } from './charts.tsx'
import { CourseTable } from './course-table.tsx'
import { HereNote, syncedText } from './here-note.tsx'
import { sorted, tableLines, totalOf } from './lines.ts'
import { LookBar } from './look-bar.tsx'
import { NoFigures } from './no-figures.tsx'
import { PeriodBar } from './period-bar.tsx'
import { PeriodTable } from './period-table.tsx'
import { questionOf, setOf } from './question.ts'
import { type FigureSet, figureSets } from './sets.ts'
import { type Figures, useFigures } from './use-figures.ts'
import '../../parts/parts.css'
import './figures.css'

export function FiguresPage(): ReactNode {
  const { capacities, person } = useSession()
  const books = usePublished()
  const oversees = capacities.some(({ role }) => overseers.includes(role))
  const now = useNow(60_000)
  const today = dayOf(now)
  const [address, setAddress] = useSearchParams()
  const asked = useMemo(() => readAsked(address, today), [address, today])
  const compared = useMemo(() => comparedPeriod(asked, today), [asked, today])
  const change = useCallback(
    (part: Partial<Asked>) => setAddress(writeAsked({ ...asked, ...part }), { replace: true }),
    [asked, setAddress],
  )
  // A list that was opened is gone back from.
  const open = useCallback(
    (figure: FigureName, only: Only, period?: Period) =>
      setAddress(
        writeAsked({
          ...asked,
          open: { figure, only: { ...asked.only, ...only }, ...(period === undefined ? {} : { period }) },
        }),
      ),
    [asked, setAddress],
  )
  useHotkey('Ctrl+P', () => window.print())
  const set = setOf(asked)
  const { status } = useBureauStatus()
  const offline = status?.state === 'offline'
  const figures = useFigures(questionOf(asked, compared), { offline, today })
  const syncedAt = status?.syncedAt ?? null
  const isHere = figures.here !== null
  // A bureau that is slow may still be asked for what this terminal has not.
  const isAway = figures.here === 'away'
  const nameOf = (key: string, names: Readonly<Record<string, string>>) => nameIn(asked.by, key, books, names)
  return (
    <div className="page period-page">
      <div className="page-head">
        <h1>
          <span className="print-only">{periodWords.printTitle(books.hall.name)} </span>
          {periodText(asked.period)}
          {isHere && <span className="print-only">（{hereWords.name}）</span>}
        </h1>
        {asked.period.from <= today && today < asked.period.to && <span>{periodWords.running(today)}</span>}
        {compared !== null && <span className="print-only">{periodWords.comparedWith(periodText(compared))}</span>}
        <PeriodBar asked={asked} today={today} compared={compared} onChange={change} />
      </div>
      <div className="page-head print-never">
        <LookBar asked={asked} set={set} oversees={oversees} here={isAway} onChange={change} />
        <span className="period-space" />
        <CopyLink at={`/supervise/figures?${writeAsked(asked)}`} />
        <Button onClick={() => window.print()}>
          {periodWords.print} <kbd>Ctrl+P</kbd>
        </Button>
      </div>
      {figures.here !== null && <HereNote why={figures.here} syncedAt={syncedAt} figures={figures} today={today} />}
      {!oversees && <p className="page-about">{periodWords.ownOnly(person.name)}</p>}
      <OnlyBar only={asked.only} onClear={() => change({ only: {} })} />
      {asked.view === 'table' && (
        <TableView
          asked={asked}
          compared={compared}
          set={set}
          nameOf={nameOf}
          figures={figures}
          counted={(position) =>
            isHere ? hereWords.counted(syncedText(syncedAt, today)) : periodWords.counted(position)
          }
          printed={(counted) => periodWords.printedBy(person.name, momentText(now, today), counted)}
          onSort={(sort) => change({ sort })}
          own={!oversees}
          onOpen={open}
        />
      )}
      {asked.view === 'course' && <CourseTable asked={asked} figures={figures} nameOf={nameOf} onOpen={open} />}
      {asked.view === 'charts' && (
        <Charts asked={asked} compared={compared} course={figures} offline={offline} today={today} onOpen={open} />
      )}
      {asked.open !== null && (
        <CaseList
          period={asked.period}
          {...asked.open}
          key={JSON.stringify(asked.open)}
          today={today}
          now={now as Instant}
          here={isAway}
          title={[
            periodText(asked.open.period ?? asked.period),
            ...onlyTexts(asked.open.only, books),
            figureTable[asked.open.figure].name,
          ].join(' · ')}
          onClose={() => change({ open: null })}
        />
      )}
    </div>
  )
}

type TableProps = {
  asked: Asked
  compared: Period | null
  set: FigureSet
  nameOf: (key: string, names: Readonly<Record<string, string>>) => string
  figures: Figures
  /** Up to where it is counted. */
  counted: (position: number) => string
  printed: (counted: string) => string
  /** Of one's own acts alone. */
  own: boolean
  onSort: (sort: Sort) => void
  onOpen: (figure: FigureName, only: Only, period?: Period) => void
}

function TableView({
  asked,
  compared,
  set,
  figures,
  nameOf,
  counted,
  printed,
  own,
  onSort,
  onOpen,
}: TableProps): ReactNode {
  const { by, only, sort } = asked
  const { heard, unsaid, ask } = figures
  if (heard === 'asking') return <Spin className="period-waiting" description={periodWords.reading} />
  if (!isHeard(heard)) return <NoFigures why={heard} onAgain={ask} />
  const lines = tableLines(heard, (key) => nameOf(key, heard.names))
  if (lines.length === 0) return <Empty description={periodWords.empty} />
  const sortBy = (column: Sort['column']) =>
    onSort({ column, up: sort.column === column ? !sort.up : column === 'key' })
  const withStock = !own && saysStock(by, only)
  const shown = figureSets[set].filter(
    (figure) => (withStock || figureDef(figure).kind === 'flow') && !unsaid.figures.includes(figure),
  )
  return (
    <>
      <PeriodTable
        lines={sorted(lines, sort)}
        total={totalOf(lines, periodWords.total)}
        figures={shown}
        head={groupingNames[by]}
        sort={sort}
        onSort={sortBy}
        onOpen={(figure, key, beside) =>
          onOpen(figure, key === null ? {} : onlyOf(by, key), beside && compared !== null ? compared : undefined)
        }
      />
      <p className="period-note">
        <span className="print-never">{counted(heard.position)}</span>
        <span className="print-only">{printed(counted(heard.position))}</span>
        {shown.some((figure) => figureDef(figure).unit === '工作小时') && <> · {periodWords.hours}</>}
        {!withStock && set === 'work' && <> · {periodWords.stockOfAll}</>}
      </p>
    </>
  )
}

/** Whose part is looked at, where it is not everybody's. */
function OnlyBar({ only, onClear }: { only: Only; onClear: () => void }): ReactNode {
  const books = usePublished()
  const texts = onlyTexts(only, books)
  if (texts.length === 0) return null
  return (
    <p className="period-only">
      {periodWords.only} <strong>{texts.join(' · ')}</strong>
      <Button size="small" className="print-never" onClick={onClear}>
        {periodWords.all}
      </Button>
    </p>
  )
}

function onlyTexts(only: Only, books: PublishedBooks): string[] {
  return (Object.entries(only) as [keyof Only, string | number][]).map(([key, value]) => {
    if (key === 'hour') return chartWords.hour(Number(value))
    if (key === 'weekday') return weekdayNames[Number(value) - 1] ?? ''
    return key === 'cause' ? String(value) : nameIn(key, String(value), books, {})
  })
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
