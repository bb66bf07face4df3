/** 日结 as a terminal asks the bureau for it: which days are closed, one day with what was signed of it, and signing. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { Instant } from '../case/ids.ts'
import { CloseProposal, DayClose } from '../report/close.ts'
import { ofHall } from './halls.ts'

export const CloseDaysAsked = z
  .strictObject({ from: Day, to: Day, ...ofHall })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 100 * 86_400_000, {
    message: 'a hundred days at most',
  })

/** open: not closed yet · closed · due: closed, and an amendment is to be signed. Days without any work are not listed. */
const CloseDay = z.strictObject({
  day: Day,
  state: z.enum(['open', 'closed', 'due']),
  signed: z.strictObject({ name: z.string(), at: Instant }).nullable(),
  amendments: z.int(),
  /** Acts that came since it was last signed. */
  late: z.int(),
})
export type CloseDay = z.infer<typeof CloseDay>

export const CloseDays = z.strictObject({
  today: Day,
  /** The newest first. */
  days: z.array(CloseDay),
  /** Of all days before today, those that are still open, and those whose amendment is due; the first of them. */
  undone: z.strictObject({ open: z.int(), due: z.int(), first: Day.nullable() }),
})
export type CloseDays = z.infer<typeof CloseDays>

export const CloseAsked = z.strictObject({ day: Day, ...ofHall })

/** What was signed of a day, in order; and what may be signed now, if anything. */
export const CloseView = z.strictObject({
  day: Day,
  today: Day,
  /** When the hall closes on that day. */
  closesAt: Instant,
  signed: z.array(DayClose),
  proposal: CloseProposal.nullable(),
})
export type CloseView = z.infer<typeof CloseView>

/** A day is signed at a terminal of its hall alone: no letter names another. `no` and `proof`: what the signer saw. `early`: before the hall has closed, knowingly. */
export const SignClose = z.strictObject({
  day: Day,
  no: z.int().min(0),
  proof: z.string().max(100),
  password: z.string().min(1).max(200),
  remark: z.string().trim().min(1).max(500).nullable(),
  early: z.boolean(),
  /** Asked before from the same terminal, and no answer was heard: what was signed then is told once more. */
  again: z.literal(true).optional(),
})
export type SignClose = z.infer<typeof SignClose>

/** taken: somebody signed it before · changed: it is no longer what the signer saw · nothing: there is nothing to sign · early: the
 *  hall has not closed · noTemplate: the published papers have none for it. */
export const closeFaults = ['wrong', 'locked', 'taken', 'changed', 'nothing', 'early', 'noTemplate'] as const
/** `sealed`: the bureau's own words, which only it can open: a terminal keeps them in its ledger for a bureau that was restored. */
export const CloseSigned = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), close: DayClose, sealed: z.string() }),
  z.strictObject({ ok: z.literal(false), why: z.enum(closeFaults), tryAgainAt: Instant.nullable() }),
])
export type CloseSigned = z.infer<typeof CloseSigned>
