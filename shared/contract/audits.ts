/** What crosses for whoever oversees: the books compared, who opened whose data, and samples (稽核). */
import { z } from 'zod'
import { Flag } from '../audit/unusual.ts'
import { Day } from '../calendar/day.ts'
import { CaseId, Instant, PersonId, PrintedNumber, TerminalNo, WindowNo } from '../case/ids.ts'

/** missing: no record under this number · unreadable: its bytes cannot be opened · changed: its bytes do not give the digest that the
 *  terminal sent with them · reported: the terminal itself counts another digest up to here · event: a confirmed event is kept
 *  otherwise than its record says · lost: a confirmed event is no longer kept · surplus: an event is kept that no record holds, or that was
 *  never confirmed · mark: what is written of the book's end is another. */
export const BookBroken = z.strictObject({
  seq: z.int().min(0),
  what: z.enum(['missing', 'unreadable', 'changed', 'reported', 'event', 'lost', 'surplus', 'mark']),
  /** Of the three that speak of one. */
  event: z.string().optional(),
})
export type BookBroken = z.infer<typeof BookBroken>

const At = z.strictObject({ seq: z.int().min(0), digest: z.string().length(64) })

/** A stretch of a book, verified up to `at`. */
export const BookSlice = z.strictObject({ at: At, taken: z.int().min(0), broken: BookBroken.nullable() })
export type BookSlice = z.infer<typeof BookSlice>
export const VerifyBook = z.strictObject({ terminal: TerminalNo, after: At.nullable() })

export const Books = z.array(
  z.strictObject({
    terminal: TerminalNo,
    window: WindowNo.nullable(),
    machine: z.string(),
    taken: z.int().min(0),
    /** Up to where the terminal last said its own digest, and when; null: not yet. */
    reportedSeq: z.int().nullable(),
    reportedAt: Instant.nullable(),
    stopped: z.boolean(),
  }),
)
export type Books = z.infer<typeof Books>

/** Where a line stands in the list: unusual (1) or not (0), its moment, and its record's terminal and number. */
const OpeningPlace = z.string().regex(/^[01] \S{1,40} \d{1,10} \d{1,15}$/)

/** Who opened whose personal data in a time; null: anybody, any case. */
export const OpeningsAsked = z.strictObject({
  from: Day,
  until: Day,
  person: PersonId.nullable(),
  number: z.string().max(40).nullable(),
  /** What `more` of the page before said; without it, the first page. */
  before: OpeningPlace.optional(),
})
export type OpeningsAsked = z.infer<typeof OpeningsAsked>

export const OpeningLine = z.strictObject({
  at: Instant,
  person: PersonId,
  personName: z.string(),
  /** Where: null at an office's terminal. */
  window: WindowNo.nullable(),
  what: z.string(),
  reason: z.string(),
  case: CaseId,
  /** Null: a sealed matter, or a case the bureau has not. */
  number: PrintedNumber.nullable(),
  item: z.string().nullable(),
  flags: z.array(Flag),
})
export type OpeningLine = z.infer<typeof OpeningLine>

/** A page of them: the unusual first, then the latest; `count` and `unusual` count all pages. */
export const Openings = z.strictObject({
  count: z.int(),
  unusual: z.int(),
  lines: z.array(OpeningLine).max(500),
  /** There are more in that time than a bureau from before pages looks through: a shorter one is to be asked for. */
  tooMany: z.boolean(),
  /** What the next page is asked for with; absent: this is the last one, or the bureau is from before pages. */
  more: OpeningPlace.optional(),
})
export type Openings = z.infer<typeof Openings>
