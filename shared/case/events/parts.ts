/** Pieces that several events are made of. */
import { z } from 'zod'
import { Day } from '../../calendar/day.ts'
import { PersonId } from '../ids.ts'

export const sentence = z.string().trim().min(1).max(2000)
export const shortText = z.string().trim().min(1).max(200)
export const optionalText = z.string().trim().max(2000).nullable()
export const MaterialKey = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
export const StepKey = z.string().regex(/^[a-z][A-Za-z]*$/)

/** What was handed in of one material. */
export const ReceivedMaterial = z.strictObject({
  key: MaterialKey,
  /** none: not there · shared: looked up instead of brought (免提交) */
  got: z.enum(['original', 'copy', 'checked', 'shared', 'none']),
  count: z.int().min(0).max(99),
  /** 容缺: promised by this day. */
  lateUntil: Day.nullable(),
  note: z.string().max(200).nullable(),
})
export type ReceivedMaterial = z.infer<typeof ReceivedMaterial>

/** One thing that is lacking or wrong, in words for the applicant. */
export const Lack = z.strictObject({
  /** The material's or the field's key; null for anything else. */
  about: z.string().nullable(),
  name: shortText,
  lacks: sentence,
  todo: sentence,
  basis: z.string().max(300),
})
export type Lack = z.infer<typeof Lack>

/** The paper of an office that has no sign-in here: what it says is recorded by who received it. */
export const Document = z.strictObject({ office: shortText, name: shortText, number: z.string().max(60), day: Day })

/** Because the applicant hid facts or gave false material (行政许可法第七十八条). Absent: for another reason. */
export const Falsehood = z.literal(true).optional()

/** 询问申请人: what the clerk asked and ticked, by the rule's key. */
export const Answers = z.record(z.string(), z.boolean())

/** How a paper reaches whom it is for. */
export const Manner = z.enum(['inPerson', 'left', 'post', 'publicNotice', 'electronic'])

/** A second person present, where two must be. */
export const Second = z.strictObject({ person: PersonId.nullable(), name: shortText })

/** How the applicant took the paper: signed, or refused to sign before a witness. */
export const Signing = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('signed') }),
  z.strictObject({ how: z.literal('refused'), witness: shortText }),
])
