/** The day's count: what came and went by window, person and item, what is in hand, and the bureau's count beside it. */
import { Button, Empty, Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import type { Instant, PersonId } from '../../shared/case/ids.ts'
import { mayOpen } from '../../shared/contract/pages.ts'
import type { ItemCode } from '../../shared/item/item.ts'
import { overseers } from '../../shared/people/role.ts'
import { type Figure, figureTable } from '../../shared/report/figures.ts'
import { countEnquiries, enquiriesOf, unansweredOf } from '../../shared/visit/enquiry.ts'
import { CopyLink } from '../parts/copy-link.tsx'
import { figuresOf } from '../parts/figure-link.ts'
import { isHeard } from '../parts/hear.ts'
import { type PublishedBooks, usePublished, useSession } from '../session/session.tsx'
import { readDay, readStock, readWaiting, type Slice, type Stock } from '../store/day-figures.ts'
import { noFilter, queuesOf } from '../store/queue-keys.ts'
import { useCache } from '../store/use-cache.ts'
import { useVisitDay } from '../store/visits.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { dayText, weekday } from '../words/dates.ts'
import { checkWords } from '../words/day-check.ts'
import { areaWords } from '../words/supervise.ts'
import { todayWords } from '../words/today.ts'
import { bys, readToday, type TodayAsked, writeToday } from './asked.ts'
import { Behind, BehindAtBureau } from './behind.tsx'
import { BureauStock } from './bureau-stock.tsx'
import { Compare } from './compare.tsx'
import { Enquiries } from './enquiries.tsx'
import { FiguresTable } from './figures-table.tsx'
import { type By, enquiryRow, groupBy } from './group.ts'
import { Lights } from './lights.tsx'
import { OtherHalls } from './other-halls.tsx'
import { RefusedActs } from './refused-acts.tsx'
import { useBureauCounts } from './use-bureau-counts.ts'
import { WindowChecks } from './window-checks-table.tsx'
import './today.css'

const byNames: Record<By, string> = {
  window: todayWords.byWindow,
  person: todayWords.byPerson,
  item: todayWords.byItem,
}

export function TodayPage(): ReactNode {
  const books = usePublished()
  const { person, window, capacities } = useSession()
  const oversees = capacities.some(({ role }) => overseers.includes(role))
  // Who does not oversee the windows reads their own figures.
  const own = oversees ? undefined : person.id
  const now = useNow(60_000) as Instant
  const today = dayOf(now)
  const [address, setAddress] = useSearchParams()
  const asked = useMemo(() => readToday(address, today), [address, today])
  const { open: opened, stock } = asked
  const day = asked.day ?? today
  // One's own by person would be one line.
  const offered = bys.filter((each) => oversees || each !== 'person')
  const by = offered.includes(asked.by) ? asked.by : 'window'
  const change = (part: Partial<TodayAsked>, replace = true) =>
    setAddress(writeToday({ ...asked, ...part }), { replace })
  // Told to somebody, it means the same day tomorrow.
  const link = `/today?${writeToday({ ...asked, day })}`
  const goTo = (next: Day) => change({ day: next < today ? next : null })
  const { value: here = null } = useCache((cache) => readDay(cache, day, own), [day, own])
  // What the hall has in hand is for who oversees it; the others have what waits for them.
  const { value: total } = useCache(
    (cache) =>
      oversees ? readStock(cache, noFilter, today) : readWaiting(cache, queuesOf(person.id, capacities), today),
    [today, oversees, person.id],
  )
  const bureau = useBureauCounts(day)
  const visits = useVisitDay(day)
  const all = useMemo(() => enquiriesOf(visits.known?.lines ?? []), [visits.known])
  const enquiries = useMemo(() => all.filter(({ first }) => own === undefined || first.person === own), [all, own])
  const unanswered = useMemo(() => unansweredOf(enquiriesOf(visits.known?.open ?? []), all), [visits.known, all])
  const groups = useMemo(() => {
    const windowName = (window: number) => books.hall.windows.find(({ no }) => no === window)?.name ?? todayWords.office
    const itemName = (item: string) => (item === '' ? todayWords.noItem : books.itemName(item as ItemCode))
    const rows = countEnquiries(enquiries).map(enquiryRow)
    return groupBy([...(here?.rows ?? []), ...rows], by, { windowName, itemName })
  }, [here, by, books, enquiries])
  useHotkey('Esc', opened === null && asked.day !== null ? () => goTo(today) : undefined)
  // A list that was opened is gone back from.
  const open = (figure: Figure, slice: Slice) =>
    change({ open: { figure, slice: own === undefined ? slice : { ...slice, person: own } } }, false)
  const stocks = useStocks(
    by,
    groups.map(({ key }) => key),
    today,
  )
  const listed = opened && {
    ...opened,
    title: `${sliceName(opened.slice, own, books)} · ${figureTable[opened.figure].name}`,
    ...{ link, day, now, today },
    onClose: () => change({ open: null }),
  }
  return (
    <div className="page today">
      <div className="page-head">
        <h1>
          {dayText(day)} {weekday(day)}
        </h1>
        <Button onClick={() => goTo(addDays(day, -1))}>{todayWords.before}</Button>
        <Button disabled={asked.day === null} onClick={() => goTo(addDays(day, 1))}>
          {todayWords.after}
        </Button>
        {asked.day !== null && <Button onClick={() => goTo(today)}>{todayWords.today}</Button>}
        <Segmented<By>
          value={by}
          options={offered.map((value) => ({ value, label: byNames[value] }))}
          onChange={(next) => change({ by: next })}
        />
        {own !== undefined && <span>{todayWords.own}</span>}
        <span className="today-space" />
        <CopyLink at={link} />
        <Link className="today-way" to={figuresOf({ from: day, to: day }, { by })}>
          {areaWords.figures}
        </Link>
        {mayOpen('/supervise/close', capacities) && (
          <Link className="today-way" to={`/supervise/close/${day}`}>
            {areaWords.close}
          </Link>
        )}
        {window !== null && (
          <Link className="today-check" to={`/today/check?day=${day}`}>
            {checkWords.toCheck}
          </Link>
        )}
        {/* Of this moment: beside an earlier day it would be read as that day's. */}
        {asked.day === null && total !== undefined && <StockLinks stock={total} own={!oversees} />}
      </div>
      {oversees && <OtherHalls day={day} by={by} />}
      {groups.length === 0 ? (
        <Empty description={todayWords.nobody(asked.day === null)} />
      ) : (
        <FiguresTable
          groups={groups}
          stocks={stocks}
          total={oversees && asked.day === null && by !== 'person' ? (total ?? null) : null}
          name={byNames[by].slice(1)}
          onOpen={open}
        />
      )}
      {oversees && asked.day === null && (
        <Lights {...{ today, now, link }} asked={asked.lit} onOpen={(lit) => change({ lit }, lit === null)} />
      )}
      {here !== null && (
        <Compare
          here={here}
          stock={oversees ? (total ?? null) : null}
          bureau={bureau}
          enquiries={visits.known === null ? null : enquiries.length}
          isToday={asked.day === null}
          day={day}
          today={today}
          oversees={oversees}
          onOpen={open}
          onStock={(list) => change({ stock: list }, false)}
        />
      )}
      <RefusedActs day={day} today={today} own={own} />
      {oversees && here !== null && <WindowChecks day={day} today={today} rows={here.rows} unanswered={unanswered} />}
      {visits.known !== null && <Enquiries known={visits.known} />}
      {stock !== null && <BureauStock list={stock} today={today} link={link} onClose={() => change({ stock: null })} />}
      {listed !== null &&
        (listed.slice.standing === 'confirmed' ? (
          <BehindAtBureau {...listed} here={bureau.counts !== 'asking' && !isHeard(bureau.counts)} />
        ) : (
          <Behind {...listed} />
        ))}
    </div>
  )
}

/** Whose part of a figure is listed; what is one's own goes without saying. */
function sliceName({ window, person, item, standing }: Slice, own: string | undefined, books: PublishedBooks): string {
  if (standing !== undefined) return standing === 'confirmed' ? todayWords.bureau : todayWords.unconfirmed
  if (window !== undefined) return books.hall.windows.find(({ no }) => no === window)?.name ?? todayWords.office
  if (item !== undefined) return books.itemName(item as ItemCode)
  return person === undefined || person === own ? todayWords.total : books.nameOf(person as PersonId)
}

/** What is in hand in each window or of each item; nothing by person: a case in hand is nobody's own. */
function useStocks(by: By, keys: readonly string[], today: Day): ReadonlyMap<string, Stock> | null {
  const { value } = useCache(
    async (cache) => {
      if (by === 'person') return null
      const filter = (key: string) =>
        by === 'window' ? { ...noFilter, window: Number(key) } : { ...noFilter, item: key }
      const stocks = await Promise.all(keys.map((key) => readStock(cache, filter(key), today)))
      return new Map(keys.map((key, at) => [key, stocks[at]!]))
    },
    [by, keys.join(' '), today],
  )
  return value ?? null
}

function StockLinks({ stock, own }: { stock: Stock; own: boolean }): ReactNode {
  return (
    <span className="today-stock">
      <Link to={own ? '/tasks?list=mine' : '/tasks?list=inHand'}>
        {own ? todayWords.waiting : todayWords.inHand} <strong>{stock.inHand}</strong>
      </Link>
      <Link
        to={own ? '/tasks?list=mine' : '/tasks?list=overdue'}
        className={stock.overdue > 0 ? 'figures-overdue' : undefined}
      >
        {own ? todayWords.waitingLate : todayWords.overdue} <strong>{stock.overdue}</strong>
      </Link>
    </span>
  )
}
