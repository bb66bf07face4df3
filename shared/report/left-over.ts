/** 上周遗留 without a running day, out of the events alone: nobody had to look at the earlier plans while their weeks ran. */
import { addDays } from '../calendar/day.ts'
import { apply } from '../case/apply.ts'
import type { Case } from '../case/case.ts'
import type { AnyEvent } from '../case/event.ts'
import type { Instant } from '../case/ids.ts'
import { type PlanBooks, type PlanLine, planLine } from './plan.ts'
import { resultOf, undoneIn } from './week-result.ts'
import { firstWorkday, type WorkWeek, weekBefore } from './work-week.ts'

/** The moment that a week's plan speaks of, whenever it is made: the first of its first working day. */
export function beginsAt(week: WorkWeek): Instant {
  return `${addDays(firstWorkday(week), -1)}T16:00:00.000Z` as Instant
}

export function endsAt({ to }: WorkWeek): Instant {
  return `${to}T15:59:59.999Z` as Instant
}

/** The case as what had been done by then made it, however late that arrived. */
export function pictureAt(history: readonly AnyEvent[], at: Instant): Case | undefined {
  let kase: Case | undefined
  for (const event of history) if (event.stamp.at <= at) kase = apply(kase, event)
  return kase
}

type Books = Pick<PlanBooks, 'calendar' | 'people' | 'itemOf'>

/** Whether a case is left over when a week begins: it stood in the plan of the week before, or fell due in it, and is not done. A case
 *  that stands still stays left over from week to week. */
export function isLeftOver(history: readonly AnyEvent[], week: WorkWeek, books: Books): boolean {
  const at = beginsAt(week)
  const kase = pictureAt(history, at)
  if (kase === undefined) return false
  const before = weekBefore(books.calendar, week)
  if (kase.received.at > endsAt(before)) return false
  const planned = lineIn(history, before, books)
  const lines = resultOf({
    plan: planned === null ? [] : [planned],
    pictures: new Map([[kase.id, kase]]),
    books: { ...books, week: before, at },
    said: new Map(),
  })
  return undoneIn(lines).has(kase.id)
}

function lineIn(history: readonly AnyEvent[], week: WorkWeek, books: Books): PlanLine | null {
  const at = beginsAt(week)
  const kase = pictureAt(history, at)
  return kase === undefined
    ? null
    : planLine(kase, { ...books, week, at, undone: { has: () => isLeftOver(history, week, books) } })
}
