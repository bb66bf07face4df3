/** 今日必看: the lists somebody looks at in the morning, each a key range of its own, and how many cases stand in each. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import { addWorkdays } from '../../shared/calendar/workdays.ts'
import type { Hall } from '../../shared/people/hall.ts'
import type { DeskCache } from './desk-cache.ts'
import {
  correctingQueue,
  counterOf,
  type DayBounds,
  inHandQueue,
  owedQueue,
  type Queue,
  type QueueFilter,
  queueRange,
  readyQueue,
  standingQueue,
  unsentQueue,
} from './queue-keys.ts'

/** 已超期 · 今天到期 · 容缺将到期 · 昨日未传 · 待取 · 等补正 · 停着表 */
export const morningLists = ['overdue', 'dueToday', 'owed', 'unsent', 'ready', 'correcting', 'standing'] as const
export type MorningList = (typeof morningLists)[number]

export type Stretch = DayBounds & { queue: Queue }

/** A late paper is running out when the hall's red light would be on for it. */
export function stretchOf(
  list: MorningList,
  { today, calendar, lights }: { today: Day; calendar: Calendar } & Pick<Hall, 'lights'>,
): Stretch {
  switch (list) {
    case 'overdue':
      return { queue: inHandQueue, before: today }
    case 'dueToday':
      return { queue: inHandQueue, from: today, before: addDays(today, 1) }
    case 'owed':
      return { queue: owedQueue, before: addDays(addWorkdays(calendar, today, lights.red).day, 1) }
    case 'unsent':
      return { queue: unsentQueue, before: today }
    case 'ready':
      return { queue: readyQueue }
    case 'correcting':
      return { queue: correctingQueue }
    case 'standing':
      return { queue: standingQueue }
  }
}

/** How many cases a list holds: its kept counter, or a count along the index between two days. */
export async function countStretch(
  { tables }: DeskCache,
  { queue, ...bounds }: Stretch,
  filter: QueueFilter,
): Promise<number> {
  if (bounds.from === undefined && bounds.before === undefined)
    return (await tables.counters.get(counterOf(queue, filter)))?.count ?? 0
  const { lower, upper } = queueRange(queue, filter, bounds)
  return tables.cases.where('queue').between(lower, upper).count()
}
