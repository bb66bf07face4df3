/** What a paper says, as data: kept in the event that handed it over, and drawn from there for ever in the same words. */
import { z } from 'zod'
import { PrintedNumber } from '../case/ids.ts'
import { type PaperKey, paperKeys } from '../case/workflow.ts'

/** Long enough for a sentence of the template around the longest text an act carries. */
const line = z.string().max(6000)

/** One part of a paper, from large and important to small. */
export const Block = z.discriminatedUnion('is', [
  /** The sentence an old man must take home: date, place, what to bring. Large type. */
  z.strictObject({ is: z.literal('big'), label: line, text: line }),
  z.strictObject({ is: z.literal('text'), text: line }),
  z.strictObject({ is: z.literal('facts'), rows: z.array(z.tuple([line, line])) }),
  z.strictObject({ is: z.literal('list'), title: line, rows: z.array(line) }),
  z.strictObject({ is: z.literal('table'), title: line, head: z.array(line), rows: z.array(z.array(line)) }),
  /** The law, last and small. */
  z.strictObject({ is: z.literal('small'), text: line }),
  /** Lines to sign on; on the archive copy both sign. */
  z.strictObject({ is: z.literal('sign'), rows: z.array(line) }),
  /** Left free for the seal, with the authority and the date under it. */
  z.strictObject({ is: z.literal('seal'), authority: line, day: line }),
])
export type Block = z.infer<typeof Block>

/** a4: statutory papers · roll: 80 mm, receipts and slips only (thermal print fades). */
export const PaperSize = z.enum(['a4', 'roll'])

/** Papers of no case: what the hall signs of itself, a day or an audit. */
export const dayPaperKeys = ['dailyClose', 'closeAmendment', 'auditRecord'] as const
export type AnyPaperKey = PaperKey | (typeof dayPaperKeys)[number]

const anyPaperKeys: readonly AnyPaperKey[] = [...paperKeys, ...dayPaperKeys]
export const PaperKeySchema = z.enum(anyPaperKeys as readonly [AnyPaperKey, ...AnyPaperKey[]])

export const Paper = z.strictObject({
  key: PaperKeySchema,
  /** The edition of the templates it was made from. */
  edition: z.string(),
  size: PaperSize,
  title: line,
  /** The paper's own number, given by the terminal. */
  number: PrintedNumber,
  /** The case it belongs to, as printed; a paper of a day has its own number here. */
  caseNumber: PrintedNumber,
  itemName: line,
  blocks: z.array(Block),
  /** Address, telephone and hours of the hall; how to complain. */
  footer: z.array(line),
})
export type Paper = z.infer<typeof Paper>

/** Who a printed sheet is for: two copies are made; a later one says 副本, and 补打 with its reason on the archive copy. */
export const Copy = z.strictObject({
  for: z.enum(['applicant', 'archive']),
  again: z.strictObject({ reason: z.string().min(1).max(200), at: z.string() }).nullable(),
})
export type Copy = z.infer<typeof Copy>
