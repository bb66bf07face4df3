/** 督办: the cases near their last day, each with whose it is, and how many there are of each nearness. Pure. */
import { dayOf } from '../../../shared/calendar/day.ts'
import type { Case } from '../../../shared/case/case.ts'
import type { Instant } from '../../../shared/case/ids.ts'
import { runningDay } from '../../../shared/case/running-day.ts'
import type { Item } from '../../../shared/item/item.ts'
import { type Near, nearTo } from '../../../shared/report/late-in.ts'
import { type CaseLine, caseLine, type KnownCase } from '../../parts/case-line.ts'
import { type Whose, whoseCase } from '../../parts/whose-case.ts'
import type { PublishedBooks } from '../../session/session.tsx'

export type NearCase = {
  kase: Case
  item: Item
  line: CaseLine
  near: Near
}
/** Only what stands in this cell; nothing named: all. */
export type Cell = { group?: string; near?: Near }
export type By = Whose
export type Group = { key: string; name: string; counts: Partial<Record<Near, number>> }

/** Undefined where no day of the bureau's is near: a day that is the applicants' (冷静期) makes nobody late. */
export function nearCase(known: KnownCase, books: PublishedBooks, now: Instant): NearCase | undefined {
  const { kase } = known
  const item = books.itemOf(kase.item, kase.editions.catalogue)
  const waits = item === undefined ? null : runningDay(kase, item, books.calendar, now)
  if (item === undefined || waits === null) return undefined
  const line = caseLine(known, books, now)
  // The hour at which the hall closes may have ended its last day already.
  const near = line.left.light === 'overdue' ? 'overdue' : nearTo(books.calendar, dayOf(now), waits.last.day)
  return near === undefined ? undefined : { kase, item, line, near }
}

export function groupOf({ kase, line }: Pick<NearCase, 'kase' | 'line'>, by: By): string {
  return whoseCase(kase, line.turn, by)
}

/** A row for each window or person, those with the most pressing cases first. */
export function groupNear(cases: readonly NearCase[], by: By, nameOf: (key: string) => string): Group[] {
  const groups = new Map<string, Group>()
  for (const each of cases) {
    const key = groupOf(each, by)
    const group = groups.get(key) ?? { key, name: nameOf(key), counts: {} }
    group.counts[each.near] = (group.counts[each.near] ?? 0) + 1
    groups.set(key, group)
  }
  // By window they stand in the order in which they stand in the hall.
  if (by === 'window') return [...groups.values()].toSorted((a, b) => order(a.key) - order(b.key))
  return [...groups.values()].toSorted((a, b) => pressing(b) - pressing(a) || (a.name < b.name ? -1 : 1))
}

function order(window: string): number {
  return window === '0' ? Number.POSITIVE_INFINITY : Number(window)
}

function pressing({ counts }: Group): number {
  return (counts.overdue ?? 0) * 1000 + Object.values(counts).reduce((sum, each) => sum + each, 0)
}
