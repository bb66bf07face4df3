/** Which act stood first where two acted on one case without knowing of each other. Pure. */
import type { AnyEvent } from '../../shared/case/event.ts'
import type { EventId } from '../../shared/case/ids.ts'
import type { HistoryEvent } from './case-history.ts'

/** Papers printed beside an act decide nothing. */
const beside = ['printed', 'reprinted']

/** The confirmed act that came between what this act's maker had seen and the act itself; undefined when none did: then it was
 *  not adopted for what it was. */
export function overtakenBy(events: readonly HistoryEvent[], id: EventId): AnyEvent | undefined {
  const own = events.find(({ event }) => event.id === id)
  if (own === undefined) return undefined
  const standing = events.filter((each) => each.standing === 'confirmed' || each.standing === 'outOfTurn')
  const seen = lastSeen(events, own)
  const from = standing.findIndex(({ event }) => event.id === seen)
  const until = standing.findIndex(({ event }) => event.stamp.act === own.event.stamp.act)
  return standing
    .slice(from + 1, until === -1 ? undefined : until)
    .find((each) => each.standing === 'confirmed' && !beside.includes(each.event.type))?.event
}

/** What the maker had last seen of the others: looked for through acts that did not fit, made in the same blindness. */
function lastSeen(events: readonly HistoryEvent[], { event }: HistoryEvent): EventId | null {
  const before = events.find((each) => each.event.id === event.after)
  if (before === undefined) return event.after
  return before.standing === 'confirmed' && before.event.stamp.act !== event.stamp.act
    ? event.after
    : lastSeen(events, before)
}
