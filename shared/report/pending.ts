/** What will count by itself if nothing more is done on a case: acceptance by silence, and being overdue. Each on the first day on
 *  which it is so; until then any act may take it back. */
import type { Calendar } from '../calendar/calendar.ts'
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import { deemedOn } from '../calendar/permit-terms.ts'
import type { Case } from '../case/case.ts'
import { clockOf } from '../case/clock.ts'
import type { Instant } from '../case/ids.ts'
import type { Item } from '../item/item.ts'
import { isInHand } from './figures.ts'

/** By then silence has become acceptance (行政许可法第32条), whatever rest days lie between. */
const DEEMED_BY_DAYS = 40

/** The day on which silence about what lies whole at the window becomes acceptance (行政许可法第32条第1款第4、5项); permits only. */
export function silentOn(kase: Case, calendar: Calendar): Day | null {
  if (kase.kind !== 'permit' || kase.status !== 'received' || kase.accepted !== null) return null
  const asked = kase.completedAt ?? (kase.corrections.length === 0 ? kase.received.at : null)
  return asked === null ? null : deemedOn(calendar, dayOf(asked))
}

/** The day after which a case is overdue; one that nobody answers counts as accepted by law, and is due from there. */
export function dueDay(kase: Case, item: Item, calendar: Calendar): Day | null {
  const deemedBy = `${addDays(dayOf(kase.received.at), DEEMED_BY_DAYS)}T00:00:00.000Z` as Instant
  const isDeemedLater = deemedBy > kase.lastAt
  const { due, standing } = clockOf(kase, item, calendar, isDeemedLater ? deemedBy : kase.lastAt)
  if (standing?.longest === undefined) return due?.day ?? null
  // A stop that may last so long and no longer ends by itself: nobody need act for the case to be late.
  const goesOn = `${addDays(standing.longest, 1)}T00:00:00.000Z` as Instant
  return clockOf(kase, item, calendar, goesOn).due?.day ?? null
}

/** The first day on which a case in hand is overdue; null where none is to come, and where its clock cannot be computed: what one
 *  case says may not stop the others. */
export function overdueOn(kase: Case, { item, calendar }: { item: Item | undefined; calendar: Calendar }): Day | null {
  if (item === undefined || !isInHand(kase)) return null
  try {
    const due = dueDay(kase, item, calendar)
    return due === null ? null : addDays(due, 1)
  } catch {
    return null
  }
}
