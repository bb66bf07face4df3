/** The cases whose last day comes before a day: to tell, to decide, or to hand over; the most pressing first. */
import type { Day } from '../../shared/calendar/day.ts'
import type { DeskCache } from './desk-cache.ts'
import { inHandQueue, noFilter, readyQueue } from './queue-keys.ts'
import { type ListedCase, readQueuePage } from './queue-page.ts'

const MOST_NEAR = 500

/** `more`: there are others, less pressing. */
export async function readNear(cache: DeskCache, before: Day): Promise<{ cases: ListedCase[]; more: boolean }> {
  const page = await readQueuePage(cache, {
    queues: [inHandQueue, readyQueue],
    filter: noFilter,
    before,
    after: undefined,
    limit: MOST_NEAR,
  })
  return { cases: page.cases, more: page.next !== undefined }
}
