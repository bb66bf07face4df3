/** What other windows did on the days before the tour: ordinary cases, and some that nobody went on with. */
import { dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Period } from '../../shared/report/period.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { actsOf, type PlannedAct, planCases, workdaysUpTo } from '../demo-cases/plan.ts'

/** Accepted so many working days ago, of the ten that are promised: from overdue to three left. */
const lie = [11, 10, 9, 8, 7]
/** So many cases are near their last day, or past it. */
export const near = lie.length
/** Their applicants are others than those of the ordinary cases. */
const SEED = 200

/** Every act before today, in the order in which they were done. */
export function daysBefore(items: readonly Item[], now: Instant): PlannedAct[] {
  const today = dayOf(now)
  const benefit = items.find(({ code }) => code === 'GL-BT')!
  const days = workdaysUpTo(today, Math.max(...lie) + 1).toReversed()
  const lying = lie.map((ago, no) =>
    make
      .life({ item: benefit, seed: SEED + no, at: `${days[ago]}T01:0${no}:00.000Z`, calendar })
      .act(['received', 'accepted']),
  )
  const begin = new Date(`${today}T00:00:00+08:00`).toISOString() as Instant
  return [...planCases(items, begin), ...lying.flatMap(({ events }) => actsOf(events))].toSorted((a, b) =>
    a.at < b.at ? -1 : 1,
  )
}

/** How many cases the statistics count as received in a period: what was voided is not among them. */
export function receivedIn(acts: readonly PlannedAct[], { from, to }: Period): number {
  const events = acts.flatMap((act) => act.events)
  const voided = new Set(events.filter(({ type }) => type === 'voided').map((event) => event.case))
  return events.filter(
    ({ type, case: id, stamp }) =>
      type === 'received' && !voided.has(id) && from <= dayOf(stamp.at) && dayOf(stamp.at) <= to,
  ).length
}
