/** Lives counted, for tests: the lines of a history, one event after the other. */
import { type Day, earlierDay } from '../../shared/calendar/day.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import { type FiguresAnswer, type FiguresAsked, saysStock } from '../../shared/contract/figures.ts'
import type { Item } from '../../shared/item/item.ts'
import { type FigureName, figureDef, partsIn } from '../../shared/report/figures.ts'
import { countOn, type Line } from '../../shared/report/lines.ts'
import { periodAround } from '../../shared/report/period.ts'
import { sumsOf, timesOf } from '../../shared/report/sums.ts'
import { calendar } from './catalogue.ts'

type Rows = FiguresAnswer['asked']

/** What these events of one case count for, from the first. */
export function linesOf(events: readonly AnyEvent[], item: Item | undefined, of = calendar): readonly Line[] {
  let [kase, lines]: [Case | undefined, readonly Line[]] = [undefined, []]
  for (const event of events) {
    const after = apply(kase, event)
    lines = countOn(lines, { before: kase, event, after, item, calendar: of })
    kase = after
  }
  return lines
}

/** What the bureau says to a question, added up from all lines of its hall, foreseen ones too, as their days come. */
export function answeredFrom(
  lines: readonly Line[],
  asked: Omit<FiguresAsked, 'compared'>,
  today: Day,
  systemOf: (item: string) => string,
): Pick<Rows, 'rows' | 'until'> {
  const { figures, period, only, by } = asked
  const last = earlierDay(period.to, today)
  const ofKind = (kind: 'flow' | 'stock') => figures.filter((name) => figureDef(name).kind === kind)
  const isOnly = (line: Line) =>
    (only.window ?? line.window ?? 0) === (line.window ?? 0) &&
    (only.person ?? line.person) === line.person &&
    (only.item ?? line.item) === line.item &&
    (only.system ?? systemOf(line.item)) === systemOf(line.item)
  const keyOf = (line: Line) =>
    ({ window: String(line.window ?? 0), person: line.person, item: line.item, system: systemOf(line.item) })[
      by as 'window'
    ] ?? ''
  const add = (names: readonly FigureName[], from: string, stepOf: (day: Day) => string) => {
    const found = new Map<string, { period: string; key: string; lines: Line[] }>()
    const wanted = new Set(names.flatMap(partsIn))
    for (const line of lines) {
      if (!wanted.has(line.part) || line.day < from || line.day > last || !isOnly(line)) continue
      const at = `${stepOf(line.day)} ${keyOf(line)}`
      const known = found.get(at) ?? { period: stepOf(line.day), key: keyOf(line), lines: [] }
      found.set(at, { ...known, lines: [...known.lines, line] })
    }
    const timed = new Set(names.flatMap((name) => figureDef(name).median ?? []))
    return [...found]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { lines: own, ...at }]) => ({
        ...at,
        sums: sumsOf(own),
        times: timesOf(own.filter(({ part }) => timed.has(part))),
      }))
  }
  const steps = {
    none: () => '',
    day: (day: Day) => day,
    week: (day: Day) => periodAround('week', day).from,
    month: (day: Day) => day.slice(0, 7),
  }
  return {
    rows: add(ofKind('flow'), period.from, steps[asked.time]),
    until: saysStock(by, only) ? add(ofKind('stock'), '', steps.none) : [],
  } as Pick<Rows, 'rows' | 'until'>
}
