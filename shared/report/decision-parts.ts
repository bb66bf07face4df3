/** What a decision counts for: its time, and how it stands to what was promised and to the law's limit. */
import type { Calendar } from '../calendar/calendar.ts'
import { dayOf } from '../calendar/day.ts'
import { type Stop, workdaysBetween } from '../calendar/workdays.ts'
import type { Case } from '../case/case.ts'
import { acceptanceOf, type CaseClock, clockOf } from '../case/clock.ts'
import type { AnyEvent } from '../case/event.ts'
import { stopsOf } from '../case/stops.ts'
import type { Item } from '../item/item.ts'
import { isOver } from '../item/last-day.ts'
import type { Part } from './parts.ts'
import { workingMinutes } from './working-minutes.ts'

type Decided = Extract<Part, 'granted' | 'refused' | 'recorded'>
type Known = { event: AnyEvent; item: Item | undefined; calendar: Calendar }

/** 办结 is counted at the decision, a refusal like a grant, with the working time since acceptance as the clock has it: since what was
 *  put right was whole, and of a filing since everything was there; without the days on which the law lets the clock stand. */
export function decisionParts(part: Decided, after: Case, known: Known): { part: Part; amount?: number }[] {
  const { event, item, calendar } = known
  const { at } = event.stamp
  const from = acceptanceOf(after, calendar, at).at ?? after.completedAt ?? after.received.at
  const stops = stopsIn(after, known)
  const clock = item === undefined ? null : safeClock(after, item, known)
  return [
    { part, amount: workingMinutes(calendar, from, at, stops) },
    ...(dayOf(after.received.at) === dayOf(at) ? [{ part: 'sameDay' as const }] : []),
    ...(clock === null || item === undefined
      ? []
      : [...limitParts('promised', clock, item, known), ...limitParts('statutory', clock, item, known)]),
  ]
}

/** No longer than the law gives each (stopsOf); of an item that this program does not know, as they were written down. */
function stopsIn({ pauses }: Case, { event, item, calendar }: Known): readonly Stop[] {
  const day = dayOf(event.stamp.at)
  if (item === undefined) return pauses.map(({ from, until }) => [from, until ?? day])
  return stopsOf({ pauses }, item, calendar, day).stops
}

/** One limit: what it gave, and by how much it was kept or not. Nothing where there is none. */
function limitParts(
  which: 'promised' | 'statutory',
  clock: CaseClock,
  item: Item,
  { event, calendar }: Known,
): { part: Part; amount?: number }[] {
  const [last, limit] = [clock[which], item.limits[which]]
  if (last === null || limit === null) return []
  const day = dayOf(event.stamp.at)
  const saved = workdaysBetween(calendar, day, last.day)
  const over = workdaysBetween(calendar, last.day, day)
  const atOnce = limit.unit === 'onTheSpot'
  const given = { part: which, amount: atOnce ? 0 : Math.max(0, (clock.used ?? 0) + saved - over) }
  if (isOver(last, event.stamp.at))
    return [given, ...(atOnce ? [{ part: `${which}AtOnce` as const }] : []), { part: `${which}Late`, amount: over }]
  if (atOnce) return [given, { part: `${which}AtOnce` }]
  return day < last.day ? [given, { part: `${which}Early`, amount: saved }] : [given]
}

/** Null where the clock of this case cannot be computed. */
function safeClock(after: Case, item: Item, { event, calendar }: Known): CaseClock | null {
  try {
    return clockOf(after, item, calendar, event.stamp.at)
  } catch {
    return null
  }
}
