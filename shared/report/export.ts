/** What is handed upward and to other systems (报送): which reports and lists, for which time, by whom. */
import { z } from 'zod'
import { Day, daysBetween } from '../calendar/day.ts'
import { HallId } from '../case/ids.ts'
import { FileHash } from '../item/kept-file.ts'
import { overseers, type Role } from '../people/role.ts'
import { type Period, unitOf } from './period.ts'

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

const PeriodOfExport = z.strictObject({ from: Day, to: Day })

/** Whether this report is made of such a time: a whole month, a whole quarter, or a year of days at most. */
export function isPeriodOf(what: ExportKind, period: Period): boolean {
  if (period.to < period.from) return false
  const { within } = exportTable[what]
  return within === 'year' ? daysBetween(period.from, period.to) <= 366 : unitOf(period) === within
}

const asked = {
  export: z.uuid(),
  what: z.enum(exportKinds),
  format: z.enum(exportFormats),
  period: PeriodOfExport,
  /** Whom it is for and why: kept with it for ever. */
  reason: z.string().trim().min(2).max(200),
  /** Of which hall it is. Absent: of that of the machine. */
  hall: HallId.optional(),
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
  /** The hall at whose terminal it was made, where that is another. */
  atHall: z.string().optional(),
})
export type ExportLine = z.infer<typeof ExportLine>
