/** Exports (报送) between terminal and bureau, and between page and machine. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { CaseId } from '../case/ids.ts'
import { ExchangeCase } from '../exchange/exchange-case.ts'
import { ExportAsked, ExportLine } from '../report/export.ts'
import { ofHall } from './halls.ts'

/** Where a page of an export ends. */
const After = z.strictObject({ day: Day, case: CaseId })
export type ExportAfter = z.infer<typeof After>

/** The next rows of an export that was begun, in order of day and case. */
export const ExportPageAsked = z.strictObject({ export: z.uuid(), after: After.nullable(), ...ofHall })
const page = { rows: z.int().min(0), position: z.int(), next: After.nullable() }
/** Written already as the file has it: lines of CSV. */
export const ExportedText = z.strictObject({ ...page, text: z.string() })
export type ExportedText = z.infer<typeof ExportedText>
export const ExportedCases = z.strictObject({ ...page, cases: z.array(ExchangeCase) })
export type ExportedCases = z.infer<typeof ExportedCases>

export const ExportBegun = z.strictObject({
  position: z.int(),
  /** How many rows there will be, for the bar; null: a report of figures. */
  rows: z.int().min(0).nullable(),
  /** Of sealed matters, that are handled elsewhere and stay there. */
  sealed: z.int().min(0),
})
export type ExportBegun = z.infer<typeof ExportBegun>

/** `before`: when the last one of the page before was begun, and after a blank which one it is: two may begin at once. */
export const ExportsAsked = z.strictObject({ before: z.string().max(100).nullable(), ...ofHall })
export const Exports = z.strictObject({ exports: z.array(ExportLine), more: z.boolean() })
export type Exports = z.infer<typeof Exports>

/** Why there is no file. notMine: not for these roles · notYourHall: that hall was not granted · over: once begun, the bureau lets it
 *  go on no longer · differs: rows and their sum do not agree · moving: the bureau's book grew
 *  whenever it was read · notNoted: it could not be written into the ledger. */
const why = [
  'notMine',
  'notYourHall',
  'over',
  'signInAgain',
  'unreachable',
  'nothingChosen',
  'diskFull',
  'notWritable',
  'differs',
  'moving',
  'notNoted',
  'failed',
] as const
export type ExportTrouble = (typeof why)[number]

/** The export under way, or the last one of this session. */
export const ExportProgress = z.strictObject({
  asked: ExportAsked,
  state: z.enum(['choosing', 'running', 'done', 'cancelled', 'failed']),
  rows: z.int().min(0),
  /** Null: not known yet, or a report of figures. */
  of: z.int().min(0).nullable(),
  sealed: z.int().min(0),
  /** What the file is called; never where it lies. */
  file: z.string().nullable(),
  bytes: z.int().min(0),
  sha256: z.string().nullable(),
  why: z.enum(why).nullable(),
})
export type ExportProgress = z.infer<typeof ExportProgress>
