/** Who ticked an answer as it stands, and when. Pure. */
import { type Event, readFact } from '../../shared/case/event.ts'
import type { Stamp } from '../../shared/case/stamp.ts'
import type { HistoryEvent } from '../store/case-history.ts'

/** Of acts that count; undefined for a question that nobody answered. */
export function tickedBy(events: readonly HistoryEvent[], key: string, answer: boolean | undefined): Stamp | undefined {
  if (answer === undefined) return undefined
  const ticked = events.findLast(({ event, standing }) => {
    if (standing === 'refused' || standing === 'outOfTurn') return false
    const data = (readFact(event) as Event | undefined)?.data
    return data !== undefined && 'answers' in data && data.answers?.[key] === answer
  })
  return ticked?.event.stamp
}
