/** What has been counted so far comes back with its page: a look into a case loses no number. Lock keeps it, sign-out forgets it. */
import { useState } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { WindowNo } from '../../shared/case/ids.ts'
import { deskCache } from '../store/desk.ts'
import type { NameList } from '../store/name-list.ts'
import { type Counting, notCounted } from './bags.ts'

const left = new WeakMap<NameList, { of: string; counting: Counting }>()

export function useCounting(day: Day, window: WindowNo): [Counting, (part: Partial<Counting>) => void] {
  const of = `${day} ${window}`
  const [counting, setCounting] = useState<Counting>(() => {
    const known = left.get(deskCache().names)
    return known?.of === of ? known.counting : notCounted
  })
  const change = (part: Partial<Counting>) =>
    setCounting((now) => {
      const next = { ...now, ...part }
      left.set(deskCache().names, { of, counting: next })
      return next
    })
  return [counting, change]
}
