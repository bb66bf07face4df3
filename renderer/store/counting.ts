/** What the cases here count for, kept up to date by events: the rows behind the day's figures, and the sums of all. Pure. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { apply } from '../../shared/case/apply.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'
import { figureDef, figureNames, figures, partsIn } from '../../shared/report/figures.ts'
import { countOn, foreseeAnew, type Line } from '../../shared/report/lines.ts'
import { type Part, timedParts } from '../../shared/report/parts.ts'
import { addSums, addTimes, sumsOf, timesOf } from '../../shared/report/sums.ts'
import type { Counted } from './counted.ts'
import type { CountsRow, FigureRow, MonthRow, TotalsRow } from './database.ts'
import type { Held } from './picture.ts'

type Books = { calendar: Calendar; itemOf(code: ItemCode, edition: string): Item | undefined }

/** The lines that the bureau has confirmed, as today's calendar foresees the rest, and those with the own acts on top. */
export function linesOf(held: Held, books: Books): { base: readonly Line[]; top: readonly Line[] } {
  const { calendar } = books
  const itemOf = (kase: Held['base']) =>
    kase === undefined ? undefined : books.itemOf(kase.item, kase.editions.catalogue)
  const base =
    held.base === undefined ? held.lines : foreseeAnew(held.lines, held.base, { item: itemOf(held.base), calendar })
  let [before, top] = [held.base, base]
  for (const { event } of held.own) {
    const after = apply(before, event)
    top = countOn(top, { before, event, after, item: itemOf(after), calendar })
    before = after
  }
  return { base, top }
}

/** What a terminal keeps rows of, case by case: what the day's page opens. A cache of 100,000 cases must not hold a million rows. */
export const listedParts: ReadonlySet<Part> = new Set(figures.flatMap(partsIn))

/** The rows of a case: what both count, what only this terminal counts yet, and what only the bureau still does. */
export function figureRows(id: CaseId, lines: { base: readonly Line[]; top: readonly Line[] }): FigureRow[] {
  const [base, top] = [lines.base, lines.top].map((each) => each.filter(({ part }) => listedParts.has(part))) as [
    Line[],
    Line[],
  ]
  if (lines.base === lines.top) return base.map((line) => figureRow(id, line, 'both'))
  const there = new Map(base.map((line) => [keyOf(line), line]))
  const here = new Map(top.map((line) => [keyOf(line), line]))
  const same = (line: Line) => JSON.stringify(there.get(keyOf(line))) === JSON.stringify(here.get(keyOf(line)))
  return [
    ...base.map((line) => figureRow(id, line, same(line) ? 'both' : 'bureau')),
    ...top
      .filter((line) => !same(line))
      .map((line) => {
        const row = figureRow(id, line, 'here')
        return there.has(row.id) ? { ...row, id: `${row.id} here` } : row
      }),
  ]
}

function keyOf({ event, part }: Line): string {
  return `${event} ${part}`
}

/** Where an applicant lives stands in no open row. */
function figureRow(id: CaseId, line: Line, standing: FigureRow['standing']): FigureRow {
  const { day, part, window, person, personName, item, amount } = line
  return { id: keyOf(line), case: id, day, part, window: window ?? 0, person, personName, item, amount, standing }
}

/** What any figure is made of: the sums hold that and nothing else. */
const summed: ReadonlySet<Part> = new Set(figureNames.flatMap(partsIn))
/** What stocks are made of: they reach back to the first case, and have a sum of all days besides. */
const stocked: ReadonlySet<Part> = new Set(
  figureNames.filter((name) => figureDef(name).kind === 'stock').flatMap(partsIn),
)

export type Deltas = { counts: CountsRow[]; totals: TotalsRow[] }

/** What changes in the sums when lines were `before` and are `after`, one for each row concerned. What stays as it is changes nothing;
 *  what is only foreseen stands in no sum (foreseen.ts). */
export function countsDelta(before: readonly Counted[], after: readonly Counted[]): Deltas {
  const counts = new Map<string, CountsRow>()
  const totals = new Map<string, TotalsRow>()
  const add = (line: Counted, sign: 1 | -1) => {
    if (line.pending === true || !summed.has(line.part)) return
    const { day, window, person, personName, item, part } = line
    const one = sumsOf([line])
    const key = `${day} ${window ?? 0} ${person} ${item}`
    const known = counts.get(key)
    const times = timedParts.includes(part) ? timesOf([line]) : {}
    counts.set(key, {
      ...{ day, window: window ?? 0, person, personName, item },
      sums: addSums(known?.sums ?? {}, one, sign),
      times: addTimes(known?.times ?? {}, times, sign),
    })
    if (stocked.has(part)) totals.set(item, { item, sums: addSums(totals.get(item)?.sums ?? {}, one, sign) })
  }
  for (const line of before) add(line, -1)
  for (const line of after) add(line, 1)
  return {
    counts: [...counts.values()].filter((row) => !isNothing(row)),
    totals: [...totals.values()].filter((row) => !isNothing(row)),
  }
}

/** The same by month, one for each row of a month. */
export function monthsOf(counts: readonly CountsRow[]): MonthRow[] {
  const months = new Map<string, MonthRow>()
  for (const { day, ...row } of counts) {
    const month = day.slice(0, 7)
    const key = `${month} ${row.window} ${row.person} ${row.item}`
    const known = months.get(key)
    const sums = addSums(known?.sums ?? {}, row.sums)
    months.set(key, { ...row, month, sums, times: addTimes(known?.times ?? {}, row.times) })
  }
  return [...months.values()].filter((row) => !isNothing(row))
}

/** A row with a delta added; undefined when nothing is left to count. */
export function addCounts<R extends CountsRow | MonthRow>(row: R | undefined, delta: R): R | undefined {
  const sums = addSums(row?.sums ?? {}, delta.sums)
  const times = addTimes(row?.times ?? {}, delta.times)
  return isNothing({ sums, times }) ? undefined : { ...delta, sums, times }
}

export function addTotals(row: TotalsRow | undefined, delta: TotalsRow): TotalsRow | undefined {
  const sums = addSums(row?.sums ?? {}, delta.sums)
  return isNothing({ sums }) ? undefined : { ...delta, sums }
}

function isNothing({ sums, times = {} }: { sums: object; times?: object }): boolean {
  return Object.keys(sums).length === 0 && Object.keys(times).length === 0
}
