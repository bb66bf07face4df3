/** What a case counts for, as the sums hold it. */
import type { Line } from '../../shared/report/lines.ts'

/** A line as the sums hold it: without place, hour and cause. */
export type Counted = Pick<
  Line,
  'event' | 'part' | 'day' | 'window' | 'person' | 'personName' | 'item' | 'amount' | 'pending'
>

/** Of a case that has left the cache nothing but this stays, for when it comes again. */
export function countedOf(line: Counted): Counted {
  const { event, part, day, window, person, personName, item, amount, pending } = line
  const so = { event, part, day, window, person, personName, item, amount }
  return pending === true ? { ...so, pending } : so
}
