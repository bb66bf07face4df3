/** The day's count: what came and went by window, person and item, what is in hand, and the bureau's count beside it. */
import { Button, Empty, Segmented } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { ItemCode } from '../../shared/item/item.ts'
import { overseers } from '../../shared/people/role.ts'
import type { Figure } from '../../shared/report/figures.ts'
import { countEnquiries, enquiriesOf, unansweredOf } from '../../shared/visit/enquiry.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { readDay, readStock, readWaiting, type Slice, type Stock } from '../store/day-figures.ts'
import { noFilter, queuesOf } from '../store/queue-keys.ts'
import { useCache } from '../store/use-cache.ts'
import { useVisitDay } from '../store/visits.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { dayText, weekday } from '../words/dates.ts'
import { checkWords } from '../words/day-check.ts'
import { todayWords } from '../words/today.ts'
import { Behind } from './behind.tsx'
import { BureauStock } from './bureau-stock.tsx'
import { Compare } from './compare.tsx'
import { Enquiries } from './enquiries.tsx'
import { FiguresTable } from './figures-table.tsx'
import { type By, enquiryRow, groupBy } from './group.ts'
import { Lights } from './lights.tsx'
import { useBureauCounts } from './use-bureau-counts.ts'
import { WindowChecks } from './window-checks-table.tsx'
import './today.css'

const bys: { value: By; label: string }[] = [
  { value: 'window', label: todayWords.byWindow },
  { value: 'person', label: todayWords.byPerson },
  { value: 'item', label: todayWords.byItem },
]

/** One's own by person would be one line. */
const ownBys = bys.filter(({ value }) => value !== 'person')

export function TodayPage(): ReactNode {
  const books = usePublished()
  const { person, window, capacities } = useSession()
  const oversees = capacities.some(({ role }) => overseers.includes(role))
  // Who does not oversee the windows reads their own figures.
  const own = oversees ? undefined : person.id
  const now = useNow(60_000) as Instant
  const today = dayOf(now)
  const [back, setBack] = useState(0)
  const day = addDays(today, -back)
  const [by, setBy] = useState<By>('window')
  const [opened, setOpened] = useState<{ figure: Figure; slice: Slice; title: string } | null>(null)
  const [stock, setStock] = useState<'inHand' | 'overdue' | null>(null)
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
  const asked = useMemo(() => all.filter(({ first }) => own === undefined || first.person === own), [all, own])
  const unanswered = useMemo(() => unansweredOf(enquiriesOf(visits.known?.open ?? []), all), [visits.known, all])
  const groups = useMemo(() => {
    const windowName = (window: number) => books.hall.windows.find(({ no }) => no === window)?.name ?? todayWords.office
    const itemName = (item: string) => (item === '' ? todayWords.noItem : books.itemName(item as ItemCode))
    const rows = countEnquiries(asked).map(enquiryRow)
    return groupBy([...(here?.rows ?? []), ...rows], by, { windowName, itemName })
  }, [here, by, books, asked])
  useHotkey('Esc', opened === null && back > 0 ? () => setBack(0) : undefined)
  const open = (figure: Figure, slice: Slice, title: string) =>
    setOpened({ figure, slice: own === undefined ? slice : { ...slice, person: own }, title })
  const stocks = useStocks(
    by,
    groups.map(({ key }) => key),
    today,
  )
  return (
    <div className="page today">
      <div className="page-head">
        <h1>
          {dayText(day)} {weekday(day)}
        </h1>
        <Button onClick={() => setBack(back + 1)}>{todayWords.before}</Button>
        <Button disabled={back === 0} onClick={() => setBack(back - 1)}>
          {todayWords.after}
        </Button>
        {back > 0 && <Button onClick={() => setBack(0)}>{todayWords.today}</Button>}
        <Segmented<By> value={by} options={own === undefined ? bys : ownBys} onChange={setBy} />
        {own !== undefined && <span>{todayWords.own}</span>}
        <span className="today-space" />
        {window !== null && (
          <Link className="today-check" to={`/today/check?day=${day}`}>
            {checkWords.toCheck}
          </Link>
        )}
        {total !== undefined && <StockLinks stock={total} own={!oversees} />}
      </div>
      {groups.length === 0 ? (
        <Empty description={todayWords.nobody(back === 0)} />
      ) : (
        <FiguresTable
          groups={groups}
          stocks={stocks}
          total={oversees && back === 0 && by !== 'person' ? (total ?? null) : null}
          name={bys.find(({ value }) => value === by)!.label.slice(1)}
          onOpen={open}
        />
      )}
      {oversees && back === 0 && <Lights today={today} now={now} />}
      {here !== null && (
        <Compare
          here={here}
          stock={oversees ? (total ?? null) : null}
          bureau={bureau}
          enquiries={visits.known === null ? null : asked.length}
          isToday={back === 0}
          day={day}
          today={today}
          oversees={oversees}
          onOpen={open}
          onStock={setStock}
        />
      )}
      {oversees && here !== null && <WindowChecks day={day} today={today} rows={here.rows} unanswered={unanswered} />}
      {visits.known !== null && <Enquiries known={visits.known} />}
      {stock !== null && <BureauStock list={stock} today={today} onClose={() => setStock(null)} />}
      {opened !== null && <Behind {...opened} day={day} now={now} today={today} onClose={() => setOpened(null)} />}
    </div>
  )
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
