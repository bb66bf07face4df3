/** The day's figures, kept up to date by events: what a change of a case adds to them and takes away. Pure. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import { type Figure, figureOf, figures } from '../../shared/report/figures.ts'
import type { CountsRow, FigureRow } from './database.ts'

/** The figure an event stands for, as the cache keeps it; undefined when it moves none. */
export function figureRow(after: Case | undefined, event: AnyEvent, calendar: Calendar): FigureRow | undefined {
  const counted = figureOf(after, event, calendar)
  if (counted === undefined) return undefined
  return { id: event.id, case: event.case, ...counted, window: counted.window ?? 0 }
}

export type CountsKey = Pick<CountsRow, 'day' | 'window' | 'person' | 'item'>

/** Changes of counts, one for each row concerned. */
export type CountsDelta = CountsKey & { personName: string; minutes: number } & Record<Figure, number>

/** What changes when the figures of some events were `before` and are `after`. Rows that stay as they are add nothing. */
export function countsDelta(before: readonly FigureRow[], after: readonly FigureRow[]): CountsDelta[] {
  const deltas = new Map<string, CountsDelta>()
  const add = (row: FigureRow, sign: 1 | -1) => {
    if (row.taken) return
    const key = `${row.day} ${row.window} ${row.person} ${row.item}`
    const delta = deltas.get(key) ?? emptyDelta(row)
    deltas.set(key, {
      ...delta,
      minutes: delta.minutes + sign * row.minutes,
      [row.figure]: delta[row.figure] + sign,
    })
  }
  for (const row of before) add(row, -1)
  for (const row of after) add(row, 1)
  return [...deltas.values()].filter((delta) => delta.minutes !== 0 || figures.some((figure) => delta[figure] !== 0))
}

function emptyDelta({ day, window, person, personName, item }: FigureRow): CountsDelta {
  return { day, window, person, personName, item, minutes: 0, ...noFigures }
}

const noFigures = Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>

/** A row with a delta added; undefined when nothing is left to count. */
export function addDelta(row: CountsRow | undefined, delta: CountsDelta): CountsRow | undefined {
  if (row === undefined) return delta
  const sum = { ...row, personName: delta.personName, minutes: row.minutes + delta.minutes }
  for (const figure of figures) sum[figure] = row[figure] + delta[figure]
  return figures.some((figure) => sum[figure] !== 0) ? sum : undefined
}
