/** The stock by what its clock says: how many cases are red, how many yellow, and of those whose clock stands, what they wait for. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Day } from '../../shared/calendar/day.ts'
import { addWorkdays } from '../../shared/calendar/workdays.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Hall } from '../../shared/people/hall.ts'
import type { DeskCache } from './desk-cache.ts'
import { countStretch, type Stretch } from './morning.ts'
import { inHandQueue, noFilter, queueRange, standingQueue } from './queue-keys.ts'
import { type QueuePage, type QueueQuery, readQueuePage } from './queue-page.ts'
import { openCase } from './read-before.ts'

/** So many are opened at once. */
const STRETCH = 300

export const lights = ['overdue', 'red', 'yellow', 'standing'] as const
export type Light = (typeof lights)[number]
export type Measures = { today: Day; calendar: Calendar } & Pick<Hall, 'lights'>

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

/** A page of the cases of one, most urgent first; of `few` alone, where these are named. */
export function readLightPage(
  cache: DeskCache,
  light: Light,
  measures: Measures,
  { after, limit, few }: Pick<QueueQuery, 'after' | 'limit'> & { few: readonly CaseId[] | null },
): Promise<QueuePage> {
  const { queue, ...bounds } = lightStretch(light, measures)
  const narrowed = few === null ? undefined : { few }
  return readQueuePage(cache, { ...bounds, queues: [queue], filter: noFilter, after, limit, narrowed })
}

export type Lit = { light: Light; kase: Case }

/** Every case of all four as it stands: whose it is and what it waits for stands in no index. All rows are read before the first is
 *  opened. */
export async function readLit(cache: DeskCache, measures: Measures): Promise<Lit[]> {
  const { tables, opener } = cache
  const rows = await Promise.all(
    lights.map((light) => {
      const { queue, ...bounds } = lightStretch(light, measures)
      const { lower, upper } = queueRange(queue, noFilter, bounds)
      return tables.cases.where('queue').between(lower, upper).toArray()
    }),
  )
  const all = lights.flatMap((light, at) => rows[at]!.map((row) => ({ light, row })))
  const opened: Lit[] = []
  for (let at = 0; at < all.length; at += STRETCH)
    opened.push(
      ...(
        await Promise.all(
          all.slice(at, at + STRETCH).map(async ({ light, row }) => {
            const { base, top } = await openCase(opener, row)
            const kase = top ?? base
            return kase === null ? [] : [{ light, kase }]
          }),
        )
      ).flat(),
    )
  return opened
}
