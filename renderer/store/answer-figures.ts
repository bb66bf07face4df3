/** Figures of any period as this terminal has them, in the shape in which the bureau answers: out of kept sums, never out of cases.
 *  Pure. What only the bureau knows is named, and never said to be nothing. */
import { type Day, earlierDay } from '../../shared/calendar/day.ts'
import {
  type FiguresAnswer,
  type FiguresAsked,
  type Grouping,
  type Only,
  saysStock,
  type TimeBy,
} from '../../shared/contract/figures.ts'
import { type FigureName, figureDef, partsIn } from '../../shared/report/figures.ts'
import { type Part, timedParts } from '../../shared/report/parts.ts'
import { type Period, periodAround } from '../../shared/report/period.ts'
import type { Sum } from '../../shared/report/sums.ts'
import type { CountsRow, TotalsRow } from './database.ts'

/** What the sums here are kept by. Where somebody lives, at which hour something was done and why stands in none of them. */
const keptBy: ReadonlySet<string> = new Set(['none', 'window', 'person', 'item', 'system'])
/** Told by records and by slips, which reach the bureau alone. */
const bureauOnly: ReadonlySet<Part> = new Set<Part>(['receivedOffline', 'rated'])

export function isKeptBy(by: Grouping | keyof Only): boolean {
  return keptBy.has(by)
}

/** Whether a terminal can tell a figure at all. */
export function isCountedHere(name: FigureName): boolean {
  return !partsIn(name).some((part) => bureauOnly.has(part))
}

/** What of a question this terminal cannot say. */
export type Unsaid = { by: (Grouping | keyof Only)[]; figures: FigureName[] }

export function unsaidIn({ figures, by, only }: Pick<FiguresAsked, 'figures' | 'by' | 'only'>): Unsaid {
  const named = (Object.keys(only) as (keyof Only)[]).filter((key) => only[key] !== undefined)
  return {
    by: [...new Set([by, ...named])].filter((each) => !isKeptBy(each)),
    figures: figures.filter((name) => !isCountedHere(name)),
  }
}

/** Whether this terminal can tell anything of a question. */
export function isToldHere({ by, figures }: Unsaid, asked: Pick<FiguresAsked, 'figures'>): boolean {
  return by.length === 0 && figures.length < asked.figures.length
}

/** The sums that a period is answered from. */
export type Kept = {
  /** Of its months and days, as far as they have come; and what of those months is taken away. */
  rows: readonly CountsRow[]
  less: readonly CountsRow[]
  /** For stocks: of all days; of those after its last one; and what counted by itself until then. */
  totals: readonly TotalsRow[]
  later: readonly CountsRow[]
  foreseen: readonly CountsRow[]
}

type Rows = FiguresAnswer['asked']
type Row = Rows['rows'][number]
type SystemOf = (item: string) => string | undefined

/** The last day of a period that has figures: those to come have none. */
export function lastDay({ to }: Period, today: Day): Day {
  return earlierDay(to, today)
}

/** One period of a question of which nothing is unsaid but some figures. */
export function answerPeriod(asked: Omit<FiguresAsked, 'period' | 'compared'>, kept: Kept, systemOf: SystemOf): Rows {
  const { by, only, time } = asked
  const told = asked.figures.filter(isCountedHere)
  const flows = told.filter((name) => figureDef(name).kind === 'flow')
  const stocks = saysStock(by, only) ? told.filter((name) => figureDef(name).kind === 'stock') : []
  const isAsked = ({ window, person, item }: Whose) =>
    (only.window === undefined || only.window === window) &&
    (only.person === undefined || only.person === person) &&
    (only.item === undefined || only.item === item) &&
    (only.system === undefined || only.system === (systemOf(item) ?? ''))
  const keyOf = (row: Whose) => keyIn(by, row, systemOf)
  const flow = new Gathered([...flows.flatMap(partsIn)], medianParts(flows))
  for (const row of kept.rows) if (isAsked(row)) flow.add(stepOf(row.day, time), keyOf(row), row)
  for (const row of kept.less) if (isAsked(row)) flow.add(stepOf(row.day, time), keyOf(row), row, -1)
  const stock = new Gathered(stocks.flatMap(partsIn), [])
  for (const { item, sums } of kept.totals) {
    const row = { ...nobody, item, sums, times: {} }
    if (isAsked(row)) stock.add('', keyOf(row), row)
  }
  for (const row of kept.later) if (isAsked(row)) stock.add('', keyOf(row), row, -1)
  for (const row of kept.foreseen) if (isAsked(row)) stock.add('', keyOf(row), row)
  return { rows: flow.rows(), until: stock.rows() }
}

type Whose = Pick<CountsRow, 'window' | 'person' | 'item'>
const nobody = { window: 0, person: '' as CountsRow['person'] }

function medianParts(names: readonly FigureName[]): Part[] {
  return names.flatMap((name) => figureDef(name).median ?? []).filter((part) => timedParts.includes(part))
}

function keyIn(by: Grouping, row: Whose, systemOf: SystemOf): string {
  if (by === 'window') return String(row.window)
  if (by === 'person') return row.person
  if (by === 'item') return row.item
  return by === 'system' ? (systemOf(row.item) ?? '') : ''
}

/** The day, the Monday of the week, the month, or nothing: as the bureau names the steps. */
function stepOf(day: Day, time: TimeBy): string {
  if (time === 'none') return ''
  if (time === 'day') return day
  return time === 'month' ? day.slice(0, 7) : periodAround('week', day).from
}

type Adding = { period: string; key: string; sums: Record<string, Sum>; times: Record<string, Record<string, number>> }

/** Sums of the wanted parts, by step and key; added in place, for a year of a large hall is a hundred thousand rows. */
class Gathered {
  readonly #found = new Map<string, Adding>()
  readonly #wanted: ReadonlySet<string>
  readonly #timed: ReadonlySet<string>
  constructor(wanted: readonly Part[], timed: readonly Part[]) {
    this.#wanted = new Set(wanted)
    this.#timed = new Set(timed)
  }

  add(period: string, key: string, { sums, times }: Pick<CountsRow, 'sums' | 'times'>, sign: 1 | -1 = 1): void {
    const at = `${period} ${key}`
    const all = this.#found.get(at) ?? { period, key, sums: {}, times: {} }
    this.#found.set(at, all)
    for (const [part, { n, amount }] of Object.entries(sums)) {
      if (!this.#wanted.has(part)) continue
      all.sums[part] ??= { n: 0, amount: 0 }
      all.sums[part].n += sign * n
      all.sums[part].amount += sign * amount
    }
    for (const [part, buckets] of Object.entries(times)) {
      if (!this.#timed.has(part)) continue
      all.times[part] ??= {}
      for (const [bucket, n] of Object.entries(buckets))
        all.times[part][bucket] = (all.times[part][bucket] ?? 0) + sign * n
    }
  }

  /** One for each step and key that has anything to count. */
  rows(): Row[] {
    return [...this.#found.values()]
      .map((row) => ({ ...row, sums: withoutNothing(row.sums), times: withoutNone(row.times) }))
      .filter(({ sums }) => Object.keys(sums).length > 0)
      .toSorted((a, b) => (a.period + a.key < b.period + b.key ? -1 : 1)) as Row[]
  }
}

function withoutNothing(sums: Readonly<Record<string, Sum>>): Record<string, Sum> {
  return Object.fromEntries(Object.entries(sums).filter(([, { n, amount }]) => n !== 0 || amount !== 0))
}

function withoutNone(times: Adding['times']): Adding['times'] {
  const kept = Object.entries(times).map(
    ([part, buckets]) => [part, Object.fromEntries(Object.entries(buckets).filter(([, n]) => n !== 0))] as const,
  )
  return Object.fromEntries(kept.filter(([, buckets]) => Object.keys(buckets).length > 0))
}
