/** What happens at a counter around cases: tickets of the queue (叫号), and questions that become no case (首问登记). */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { WindowNo } from '../case/ids.ts'
import { Item, ItemCode } from '../item/item.ts'

/** One person's coming to the counter; the cases taken during it carry the same id in `received.visit`. */
export const VisitId = z.uuid()
export type VisitId = z.infer<typeof VisitId>

/** What stands on the ticket: A012, 2-001. */
export const TicketLabel = z.string().regex(/^[0-9A-Z][0-9A-Z-]{0,11}$/)
export type TicketLabel = z.infer<typeof TicketLabel>

/** given 取号 · called 叫号, again: 重呼 · missed 过号 · passed 转窗 · abandoned 弃号 · done 办完 */
export const deeds = ['given', 'called', 'missed', 'passed', 'abandoned', 'done'] as const
export const Deed = z.enum(deeds)
export type Deed = z.infer<typeof Deed>

/** A kind of matter that a hall gives numbers by: what the catalogue divides its items by. */
export const QueueKind = Item.shape.system
export type QueueKind = z.infer<typeof QueueKind>

export const TicketNote = z.strictObject({
  type: z.literal('ticket'),
  ticket: VisitId,
  label: TicketLabel,
  did: Deed,
  /** The window it was passed to. */
  to: WindowNo.nullable(),
  /** Given for the whole hall (大厅等候), which any window calls. Absent: for the window that gave it. */
  kind: QueueKind.optional(),
})
export type TicketNote = z.infer<typeof TicketNote>

/** What was asked about: something the windows take, something they do not take, or free words. */
export const About = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('item'), code: ItemCode }),
  z.strictObject({ is: z.literal('elsewhere'), name: z.string().min(1).max(100) }),
  z.strictObject({ is: z.literal('words'), words: z.string().min(1).max(200) }),
])
export type About = z.infer<typeof About>

/** answered 当场答复 · sent 指引到别的单位 · handed 转给本局的人答复: open until it is answered (首问负责). */
export const hows = ['answered', 'sent', 'handed'] as const
export const How = z.enum(hows)
export type How = z.infer<typeof How>

export const EnquiredNote = z.strictObject({
  type: z.literal('enquired'),
  enquiry: z.uuid(),
  about: About,
  how: How,
  /** Where the person was sent, or to whom the question was handed. */
  to: z.string().min(1).max(100).nullable(),
  /** Only where somebody has to call back. */
  phone: z.string().max(30).nullable(),
  /** The ticket with which the person came. */
  visit: VisitId.nullable(),
})
export type EnquiredNote = z.infer<typeof EnquiredNote>

export const EnquiryAnsweredNote = z.strictObject({
  type: z.literal('enquiryAnswered'),
  enquiry: z.uuid(),
  /** The Beijing day of the question: the answer stands in that day's list. */
  askedOn: Day,
  how: z.string().min(1).max(500),
})
export type EnquiryAnsweredNote = z.infer<typeof EnquiryAnsweredNote>

export const VisitNote = z.discriminatedUnion('type', [TicketNote, EnquiredNote, EnquiryAnsweredNote])
export type VisitNote = z.infer<typeof VisitNote>
