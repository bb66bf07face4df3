/** A list page by page: where the pages before began is remembered, so that going back is exact. */
import { useState } from 'react'
import { findIds } from '../store/find.ts'
import type { ItemWords } from '../store/query.ts'
import { listedAmong, type QueuePage, type QueueQuery, readQueuePage } from '../store/queue-page.ts'
import { useCache } from '../store/use-cache.ts'

export const PAGE_SIZE = 30

export type QueueInHand = {
  page: QueuePage | undefined
  error: unknown
  pageNo: number
  next: (() => void) | undefined
  previous: (() => void) | undefined
}

export type QueueChoice = Pick<QueueQuery, 'queues' | 'filter' | 'before'> & { text: string }

/** Another choice begins on the first page. */
export function useQueue(choice: QueueChoice, items: ItemWords): QueueInHand {
  const chosen = JSON.stringify(choice)
  const [at, setAt] = useState<{ chosen: string; ends: string[] }>({ chosen, ends: [] })
  const ends = at.chosen === chosen ? at.ends : []
  const after = ends.at(-1)
  const { value: page, error } = useCache(
    async (cache): Promise<QueuePage> => {
      const query = { ...choice, after, limit: PAGE_SIZE }
      if (choice.text === '') return readQueuePage(cache, query)
      const ids = await findIds(cache, choice.text, items)
      return { cases: await listedAmong(cache, ids, query), next: undefined }
    },
    [chosen, after, items],
  )
  const end = page?.next
  return {
    page,
    error,
    pageNo: ends.length + 1,
    next: end === undefined ? undefined : () => setAt({ chosen, ends: [...ends, end] }),
    previous: ends.length === 0 ? undefined : () => setAt({ chosen, ends: ends.slice(0, -1) }),
  }
}
