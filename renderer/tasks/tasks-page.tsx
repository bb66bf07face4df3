/** What waits for me, most urgent first; what must be put right before all else. */
import { Empty, type InputRef, Spin } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Holding } from '../../shared/people/role.ts'
import { caseLine } from '../parts/case-line.ts'
import { rowLinks } from '../parts/case-table.tsx'
import { usePublished, useSession } from '../session/session.tsx'
import { itemWords } from '../store/query.ts'
import { inHandQueue, queuesOf } from '../store/queue-keys.ts'
import { useNow } from '../ui/use-now.ts'
import { listWords } from '../words/lists.ts'
import { taskWords } from '../words/tasks.ts'
import { FilterBar, type Filters, noFilters, type Scope } from './filters.tsx'
import { leave, leftList } from './left-list.ts'
import { Urgent } from './urgent.tsx'
import { useQueue } from './use-queue.ts'
import { WaitingList } from './waiting-list.tsx'
import './tasks.css'

const scopes: readonly Scope[] = ['mine', 'inHand', 'overdue']

/** The list asked for; who only oversees begins with everything in hand. */
function scopeOf(asked: string | null, capacities: readonly Holding[]): Scope {
  const known = scopes.find((scope) => scope === asked)
  const overseesOnly = capacities.every(({ role }) => role === 'supervisor' || role === 'admin')
  return known ?? (overseesOnly ? 'inHand' : 'mine')
}

/** What the address asks for: the numbers of the day's count lead here with their window or item. */
function asked(address: URLSearchParams, capacities: readonly Holding[]): Filters {
  const window = Number(address.get('window') ?? Number.NaN)
  return {
    ...noFilters,
    scope: scopeOf(address.get('list'), capacities),
    item: address.get('item'),
    window: Number.isInteger(window) ? window : null,
  }
}

export function TasksPage(): ReactNode {
  const { person, capacities } = useSession()
  const books = usePublished()
  const [address] = useSearchParams()
  const { key: visit } = useLocation()
  const [filters, setFilters] = useState<Filters>(() => leftList(visit).filters ?? asked(address, capacities))
  useEffect(() => leave(visit, { filters }), [visit, filters])
  const page = useRef<HTMLDivElement>(null)
  const box = useRef<InputRef>(null)
  const now = useNow(60_000) as Instant
  const today = dayOf(now)
  const supervises = capacities.some(({ role }) => role === 'supervisor' || role === 'chief' || role === 'head')
  const items = useMemo(() => itemWords(books.items), [books.items])
  const queue = useQueue(
    {
      queues: filters.scope === 'mine' ? queuesOf(person.id, capacities) : [inHandQueue],
      filter: { item: filters.item, window: filters.window },
      text: filters.text.trim(),
      ...(filters.scope === 'overdue' ? { before: today } : {}),
    },
    items,
    visit,
  )
  const lines = useMemo(() => queue.page?.cases.map((known) => caseLine(known, books, now)), [queue.page, books, now])
  const filtered = filters.item !== null || filters.window !== null || filters.text !== ''
  return (
    <div ref={page} className="page tasks">
      <div className="page-head">
        <h1>{taskWords.title}</h1>
        <FilterBar
          filters={filters}
          supervises={supervises}
          box={box}
          onChange={setFilters}
          onBelow={() => page.current !== null && rowLinks(page.current)[0]?.focus()}
        />
      </div>
      <Urgent today={today} />
      {queue.error !== null && <p role="alert">{listWords.failed}</p>}
      {lines === undefined ? (
        <div className="waiting">
          <Spin description={listWords.reading}>
            <div className="waiting-space" />
          </Spin>
        </div>
      ) : lines.length === 0 ? (
        <Empty description={filtered ? taskWords.emptyFiltered : taskWords.empty} />
      ) : (
        <WaitingList
          lines={lines}
          visit={visit}
          queue={queue}
          today={today}
          withTurn={filters.scope !== 'mine'}
          onAbove={() => box.current?.focus()}
        />
      )}
    </div>
  )
}
