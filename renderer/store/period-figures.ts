/** 本机口径: what this terminal answers where the bureau cannot be asked. */
import type { Day } from '../../shared/calendar/day.ts'
import type { FiguresAnswer, FiguresAsked, TimeBy } from '../../shared/contract/figures.ts'
import { figureDef } from '../../shared/report/figures.ts'
import type { Period } from '../../shared/report/period.ts'
import { type Range, ranges } from '../../shared/report/ranges.ts'
import { answerPeriod, type Kept, lastDay } from './answer-figures.ts'
import type { CountsRow } from './database.ts'
import { foreseenBetween } from './day-figures.ts'
import type { DeskCache } from './desk-cache.ts'

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
  { figures, time }: FiguresAsked,
  period: Period,
  today: Day,
): Promise<Kept> {
  const last = lastDay(period, today)
  const flow =
    period.from > last ? { rows: [], less: [] } : await readRows(tables, { from: period.from, to: last }, time)
  if (!figures.some((name) => figureDef(name).kind === 'stock')) return { ...flow, totals: [], later: [], foreseen: [] }
  const [totals, later, foreseen] = await Promise.all([
    tables.totals.toArray(),
    tables.counts.where('day').above(last).toArray(),
    foreseenBetween(tables, EVER, last),
  ])
  return { ...flow, totals, later, foreseen }
}

/** The sums of a period, months by the month, with what counts by itself in it. */
async function readRows(
  tables: DeskCache['tables'],
  period: Period,
  time: TimeBy,
): Promise<Pick<Kept, 'rows' | 'less'>> {
  const read = async ({ grain, from, to }: Range): Promise<CountsRow[]> => {
    if (grain === 'day') return tables.counts.where('day').between(from, to, true, true).toArray()
    const months = await tables.months.where('month').between(from, to, true, true).toArray()
    return months.map(({ month, ...row }) => ({ ...row, day: `${month}-01` as Day }))
  }
  const all = ranges(period, time)
  const [foreseen, ...kept] = await Promise.all([foreseenBetween(tables, period.from, period.to), ...all.map(read)])
  const of = (less: boolean) => kept.filter((_, no) => (all[no]?.less ?? false) === less).flat()
  return { rows: [...of(false), ...foreseen], less: of(true) }
}

function namesIn(rows: readonly CountsRow[], nameOf: FiguresRules['nameOf']): Record<string, string> {
  const last = new Map(rows.map(({ person, personName }) => [person, personName]))
  return Object.fromEntries([...last].map(([person, name]) => [person, nameOf(person) ?? name]))
}
