/** What an audit finds about a point by itself, and what it is told to find it. */
import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import type { Context } from '../case/context.ts'
import { EventId, Instant, PersonId } from '../case/ids.ts'
import { type RefusalCode, refusalCodes } from '../case/refusal.ts'
import type { Item } from '../item/item.ts'
import type { PointKey } from './points.ts'

/** What speaks against a point, besides the refusals of the law. */
export const ownWhys = [
  'outOfTurn',
  'notUnderstood',
  'owedLate',
  'owedNever',
  'promiseUnchecked',
  'promiseBroken',
  'toldAgain',
  'silent',
  'overdue',
  'deliveredLate',
  'notDelivered',
  'paperMissing',
] as const
export type OwnWhy = (typeof ownWhys)[number]
export type WhyCode = RefusalCode | OwnWhy

/** One thing found, with the act it was found at. `wrong`: false where a person has to look at it. */
export const Why = z.strictObject({
  code: z.enum([...ownWhys, ...refusalCodes]),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  wrong: z.boolean(),
  event: EventId.nullable(),
  type: z.string().nullable(),
  person: PersonId.nullable(),
  at: Instant.nullable(),
})
export type Why = z.infer<typeof Why>
export type Found = { point: PointKey; why: Why }

export type ChecklistContext = {
  /** The item of a case as an edition has it. */
  itemOf(edition: string, code: string): Item | undefined
  calendar: Calendar
  /** When it is looked at. */
  now: Instant
  settings?: Context['settings']
  closesAt?: string | undefined
}
