/** The day a case stands in a list of the morning by. Pure. */
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { MorningList } from '../store/morning.ts'
import type { ListedCase } from '../store/queue-page.ts'

export function listedBy(list: MorningList, { kase, unsentSince }: ListedCase): Day | undefined {
  if (list === 'owed') return kase.owed.map(({ until }) => until).toSorted()[0]
  if (list === 'unsent') return unsentSince === null ? undefined : dayOf(unsentSince)
  if (list === 'correcting') return dayOf(kase.corrections.at(-1)?.at ?? kase.lastAt)
  return list === 'standing' ? kase.pauses.find(({ until }) => until === null)?.from : undefined
}
