/** Out of the stock by its lights: whose cases are late or about to be, and what those wait for whose clock stands. Pure. */
import type { Case } from '../../shared/case/case.ts'
import type { CaseId, Instant } from '../../shared/case/ids.ts'
import { byName } from '../../shared/identity/name-order.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { turnText } from '../parts/case-line.ts'
import { type Whose, whoseCase } from '../parts/whose-case.ts'
import type { PublishedBooks } from '../session/session.tsx'
import type { Light, Lit } from '../store/lights.ts'
import { seatShort } from '../words/roles.ts'
import { todayWords } from '../words/today.ts'

/** What a window or a person is called, by the key of the group. */
export function groupName(by: Whose, key: string, { windows }: Pick<Hall, 'windows'>): string {
  return by === 'person' ? key : (windows.find(({ no }) => String(no) === key)?.name ?? todayWords.office)
}

/** What presses, the worst first. */
export const pressing = ['overdue', 'red', 'yellow'] as const satisfies readonly Light[]
export type Pressing = (typeof pressing)[number]
export type Group = { key: string; cases: Readonly<Record<Pressing, readonly CaseId[]>> }

/** Each window or person with a case that presses, whoever has most of the worst first. */
export function groupPressing(lit: readonly Lit[], by: Whose, books: PublishedBooks, now: Instant): Group[] {
  const groups = new Map<string, Record<Pressing, CaseId[]>>()
  for (const { light, kase } of lit) {
    if (light === 'standing') continue
    const key = whoseCase(kase, turnText(kase, books, now, seatShort), by)
    const cases = groups.get(key) ?? { overdue: [], red: [], yellow: [] }
    groups.set(key, cases)
    cases[light].push(kase.id)
  }
  return [...groups].map(([key, cases]) => ({ key, cases })).toSorted(byWorst)
}

function byWorst(one: Group, other: Group): number {
  for (const light of pressing) {
    const more = other.cases[light].length - one.cases[light].length
    if (more !== 0) return more
  }
  return byName(one.key, other.key)
}

/** How many wait for what (专家评审、听证 …), the most first: the notice that stopped their clock is the same for all of them. */
export function waitsFor(
  kases: readonly Case[],
  { itemOf }: Pick<PublishedBooks, 'itemOf'>,
): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { item, editions, pauses } of kases) {
    const key = pauses.at(-1)?.suspension
    if (key === undefined) continue
    const known = itemOf(item, editions.catalogue)?.suspensions.find((each) => each.key === key)
    const name = known?.name ?? key
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count)
}
