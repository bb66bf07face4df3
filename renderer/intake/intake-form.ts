/** What the intake page holds of one application while it is being typed: the draft's content, and what an act is made from. */
import { z } from 'zod'
import { Day } from '../../shared/calendar/day.ts'
import { ReceivedMaterial } from '../../shared/case/events/parts.ts'
import { ActId, CaseId } from '../../shared/case/ids.ts'
import { FormValues } from '../../shared/item/field.ts'
import { ItemCode } from '../../shared/item/item.ts'

/** What is noted of one material: like the fact, without its key. Absent means nothing was noted yet. */
export const MaterialNote = ReceivedMaterial.omit({ key: true })
export type MaterialNote = z.infer<typeof MaterialNote>

/** One line of the 一次性告知, as the clerk leaves it; while a line is not edited it follows what is missing. */
export const LackLine = z.strictObject({
  about: z.string().nullable(),
  name: z.string(),
  lacks: z.string(),
  todo: z.string(),
  basis: z.string(),
})
export type LackLine = z.infer<typeof LackLine>

export const IntakeForm = z.strictObject({
  case: CaseId,
  act: ActId,
  item: ItemCode,
  /** The catalogue's edition it was opened under. */
  edition: z.string(),
  openedOn: Day,
  /** As typed: a value that is not right yet stays as its text. */
  values: FormValues,
  /** What was taken over from elsewhere, as it came: marked as long as it stands so. */
  brought: FormValues.default({}),
  /** What identity cards said for its fields: held against what stands there. */
  card: FormValues.default({}),
  materials: z.record(z.string(), MaterialNote),
  /** 告知承诺: keys of the materials that the applicant promises in writing instead of proving. */
  promised: z.array(z.string()).default([]),
  answers: z.record(z.string(), z.boolean()),
  /** The certificate's number as typed, where it is issued on the spot. */
  certificateNumber: z.string().default(''),
  /** Lines of the 一次性告知 that were edited, by material key. */
  lackEdits: z.record(z.string(), LackLine),
  /** Lines besides the missing materials: what is there but not as the law asks. */
  lackExtras: z.array(LackLine),
  /** Who saw that the applicant would not sign; null: signed. */
  signingWitness: z.string().nullable(),
  /** Differences noted by the clerk, in the order they were noted. */
  notes: z.array(z.string()),
  remark: z.string(),
  /** Why the same item is taken again although a case of it is open. */
  againBecause: z.string(),
  visit: z.uuid().nullable(),
  /** What is to be done after it in the same visit, with what was asked before its first form; absent: nothing. */
  afterwards: z
    .strictObject({
      items: z.array(ItemCode).min(1).max(20),
      answers: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
    })
    .optional(),
})
export type IntakeForm = z.infer<typeof IntakeForm>
