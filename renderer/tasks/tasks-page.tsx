/** What waits for me, most urgent first; what must be put right before all else, and the numbers of the morning (今日必看). */
import { Empty, type InputRef, Spin } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Holding } from '../../shared/people/role.ts'
import { type CaseLine, caseLine } from '../parts/case-line.ts'
import { CopyLink } from '../parts/copy-link.tsx'
import { callText, owedLeft } from '../parts/owed-left.ts'
import { rowLinks } from '../parts/row-arrows.ts'
import { useSaid } from '../parts/use-said.ts'
import { usePublished, useSession } from '../session/session.tsx'
import { type MorningList, morningLists, stretchOf } from '../store/morning.ts'
import { itemWords } from '../store/query.ts'
import { inHandQueue, queuesOf } from '../store/queue-keys.ts'
import type { ListedCase } from '../store/queue-page.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { listDay } from '../words/dates.ts'
import { dueAgainWords } from '../words/due-again.ts'
import { listWords } from '../words/lists.ts'
import { morningDays, morningWords } from '../words/morning.ts'
import { taskWords } from '../words/tasks.ts'
import { FilterBar, type Filters, type Scope } from './filters.tsx'
import { leave, leftList } from './left-list.ts'
import { LeftOpen } from './left-open.tsx'
import { listedBy } from './listed-by.ts'
import { Morning } from './morning.tsx'
import { MovedDays } from './moved-days.tsx'
import { Study } from './study.tsx'
import { Urged } from './urged.tsx'
import { Urgent } from './urgent.tsx'
import { useQueue } from './use-queue.ts'
import { WaitingList } from './waiting-list.tsx'
import './tasks.css'

const scopes: readonly Scope[] = ['mine', 'inHand', ...morningLists]

/** The list asked for; who only oversees begins with everything in hand. */
function scopeOf(asked: string | null, capacities: readonly Holding[]): Scope {
  const known = scopes.find((scope) => scope === asked)
  const overseesOnly = capacities.every(({ role }) => role === 'supervisor' || role === 'admin')
  return known ?? (overseesOnly ? 'inHand' : 'mine')
}

/** What the address asks for: the numbers of the day's count lead here with their window or item. */
function asked(address: URLSearchParams, capacities: readonly Holding[]): Omit<Filters, 'text'> {
  const window = Number(address.get('window') ?? Number.NaN)
  return {
    scope: scopeOf(address.get('list'), capacities),
    item: address.get('item'),
    window: Number.isInteger(window) ? window : null,
  }
}

/** The list as somebody else may open it. */
function listLink({ scope, item, window }: Filters): string {
  const address = new URLSearchParams({ list: scope })
  if (window !== null) address.set('window', String(window))
  if (item !== null) address.set('item', item)
  return `/tasks?${address}`
}

function dayIn(list: MorningList, known: ListedCase, today: Day): string | null {
  const day = listedBy(list, known)
  return day === undefined ? null : listDay(day, today)
}

/** What the list of what runs out says of each: its paper promised a call before anything else. */
function owedIn({ kase }: ListedCase, calendar: Calendar, today: Day): CaseLine['owed'] {
  const left = owedLeft(kase, calendar, today)
  return left === null ? null : { left: left.words, call: left.passed ? callText(kase.applicant.phone) : null }
}

function isMorning(scope: Scope): scope is MorningList {
  return (morningLists as readonly string[]).includes(scope)
}

export function TasksPage(): ReactNode {
  const { person, capacities, window: ownWindow } = useSession()
  const books = usePublished()
  const [address, choose] = useSaid()
  const { key: visit } = useLocation()
  const [text, setText] = useState(() => leftList(visit).text ?? '')
  useEffect(() => leave(visit, { text }), [visit, text])
  const filters = useMemo(() => ({ ...asked(address, capacities), text }), [address, capacities, text])
  const { scope } = filters
  const setFilters = ({ scope: list, item, window, text: typed }: Filters) => {
    setText(typed)
    // Whom one looks for stands in no address.
    if (list !== scope || item !== filters.item || window !== filters.window)
      choose({
        list: list === scopeOf(null, capacities) ? null : list,
        item,
        window: window === null ? null : String(window),
      })
  }
  const page = useRef<HTMLDivElement>(null)
  const box = useRef<InputRef>(null)
  const now = useNow(60_000) as Instant
  const today = dayOf(now)
  const supervises = capacities.some(({ role }) => role === 'supervisor' || role === 'chief' || role === 'head')
  const items = useMemo(() => itemWords(books.items), [books.items])
  const listed = (scope: Scope) => {
    if (!isMorning(scope)) return { queues: scope === 'mine' ? queuesOf(person.id, capacities) : [inHandQueue] }
    const { queue: name, ...bounds } = stretchOf(scope, { today, calendar: books.calendar, lights: books.hall.lights })
    return { queues: [name], ...bounds }
  }
  const queue = useQueue(
    {
      ...listed(filters.scope),
      filter: { item: filters.item, window: filters.window },
      text: filters.text.trim(),
    },
    items,
    visit,
  )
  const lines = useMemo(
    () =>
      queue.page?.cases.map((known) => ({
        ...caseLine(known, books, now),
        listedBy: isMorning(scope) ? dayIn(scope, known, today) : null,
        owed: scope === 'owed' ? owedIn(known, books.calendar, today) : null,
      })),
    [queue.page, books, now, scope, today],
  )
  // Whoever opens a number wants to walk its cases.
  const enters = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows come after the page
  useEffect(() => {
    if (!enters.current || !queue.current || page.current === null) return
    enters.current = false
    rowLinks(page.current)[0]?.focus()
  }, [queue.current, lines])
  const leaveMorning = () => {
    enters.current = true
    const window = filters.window === ownWindow ? null : filters.window
    setFilters({ ...filters, scope: scopeOf(null, capacities), window })
  }
  useHotkey('Esc', isMorning(scope) ? leaveMorning : undefined)
  const filtered = filters.item !== null || filters.window !== null || filters.text !== ''
  return (
    <div ref={page} className="page tasks">
      <div className="page-head">
        <h1>{taskWords.title}</h1>
        <Link to="/tasks/again" className="tasks-again">
          {dueAgainWords.open}
        </Link>
        <FilterBar
          filters={filters}
          supervises={supervises}
          box={box}
          onChange={setFilters}
          onBelow={() => page.current !== null && rowLinks(page.current)[0]?.focus()}
        />
        {/* What waits for oneself is another list for everybody else. */}
        {supervises && scope !== 'mine' && <CopyLink at={listLink(filters)} />}
      </div>
      <Urgent today={today} />
      <Urged today={today} />
      {ownWindow !== null && <LeftOpen today={today} window={ownWindow} />}
      <MovedDays today={today} />
      <Morning
        today={today}
        filter={filters}
        chosen={filters.scope}
        onChoose={(list, window) => {
          if (list === scope && window === null) return leaveMorning()
          enters.current = true
          setFilters({ ...filters, scope: list, window: window ?? filters.window })
        }}
      />
      <Study today={today} />
      {queue.error !== null && <p role="alert">{listWords.failed}</p>}
      {lines === undefined ? (
        queue.error === null && (
          <div className="waiting">
            <Spin description={listWords.reading}>
              <div className="waiting-space" />
            </Spin>
          </div>
        )
      ) : lines.length === 0 ? (
        <Empty
          description={filtered ? taskWords.emptyFiltered : isMorning(scope) ? morningWords.none : taskWords.empty}
        />
      ) : (
        <WaitingList
          lines={lines}
          visit={visit}
          queue={queue}
          today={today}
          withTurn={filters.scope !== 'mine'}
          dayTitle={isMorning(scope) ? morningDays[scope] : undefined}
          onAbove={() => box.current?.focus()}
        />
      )}
    </div>
  )
}
