/** The tables of a report upward (月报、季报): rows of counted parts under the figures' own names. What stands in a cell follows from the
 *  figures' table, as a number or as the formula that gives it; nothing is defined a second time. */
import { type FigureName, figureDef } from './figures.ts'
import type { Part } from './parts.ts'
import { addSums, figureValue, type Sums, sumOf } from './sums.ts'

/** What a row is counted from. `of`: the rows of the table that it adds up; `than`: the two rows that it compares. */
export type ReportRow = { label: string } & (
  | { is: 'leaf' | 'before'; sums: Sums; until: Sums }
  | { is: 'group' | 'total'; of: readonly number[] }
  | { is: 'change'; now: number; before: number }
)
export type ReportTable = {
  name: string
  /** Over the labels. */
  head: string
  figures: readonly FigureName[]
  rows: readonly ReportRow[]
  notes: readonly string[]
}

/** What a column holds: a figure as people read it, or a part that figures are worked out from. */
export type Column = { key: string } & ({ figure: FigureName } | { part: Part; of: 'n' | 'amount' })

/** A figure that is one part and nothing else: its number stands there as it was counted. */
function onlyTerm(name: FigureName): { part: Part; of: 'n' | 'amount' } | undefined {
  const { top, bottom, median, kind } = figureDef(name)
  const [term, ...rest] = top
  if (term === undefined || rest.length > 0 || term.less || bottom || median || kind === 'stock') return undefined
  return { part: term.part, of: term.of ?? 'n' }
}

/** The figures' columns, and after them the parts that their formulas need and that have no column yet. */
export function columnsOf(figures: readonly FigureName[]): { shown: Column[]; basis: Column[] } {
  const shown = figures.map((figure): Column => {
    const term = onlyTerm(figure)
    return { key: term === undefined ? figure : `${term.part}.${term.of}`, figure }
  })
  const basis = new Map<string, Column>()
  for (const figure of figures) {
    const { top, bottom = [], kind } = figureDef(figure)
    if (kind === 'stock') continue
    for (const { part, of = 'n' } of [...top, ...bottom]) {
      const key = `${part}.${of}`
      if (!shown.some((column) => column.key === key)) basis.set(key, { key, part, of })
    }
  }
  return { shown, basis: [...basis.values()] }
}

/** The formula of a figure over cells of its own row; undefined where the number itself stands. */
export function formulaOf(name: FigureName, cell: (key: string) => string): string | undefined {
  const { top, bottom, unit, kind } = figureDef(name)
  if (kind === 'stock' || onlyTerm(name) !== undefined) return undefined
  const sum = (terms: typeof top) =>
    terms
      .map(({ part, of = 'n', less }, index) => `${less ? '-' : index === 0 ? '' : '+'}${cell(`${part}.${of}`)}`)
      .join('')
  if (bottom === undefined) return sum(top)
  const below = sum(bottom)
  return `IF(${below}=0,"—",(${sum(top)})/(${below})${unit === '工作小时' ? '/60' : ''})`
}

/** How many lines of a table's rows, and what they measure, row by row; groups and totals added up from theirs. */
export function sumsOfRows({ rows }: ReportTable): { sums: Sums; until: Sums }[] {
  const found: { sums: Sums; until: Sums }[] = []
  for (const row of rows) {
    if (row.is === 'change') found.push({ sums: {}, until: {} })
    else if ('of' in row)
      found.push({
        sums: row.of.reduce<Sums>((all, index) => addSums(all, found[index]!.sums), {}),
        until: row.of.reduce<Sums>((all, index) => addSums(all, found[index]!.until), {}),
      })
    else found.push({ sums: row.sums, until: row.until })
  }
  return found
}

/** What stands in a cell: null where there is nothing to divide by, or to compare with. */
export function valueIn(table: ReportTable, all: ReturnType<typeof sumsOfRows>, row: number, column: Column) {
  const { is, ...rest } = table.rows[row]!
  if (is === 'change') {
    if (!('figure' in column) || !('before' in rest)) return null
    const [now, before] = [rest.now, rest.before].map((index) => valueAt(all[index]!, column))
    return changeOf(column.figure, now ?? null, before ?? null)
  }
  return valueAt(all[row]!, column)
}

function valueAt({ sums, until }: { sums: Sums; until: Sums }, column: Column): number | null {
  if (!('figure' in column)) return sumOf(sums, column.part)[column.of]
  return figureValue(column.figure, figureDef(column.figure).kind === 'stock' ? until : sums)
}

/** Rates are compared by how many points they moved, all else by how much of itself it grew. */
export function isByPoints(name: FigureName): boolean {
  return figureDef(name).unit === '%'
}

export function changeOf(name: FigureName, now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null
  if (isByPoints(name)) return now - before
  return before === 0 ? null : now / before - 1
}
