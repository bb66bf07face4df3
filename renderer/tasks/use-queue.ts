/** A list page by page: where the pages before began is remembered, so that going back is exact. */
import { useEffect, useState } from 'react'
import { narrow } from '../store/find.ts'
import type { ItemWords } from '../store/query.ts'
import { type QueuePage, type QueueQuery, readQueuePage } from '../store/queue-page.ts'
import { useCache } from '../store/use-cache.ts'
import { leave, leftList } from './left-list.ts'

const PAGE_SIZE = 30

export type QueueInHand = {
  page: QueuePage | undefined
  /** The page is of the choice that was asked last. */
  current: boolean
  error: unknown
  pageNo: number
  next: (() => void) | undefined
  previous: (() => void) | undefined
}

export type QueueChoice = Pick<QueueQuery, 'queues' | 'filter' | 'from' | 'before'> & { text: string }

/** Another choice begins on the first page; the one that was left goes on where it was. */
export function useQueue(choice: QueueChoice, items: ItemWords, visit: string): QueueInHand {
  const chosen = JSON.stringify(choice)
  const [at, setAt] = useState<{ chosen: string; ends: string[] }>(() => leftList(visit).at ?? { chosen, ends: [] })
  useEffect(() => leave(visit, { at }), [visit, at])
  const ends = at.chosen === chosen ? at.ends : []
  const after = ends.at(-1)
  const { value, error } = useCache(
    async (cache) => {
      const narrowed = choice.text === '' ? undefined : await narrow(cache, choice.text, items)
      return { page: await readQueuePage(cache, { ...choice, after, limit: PAGE_SIZE, narrowed }), chosen, ends }
    },
    [chosen, after, items],
  )
  // The turn goes from the page that is seen: pressed twice before the next one is read, it is still one turn.
  const seen = value?.ends ?? []
  const end = value?.page.next
  const turn = (to: string[]) => (value?.chosen === chosen ? () => setAt({ chosen, ends: to }) : undefined)
  return {
    page: value?.page,
    current: value?.chosen === chosen,
    error,
    pageNo: seen.length + 1,
    next: end === undefined ? undefined : turn([...seen, end]),
    previous: seen.length === 0 ? undefined : turn(seen.slice(0, -1)),
  }
}
