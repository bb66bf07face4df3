/** Figures of a period as a terminal asks the bureau for them, and the cases behind one. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { CaseId, EventId, PersonId } from '../case/ids.ts'
import { Item, ItemCode } from '../item/item.ts'
import { type FigureName, figureNames } from '../report/figures.ts'
import { type Part, parts } from '../report/parts.ts'
import { ofHall } from './halls.ts'
import { CaseLine } from './views.ts'

const Name = z.enum(figureNames as [FigureName, ...FigureName[]])
const PartName = z.enum(parts as [Part, ...Part[]])

/** Both days included. */
const Period = z
  .strictObject({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to && to.slice(0, 4) <= String(Number(from.slice(0, 4)) + 10), {
    message: 'from a day to a later one, ten years at most',
  })

/** Whose part of it; all that is named must hold. `window` 0: no window, an office's terminal. */
export const Only = z.strictObject({
  window: z.int().min(0).max(999).optional(),
  person: PersonId.optional(),
  item: ItemCode.optional(),
  system: Item.shape.system.optional(),
  street: z.string().max(60).optional(),
  community: z.string().max(60).optional(),
  /** Of the acts of one hour of the day, of one weekday (1: Monday), or that name one cause. */
  hour: z.int().min(0).max(23).optional(),
  weekday: z.int().min(1).max(7).optional(),
  cause: z.string().max(200).optional(),
})
export type Only = z.infer<typeof Only>

export const groupings = ['none', 'window', 'person', 'item', 'system', 'street', 'community', 'hour', 'cause'] as const
export type Grouping = (typeof groupings)[number]
export const timesBy = ['none', 'day', 'week', 'month'] as const
export type TimeBy = (typeof timesBy)[number]

/** What tells one act from another, and nothing of where a case stands. */
const actsOnly: ReadonlySet<string> = new Set(['window', 'person', 'hour', 'weekday', 'cause'])

/** Whether a stock can be told: what came in at one window or by one person is decided at another, so that it is the hall's, or an
 *  item's, or a place's. */
export function saysStock(by: Grouping, only: Only): boolean {
  const named = (Object.keys(only) as (keyof Only)[]).filter((key) => only[key] !== undefined)
  return ![by, ...named].some((each) => actsOnly.has(each))
}

export const FiguresAsked = z.strictObject({
  figures: z.array(Name).min(1).max(figureNames.length),
  period: Period,
  /** Another period beside it, asked in the same way. */
  compared: Period.nullable(),
  time: z.enum(timesBy),
  by: z.enum(groupings),
  only: Only,
  ...ofHall,
})
export type FiguresAsked = z.infer<typeof FiguresAsked>

/** What figures come to follows from their parts (shared/report/sums.ts): so rows can be added up. */
const Row = z.strictObject({
  /** The day, the Monday of the week, the month, or nothing. */
  period: z.string(),
  /** The window, person, item …; nothing where all is one. */
  key: z.string(),
  sums: z.partialRecord(PartName, z.strictObject({ n: z.int(), amount: z.int() })),
  /** For medians: how many in each tenth of an hour. */
  times: z.partialRecord(PartName, z.record(z.string(), z.int())),
})
export const MOST_ROWS = 50_000
const Rows = z.strictObject({
  rows: z.array(Row).max(MOST_ROWS),
  /** Of stocks: everything until the last day of the period. Of windows and persons none: a case moves between them. */
  until: z.array(Row).max(MOST_ROWS),
})

export const FiguresAnswer = z.strictObject({
  /** The position counted to, and the day on which that was. */
  position: z.int(),
  today: Day,
  /** Names of the persons among the keys. */
  names: z.record(z.string(), z.string()),
  asked: Rows,
  compared: Rows.nullable(),
})
export type FiguresAnswer = z.infer<typeof FiguresAnswer>

/** Where a page of cases ends. */
const After = z.strictObject({ day: Day, case: CaseId, event: EventId, part: PartName })

export const FigureCasesAsked = z.strictObject({
  /** Of a stock: what makes it up at the end of the period, each case once. */
  figure: Name,
  period: Period,
  only: Only,
  after: After.nullable(),
  limit: z.int().min(1).max(200),
  ...ofHall,
})
export type FigureCasesAsked = z.infer<typeof FigureCasesAsked>

export const FigureCases = z.strictObject({
  /** By day, the first first; of sealed matters none where they are not handled. `amount`: what it measures, in minutes or working
   *  days. `above` and `below`: what it counts above and beneath the line of a rate; `below` null: nothing is divided. */
  lines: z.array(
    CaseLine.extend({
      part: PartName,
      day: Day,
      countedAt: z.int(),
      person: PersonId,
      personName: z.string(),
      amount: z.int(),
      above: z.int().default(1),
      below: z.int().nullable().default(null),
    }),
  ),
  /** How many more the figure counts that are not shown here. */
  sealed: z.int().default(0),
  /** Null: there is no more. */
  next: After.nullable(),
})
export type FigureCases = z.infer<typeof FigureCases>
