/** 周一列计划, 周五出结果: a week as a terminal asks the bureau for it, what people add to it, and its signing. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { Instant, PersonId } from '../case/ids.ts'
import { MonthRow, monthFigures } from '../report/month-compare.ts'
import { OwnLine, PlanWord } from '../report/plan-entry.ts'
import { ResultLine } from '../report/week-result.ts'
import { WorkWeek } from '../report/work-week.ts'
import { ofHall } from './halls.ts'
import { CaseLine } from './views.ts'

/** Any day of the week that is meant; null: the present one. */
export const WeekAsked = z.strictObject({ day: Day.nullable() })

/** What somebody added to their plan, or a supervisor to it. */
export const OwnPlan = z.strictObject({
  person: PersonId,
  lines: z.array(OwnLine),
  remark: z.strictObject({ text: z.string(), by: PersonId }).nullable(),
})
export type OwnPlan = z.infer<typeof OwnPlan>

/** Names are masked. */
const ShownLine = ResultLine.extend({ applicant: z.string() })
export type ShownLine = z.infer<typeof ShownLine>

const SignedWeek = z.strictObject({
  revision: z.int().min(1),
  by: PersonId,
  at: Instant,
  /** Why it was signed again; null for the first. */
  reason: z.string().nullable(),
})
export type SignedWeek = z.infer<typeof SignedWeek>

/** What a signed week says. */
const SignedContent = z.strictObject({
  lines: z.array(ShownLine),
  own: z.array(OwnPlan),
  decided: z.record(z.string(), z.int()),
})
export type SignedContent = z.infer<typeof SignedContent>

/** Who oversees reads the hall's week, everybody else their own. */
export const WeekAnswer = z.strictObject({
  today: Day,
  week: WorkWeek,
  /** The moment the plan speaks of; null: the week has not begun, or the hall had no case by then. */
  madeAt: Instant.nullable(),
  /** Everybody who has a plan this week. */
  people: z.array(PersonId),
  /** The plan, and what has become of each line until now, or until the week ended. */
  lines: z.array(ShownLine),
  own: z.array(OwnPlan),
  /** How many lines on sealed matters are not shown at this terminal. */
  sealed: z.int().min(0),
  /** 办结 of each person in these days, whether planned or not. */
  decided: z.record(z.string(), z.int()),
  /** What is signed, newest first, and what the last one says. */
  signed: z.array(SignedWeek),
  last: SignedContent.nullable(),
  /** What those before the last one say, newest first; a bureau from before gives none. */
  earlier: z.array(SignedContent.extend({ revision: z.int().min(1) })).optional(),
  /** What would be signed now: the supervisor signs what was shown, or is shown it anew. */
  digest: z.string(),
  /** Whether whoever asks signs results, and writes into others' plans. */
  signs: z.boolean(),
})
export type WeekAnswer = z.infer<typeof WeekAnswer>

/** Sent again under its id, it is the same one. */
export const PlanEntryAsked = z.strictObject({
  id: z.uuid(),
  from: Day,
  person: PersonId,
  word: PlanWord,
})
export type PlanEntryAsked = z.infer<typeof PlanEntryAsked>
export const PlanEntryTaken = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.enum(['notYours', 'noPlan', 'tooMany']) }),
])
export type PlanEntryTaken = z.infer<typeof PlanEntryTaken>

export const SignWeek = z.strictObject({
  from: Day,
  digest: z.string(),
  password: z.string().min(1).max(200),
  /** Wanted from the second on. */
  reason: z.string().trim().min(1).max(200).nullable(),
  /** Asked before, and no answer was heard: what was signed then is told once more. */
  again: z.literal(true).optional(),
})
export type SignWeek = z.infer<typeof SignWeek>
/** `sealed`: the bureau's own words, which a terminal keeps in its ledger; a bureau from before them gives none. changed: what is to be
 *  signed reads otherwise now · same: it is signed as it stands. */
export const WeekSigned = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), revision: z.int(), sealed: z.string().optional() }),
  z.strictObject({
    ok: z.literal(false),
    why: z.enum(['wrong', 'locked', 'tooEarly', 'noPlan', 'changed', 'same', 'reasonNeeded']),
  }),
])
export type WeekSigned = z.infer<typeof WeekSigned>

/** 月比, for who oversees. */
export const MonthAsked = z.strictObject({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/), ...ofHall })
export const MonthAnswer = z.strictObject({ month: z.string(), today: Day, rows: z.array(MonthRow) })
export type MonthAnswer = z.infer<typeof MonthAnswer>

/** The applications behind a figure of a window. `after`: so many were shown before. */
export const MonthCasesAsked = MonthAsked.extend({
  window: z.int().min(1).max(999),
  figure: z.enum(monthFigures),
  after: z.int().min(0).max(100_000),
})
export type MonthCasesAsked = z.infer<typeof MonthCasesAsked>
/** `n` of `of`: the figure. `above`: it counts above the line. Names are masked; `sealed` of them are not listed. */
export const MonthCases = z.strictObject({
  applications: z.array(z.strictObject({ cases: z.array(CaseLine), above: z.boolean() })),
  n: z.int(),
  of: z.int(),
  sealed: z.int(),
  next: z.int().nullable(),
})
export type MonthCases = z.infer<typeof MonthCases>
