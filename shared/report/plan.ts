/** 周一列计划: whose plan a case stands in, and why. Pure: the bureau hands in the running cases as they stand when the week begins. */
import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { Day, dayOf } from '../calendar/day.ts'
import type { Case } from '../case/case.ts'
import { CaseId, type Instant, PersonId, PrintedNumber } from '../case/ids.ts'
import { findRow } from '../case/rows.ts'
import { runningDay } from '../case/running-day.ts'
import { type SeatNeeded, seatsFor, sitsIn } from '../case/seats.ts'
import { nextEvent } from '../case/turn.ts'
import { type Item, ItemCode } from '../item/item.ts'
import { holdingsOn, type Person } from '../people/role.ts'
import type { WorkWeek } from './work-week.ts'

/** tell 告知是否受理 · decide 办结 · deliver 送达 · follow 跟进: no day runs now, and it was left over. */
export const duties = ['tell', 'decide', 'deliver', 'follow'] as const

/** A line of a plan: one case, once, in one person's. `due` null: no day runs now. */
export const PlanLine = z.strictObject({
  case: CaseId,
  number: PrintedNumber,
  item: ItemCode,
  duty: z.enum(duties),
  due: Day.nullable(),
  /** due 本周到期 · left 上周遗留: its day was over before, or it stood in the last plan and no day runs. */
  why: z.enum(['due', 'left']),
  /** Null: nobody who works here now has it; the supervisor gives it to somebody. */
  person: PersonId.nullable(),
})
export type PlanLine = z.infer<typeof PlanLine>

export type PlanBooks = {
  calendar: Calendar
  week: WorkWeek
  /** The moment the plan speaks of. */
  at: Instant
  people: readonly Pick<Person, 'id' | 'holdings'>[]
  itemOf(kase: Case): Item | undefined
  /** What the last week left undone; asked only of cases without a running day. */
  undone: Pick<ReadonlySet<CaseId>, 'has'>
}

/** The line of a running case in this week's plan; null where nothing of it is due and nothing was left over. */
export function planLine(kase: Case, books: PlanBooks): PlanLine | null {
  const item = books.itemOf(kase)
  if (item === undefined || kase.status === 'closed') return null
  const running = dayFor(kase, item, books)
  const due = running?.last.day ?? null
  if (due === null ? !books.undone.has(kase.id) : due > books.week.to) return null
  return {
    case: kase.id,
    number: kase.number,
    item: kase.item,
    duty: running?.what ?? 'follow',
    due,
    why: due === null || due < books.week.from ? 'left' : 'due',
    person: whoHas(kase, item, books),
  }
}

/** The plan of the whole hall, each case once; what was due first stands first. */
export function planOf(kases: Iterable<Case>, books: PlanBooks): PlanLine[] {
  const lines = [...kases].flatMap((kase) => planLine(kase, books) ?? [])
  return lines.toSorted(byDay)
}

export function byDay(a: Pick<PlanLine, 'due' | 'number'>, b: Pick<PlanLine, 'due' | 'number'>): number {
  const key = ({ due, number }: Pick<PlanLine, 'due' | 'number'>) => `${due ?? '9999'} ${number}`
  return key(a) < key(b) ? -1 : 1
}

/**
 * Who answers for a case: whom it was given to; else the only one who sits where its next act is done; else who took it in
 * (首问负责), while they work here; else the first who sits there.
 */
export function whoHas(kase: Case, item: Item, { people, at }: Pick<PlanBooks, 'people' | 'at'>): PersonId | null {
  const today = dayOf(at)
  const here = people.filter((person) => holdingsOn(person, today).length > 0)
  const worksHere = (id: PersonId | null | undefined) => here.some((person) => person.id === id)
  if (worksHere(kase.assignee)) return kase.assignee
  const seats = nextSeats(kase, item)
  const sitting = here.filter((person) =>
    holdingsOn(person, today).some((held) => held.standsInFor === undefined && sitsIn(held, seats)),
  )
  if (sitting.length === 1) return sitting[0]!.id
  return [kase.accepted?.by, kase.received.by].find(worksHere) ?? sitting[0]?.id ?? null
}

/** Where the act is done that carries the case on. */
export function nextSeats(kase: Case, item: Item): readonly SeatNeeded[] {
  const event = nextEvent(kase, item)
  const row = event === undefined ? undefined : findRow(event, kase.status, kase.kind)
  return row === undefined ? [] : seatsFor(row, kase, item)
}

/** Nothing one case says may stop the others: a clock that cannot be computed gives no day. */
function dayFor(kase: Case, item: Item, { calendar, at }: PlanBooks) {
  try {
    return runningDay(kase, item, calendar, at)
  } catch {
    return null
  }
}
