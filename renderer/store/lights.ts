/** The stock by what its clock says: how many cases are red, how many yellow, and of those whose clock stands, what they wait for. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Day } from '../../shared/calendar/day.ts'
import { addWorkdays } from '../../shared/calendar/workdays.ts'
import type { Hall } from '../../shared/people/hall.ts'
import type { DeskCache } from './desk-cache.ts'
import { countStretch, type Stretch } from './morning.ts'
import { inHandQueue, noFilter, standingQueue } from './queue-keys.ts'
import { type ListedCase, readQueuePage } from './queue-page.ts'

export const lights = ['overdue', 'red', 'yellow', 'standing'] as const
export type Light = (typeof lights)[number]
type Measures = { today: Day; calendar: Calendar } & Pick<Hall, 'lights'>

/** Each case in one of them at most: red begins today, yellow where red ends. */
export function lightStretch(light: Light, { today, calendar, lights: limits }: Measures): Stretch {
  // Rest days behind a working day bring nothing nearer: they end before the next one.
  const after = (workdays: number) => addWorkdays(calendar, today, workdays + 1).day
  switch (light) {
    case 'overdue':
      return { queue: inHandQueue, before: today }
    case 'red':
      return { queue: inHandQueue, from: today, before: after(limits.red) }
    case 'yellow':
      return { queue: inHandQueue, from: after(limits.red), before: after(limits.yellow) }
    case 'standing':
      return { queue: standingQueue }
  }
}

export async function countLights(cache: DeskCache, measures: Measures): Promise<Record<Light, number>> {
  const counts = await Promise.all(
    lights.map(async (light) => [light, await countStretch(cache, lightStretch(light, measures), noFilter)] as const),
  )
  return Object.fromEntries(counts) as Record<Light, number>
}

/** The first cases of one, most urgent first. */
export async function readLight(
  cache: DeskCache,
  light: Light,
  measures: Measures,
  limit: number,
): Promise<ListedCase[]> {
  const { queue, ...bounds } = lightStretch(light, measures)
  const page = await readQueuePage(cache, { ...bounds, queues: [queue], filter: noFilter, after: undefined, limit })
  return page.cases
}
