/** What is handed upward and to other systems (报送): which reports and lists, for which time, by whom. */
import { z } from 'zod'
import { addDays, addMonths, Day, daysBetween } from '../calendar/day.ts'
import { FileHash } from '../item/kept-file.ts'
import { overseers, type Role } from '../people/role.ts'

/** monthly 窗口月报 · quarterly 统计季报 · cases 办件明细 without personal data · exchange 办件信息 for the platforms above. */
export const exportTable = {
  monthly: { formats: ['xlsx', 'pdf'], within: 'month', roles: overseers },
  quarterly: { formats: ['xlsx', 'pdf'], within: 'quarter', roles: overseers },
  cases: { formats: ['csv'], within: 'year', roles: overseers },
  /** Names and numbers stand in it whole: whoever signs for the hall, and nobody at a window. */
  exchange: { formats: ['json'], within: 'year', roles: ['supervisor', 'head'] },
} as const satisfies Record<
  string,
  { formats: readonly string[]; within: 'month' | 'quarter' | 'year'; roles: readonly Role[] }
>
export type ExportKind = keyof typeof exportTable
export const exportKinds = Object.keys(exportTable) as [ExportKind, ...ExportKind[]]
export const exportFormats = ['xlsx', 'pdf', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Whether somebody with these roles may have it. */
export function mayExport(what: ExportKind, held: readonly Role[]): boolean {
  const { roles }: { roles: readonly Role[] } = exportTable[what]
  return held.some((role) => roles.includes(role))
}

/** Both days included. */
const Period = z.strictObject({ from: Day, to: Day })
export type ExportPeriod = z.infer<typeof Period>

/** Whether the period is one that this report is made of: a whole month, a whole quarter, or a year of days at most. */
export function isPeriodOf(what: ExportKind, { from, to }: ExportPeriod): boolean {
  if (to < from) return false
  const { within } = exportTable[what]
  if (within === 'year') return daysBetween(from, to) <= 366
  const whole = within === 'month' ? monthOf(from) : quarterOf(from)
  return from === whole.from && to === whole.to
}

export function monthOf(day: Day): ExportPeriod {
  return monthsFrom(`${day.slice(0, 7)}-01` as Day, 1)
}

export function quarterOf(day: Day): ExportPeriod {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return monthsFrom(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as Day, 3)
}

function monthsFrom(from: Day, months: number): ExportPeriod {
  return { from, to: addDays(addMonths(from, months), -1) }
}

const asked = {
  export: z.uuid(),
  what: z.enum(exportKinds),
  format: z.enum(exportFormats),
  period: Period,
  /** Whom it is for and why: kept with it for ever. */
  reason: z.string().trim().min(2).max(200),
}
export const ExportAsked = z
  .strictObject(asked)
  .refine(({ what, format }) => (exportTable[what].formats as readonly string[]).includes(format), 'no such format')
  .refine(({ what, period }) => isPeriodOf(what, period), 'no period of this report')
export type ExportAsked = z.infer<typeof ExportAsked>

export const exportOutcomes = ['done', 'cancelled', 'failed'] as const
const ended = {
  outcome: z.enum(exportOutcomes),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  /** Of the file as it was kept; null where none was. */
  sha256: FileHash.nullable(),
  /** Of the bureau's book, when the first and the last row were read. */
  positions: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
}
/** In the ledger of the machine that made the file, before the file has its name. */
export const ExportedNote = z.strictObject({ type: z.literal('exported'), ...asked, ...ended })
export type ExportedNote = z.infer<typeof ExportedNote>

/** An export as the list of them shows it; what its end says is null while it has none. */
export const ExportLine = z.strictObject({
  ...asked,
  by: z.string(),
  byName: z.string(),
  terminal: z.int(),
  begunAt: z.string(),
  endedAt: z.string().nullable(),
  outcome: ended.outcome.nullable(),
  rows: ended.rows.nullable(),
  sha256: ended.sha256,
  position: z.int(),
})
export type ExportLine = z.infer<typeof ExportLine>
