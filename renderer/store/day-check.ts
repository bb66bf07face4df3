/** 日清 as this terminal knows it: what was signed of a day, and what was left open on the last day before. */
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId, PrintedNumber, WindowNo } from '../../shared/case/ids.ts'
import {
  type Counts,
  figuresIn,
  isOpen,
  type Pile,
  piles,
  programCounts,
  type SignedCheck,
} from '../../shared/report/bags.ts'
import { type Figure, figures } from '../../shared/report/figures.ts'
import { checkPlace } from './database.ts'
import { countsBetween, type DayRow, dayRow, readBehind } from './day-figures.ts'
import type { DeskCache } from './desk-cache.ts'
import { openListed } from './queue-page.ts'

/** So far back an open check is looked for: the longest holiday and a week. */
const LOOK_BACK_DAYS = 16

/** The last check that was signed of a day, if any. */
export async function readCheck(cache: DeskCache, day: Day, window: WindowNo): Promise<SignedCheck | null> {
  const row = await cache.tables.checks.get([day, window])
  return row === undefined ? null : cache.opener.open<SignedCheck>(checkPlace(day, window), row.sealed)
}

/** The program's counts of a window's day. */
export async function readCounts({ tables }: DeskCache, day: Day, window: WindowNo): Promise<Counts> {
  const rows = await countsBetween(tables, day, day)
  return countsOf(rows.map(dayRow), window)
}

/** The program's counts of one window, of a day's rows. */
export function countsOf(rows: readonly DayRow[], window: WindowNo): Counts {
  const own = rows.filter((row) => row.window === window)
  return programCounts(
    Object.fromEntries(figures.map((figure) => [figure, own.reduce((sum, row) => sum + row[figure], 0)])) as Record<
      Figure,
      number
    >,
  )
}

/** A case of the day at this window, with the piles it lies in. */
export type PiledCase = { id: CaseId; number: PrintedNumber; in: Pile[]; kase: Case }

/** The cases behind the piles of a window's day, in the order they were received. */
export async function readPiles(cache: DeskCache, day: Day, window: WindowNo): Promise<PiledCase[]> {
  const found = new Map<CaseId, PiledCase>()
  for (const pile of piles)
    for (const figure of figuresIn[pile]) {
      const { cases } = await readBehind(cache, day, figure, { window })
      for (const { kase } of cases) {
        const known = found.get(kase.id)
        if (known === undefined) found.set(kase.id, { id: kase.id, number: kase.number, in: [pile], kase })
        else if (!known.in.includes(pile)) known.in.push(pile)
      }
    }
  return [...found.values()].toSorted((a, b) => (a.kase.received.at < b.kase.received.at ? -1 : 1))
}

/** The last day before today on which the window did anything, when its check was left open or never signed (`check` null). */
export async function readLeftOpen(
  cache: DeskCache,
  today: Day,
  window: WindowNo,
): Promise<{ day: Day; counts: Counts; check: SignedCheck | null } | null> {
  const lately = (await countsBetween(cache.tables, addDays(today, -LOOK_BACK_DAYS), addDays(today, -1)))
    .filter((row) => row.window === window)
    .map((row) => ({ day: row.day, row: dayRow(row) }))
    // A case that became overdue on a day is nothing that the window did.
    .filter(({ row }) => figures.some((figure) => row[figure] !== 0))
  const day = lately
    .map((each) => each.day)
    .toSorted()
    .at(-1)
  if (day === undefined) return null
  const check = await readCheck(cache, day, window)
  if (check !== null && !isOpen(check.check)) return null
  const counts = countsOf(
    lately.filter((each) => each.day === day).map(({ row }) => row),
    window,
  )
  return Object.values(counts).every((count) => count === 0) ? null : { day, counts, check }
}

/** The numbers of cases that are kept here. */
export async function readNumbers(
  cache: DeskCache,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, PrintedNumber>> {
  const rows = await cache.tables.cases.bulkGet([...ids])
  const cases = await openListed(
    cache,
    rows.filter((row) => row !== undefined),
  )
  return new Map(cases.map(({ kase }) => [kase.id, kase.number]))
}
