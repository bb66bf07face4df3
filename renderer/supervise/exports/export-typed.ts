/** What is chosen for the next export, and what it still lacks. */
import { type Day, isDay } from '../../../shared/calendar/day.ts'
import {
  type ExportAsked,
  type ExportFormat,
  type ExportKind,
  exportTable,
  isPeriodOf,
} from '../../../shared/report/export.ts'
import { type Period, periodAround, periodLater } from '../../../shared/report/period.ts'

export type ExportTyped = { what: ExportKind; format: ExportFormat; from: string; to: string; reason: string }
export type Lacking = 'period' | 'reason'

/** The last one that is over: what is handed upward is of a time that has passed. */
export function usualPeriod(what: ExportKind, today: Day): Period {
  return periodLater(periodAround(what === 'quarterly' ? 'quarter' : 'month', today), -1)
}

export function kindTyped(what: ExportKind, today: Day): ExportTyped {
  return { what, format: exportTable[what].formats[0], ...usualPeriod(what, today), reason: '' }
}

/** What the address chooses of what somebody may have, as far as it can be read. */
export function typedIn(said: URLSearchParams, kinds: readonly ExportKind[], today: Day): ExportTyped {
  const usual = kindTyped(kinds.find((kind) => kind === said.get('what')) ?? kinds[0] ?? 'monthly', today)
  const formats: readonly ExportFormat[] = exportTable[usual.what].formats
  const format = formats.find((each) => each === said.get('format')) ?? usual.format
  const chosen = { ...usual, from: said.get('from') ?? '', to: said.get('to') ?? '' }
  return { ...usual, ...periodTyped(chosen), format }
}

/** Undefined while the days are none. */
export function periodTyped({ what, from, to }: ExportTyped): Period | undefined {
  if (!isDay(from) || !isDay(to)) return undefined
  return isPeriodOf(what, { from, to }) ? { from, to } : undefined
}

export function askedOf(typed: ExportTyped, id: string): { asked: ExportAsked } | { lacks: Lacking } {
  const period = periodTyped(typed)
  const reason = typed.reason.trim()
  if (period === undefined) return { lacks: 'period' }
  if ([...reason].length < 2) return { lacks: 'reason' }
  return { asked: { export: id, what: typed.what, format: typed.format, period, reason } }
}
