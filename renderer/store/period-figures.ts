/** 本机口径: what this terminal answers where the bureau cannot be asked. */
import type { Day } from '../../shared/calendar/day.ts'
import type { FiguresAnswer, FiguresAsked } from '../../shared/contract/figures.ts'
import { figureDef } from '../../shared/report/figures.ts'
import type { Period } from '../../shared/report/period.ts'
import { answerPeriod, type Kept, lastDay } from './answer-figures.ts'
import type { CountsRow } from './database.ts'
import { countsBetween } from './day-figures.ts'
import type { DeskCache } from './desk-cache.ts'
import { foreseenRange, foreseenRow } from './foreseen.ts'

/** Before the first case of any bureau. */
const EVER = '1970-01-01' as Day

type FiguresRules = {
  today: Day
  /** The system of an item. */
  systemOf: (item: string) => string | undefined
  /** What somebody is called now; undefined where nobody knows: then as in their last act. */
  nameOf: (person: string) => string | undefined
}

/** The answer out of the cache's sums. The caller asks nothing that no sums are kept by here (`unsaidIn`). */
export async function readFigures(
  { tables }: DeskCache,
  asked: FiguresAsked,
  { today, systemOf, nameOf }: FiguresRules,
): Promise<FiguresAnswer> {
  const marks = await tables.marks.get('marks')
  const answer = async (period: Period) => {
    const kept = await readKept(tables, asked, period, today)
    return { kept, rows: answerPeriod(asked, kept, systemOf) }
  }
  const own = await answer(asked.period)
  const beside = asked.compared === null ? null : await answer(asked.compared)
  return {
    position: marks?.cursor?.position ?? 0,
    today,
    names: asked.by === 'person' ? namesIn([...(beside?.kept.rows ?? []), ...own.kept.rows], nameOf) : {},
    asked: own.rows,
    compared: beside?.rows ?? null,
  }
}

async function readKept(
  tables: DeskCache['tables'],
  { figures }: FiguresAsked,
  period: Period,
  today: Day,
): Promise<Kept> {
  const last = lastDay(period, today)
  const rows = period.from > last ? [] : await countsBetween(tables, period.from, last)
  if (!figures.some((name) => figureDef(name).kind === 'stock')) return { rows, totals: [], later: [], foreseen: [] }
  const { lower, upper } = foreseenRange(EVER, last)
  const [totals, later, keys] = await Promise.all([
    tables.totals.toArray(),
    tables.counts.where('day').above(last).toArray(),
    tables.cases.where('foreseen').between(lower, upper).keys(),
  ])
  return { rows, totals, later, foreseen: (keys as string[]).map(foreseenRow) }
}

function namesIn(rows: readonly CountsRow[], nameOf: FiguresRules['nameOf']): Record<string, string> {
  const last = new Map(rows.map(({ person, personName }) => [person, personName]))
  return Object.fromEntries([...last].map(([person, name]) => [person, nameOf(person) ?? name]))
}
