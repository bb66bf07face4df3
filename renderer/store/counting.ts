/** What the cases here count for, kept up to date by events: the rows behind every figure, and their sums. Pure. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { apply } from '../../shared/case/apply.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'
import { figures, partsIn } from '../../shared/report/figures.ts'
import { countOn, foreseeAnew, type Line } from '../../shared/report/lines.ts'
import type { Part } from '../../shared/report/parts.ts'
import { addSums, type Sums, sumsOf } from '../../shared/report/sums.ts'
import type { CountsRow, FigureRow } from './database.ts'
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

/** What a terminal keeps rows and sums of: the day's figures, and whether they were in time. All else is the bureau's to answer: a
 *  cache of 100,000 cases must not hold a million rows. */
const kept: ReadonlySet<Part> = new Set([...figures, 'inTimeRate' as const].flatMap(partsIn))

/** The rows of a case: what both count, what only this terminal counts yet, and what only the bureau still does. */
export function figureRows(id: CaseId, lines: { base: readonly Line[]; top: readonly Line[] }): FigureRow[] {
  const [base, top] = [lines.base, lines.top].map((each) => each.filter(({ part }) => kept.has(part))) as [
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

/** What changes when rows were `before` and are `after`, one for each row of sums concerned. What stays as it is changes nothing. */
export function countsDelta(before: readonly FigureRow[], after: readonly FigureRow[]): CountsRow[] {
  const deltas = new Map<string, CountsRow>()
  const add = (row: FigureRow, sign: 1 | -1) => {
    if (row.standing === 'bureau') return
    const { day, window, person, personName, item } = row
    const key = `${day} ${window} ${person} ${item}`
    const sums = addSums(deltas.get(key)?.sums ?? {}, sumsOf([row]), sign)
    deltas.set(key, { day, window, person, personName, item, sums })
  }
  for (const row of before) add(row, -1)
  for (const row of after) add(row, 1)
  return [...deltas.values()].filter(({ sums }) => !isNothing(sums))
}

/** A row with a delta added; undefined when nothing is left to count. */
export function addDelta(row: CountsRow | undefined, delta: CountsRow): CountsRow | undefined {
  const sum = { ...delta, sums: addSums(row?.sums ?? {}, delta.sums) }
  return isNothing(sum.sums) ? undefined : sum
}

function isNothing(sums: Sums): boolean {
  return Object.keys(sums).length === 0
}
