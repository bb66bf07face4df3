/** From the counter to acceptance (行政许可法第29–32条; 社会救助暂行办法第11条). */
import { z } from 'zod'
import { Day } from '../../calendar/day.ts'
import { FormValue, FormValues } from '../../item/field.ts'
import { ItemCode, Kind, Processing } from '../../item/item.ts'
import { Agent, Applicant } from '../applicant.ts'
import { CaseId, PrintedNumber } from '../ids.ts'
import {
  Answers,
  Falsehood,
  Lack,
  MaterialKey,
  optionalText,
  ReceivedMaterial,
  Signing,
  sentence,
  shortText,
} from './parts.ts'

/** The editions a case is made under; the case keeps them. */
export const Editions = z.strictObject({ catalogue: z.string(), calendar: z.string(), papers: z.string() })
export type Editions = z.infer<typeof Editions>

/** 收件 (行政许可法第29条、第32条第1款第4项). What was handed in, by whom, for what. Receiving is not accepting. */
export const received = z.strictObject({
  number: PrintedNumber,
  item: ItemCode,
  /** Copied from the item's edition: the law of the case never changes under it. */
  kind: Kind,
  processing: Processing,
  editions: Editions,
  applicant: Applicant,
  agent: Agent.nullable(),
  form: FormValues,
  materials: z.array(ReceivedMaterial),
  /** The questions the clerk ticked, by eligibility key. */
  answers: Answers,
  /** Cases of one visit share it (一次来访多件事). */
  visit: z.uuid().nullable(),
  /** Cases of the same applicant that the clerk saw beside the form and gave a reason for: nobody need point them out again. */
  repeats: z.array(CaseId).max(50).optional(),
  /** Differences noted and not walled: an old card, a name that differs. */
  remark: optionalText,
})
/** What stood there before what is changed now, as its maker saw it: who changed it meanwhile was first, and nothing of
 *  theirs is written over. Without it (books of before) the later one stands. */
const was = z.record(z.string(), FormValue).optional()
/** Questions that were ticked wrong or not at all, as they are now, and what was ticked before. */
const answersCorrected = {
  answers: Answers.optional(),
  answersWere: z.record(z.string(), z.boolean().nullable()).optional(),
}

/** 当场更正 (行政许可法第32条第1款第3项). */
export const correctedOnSpot = z.strictObject({
  changes: z.record(z.string(), FormValue),
  was,
  ...answersCorrected,
  applicant: Applicant,
  agent: Agent.nullable(),
  remark: sentence,
})
/** 无需办理 (行政许可法第32条第1款第1项). */
export const notRequired = z.strictObject({ reason: sentence, basis: sentence })
/** 告知转办: outside this bureau, not a refusal (首问负责制, 国发〔2022〕5号). */
export const redirected = z.strictObject({ to: sentence, reason: sentence, phone: z.string().max(60).nullable() })
/** 不予受理 (行政许可法第32条第1款第2项): with reasons, where to go, and remedies on the paper. */
export const notAccepted = z.strictObject({
  reason: sentence,
  basis: sentence,
  goTo: optionalText,
  falsehood: Falsehood,
})
/** 一次性告知 (行政许可法第32条第1款第4项): everything that is lacking, at once. */
export const correctionRequested = z.strictObject({ lacks: z.array(Lack).min(1), signing: Signing })
/** 补充告知: exceptional, as all is to be told at once (行政许可法第32条第1款第4项、第72条); approved by a chief with a reason. */
export const correctionAmended = z.strictObject({ lacks: z.array(Lack).min(1), reason: sentence, signing: Signing })
/** 补正收件; complete makes this day the day of acceptance (行政许可法第32条第1款第5项). */
export const supplemented = z.strictObject({
  materials: z.array(ReceivedMaterial),
  changes: z.record(z.string(), FormValue),
  complete: z.boolean(),
})
/** 告知承诺: a written promise instead of a proof (国办发〔2020〕42号). */
export const committed = z.strictObject({
  materials: z.array(MaterialKey).min(1),
  promise: sentence,
  checkBy: Day.nullable(),
})
/** 受理 (行政许可法第32条第1款第5项). */
export const accepted = z.strictObject({
  editions: Editions.nullable(),
  /** What nobody had asked before. */
  answers: Answers.optional(),
  remark: optionalText,
})
/** 容缺受理: what is owed, by when (国发〔2022〕5号). */
export const acceptedIncomplete = z.strictObject({
  editions: Editions.nullable(),
  owed: z.array(z.strictObject({ key: MaterialKey, until: Day })).min(1),
  answers: Answers.optional(),
  remark: optionalText,
})
/** 补办视为受理 (行政许可法第32条第1款第4项): being deemed is derived; this hands over the notice that was owed. */
export const deemedAcceptanceNoted = z.strictObject({ cause: sentence })
/** 容缺补齐 (国发〔2022〕5号). */
export const lateMaterialReceived = z.strictObject({ materials: z.array(ReceivedMaterial).min(1) })
/** 撤回: signed by the applicant; what was handed in goes back (no law forbids it before the decision: 行政许可法第29条). */
export const withdrawn = z.strictObject({
  reason: sentence,
  returned: z.array(MaterialKey),
  signedBy: shortText,
  /** Which of two who applied together; absent where one applied. */
  by: z.enum(['applicant', 'partner', 'both']).optional(),
})
/** 误收作废 (冲正): voids the whole case before acceptance (行政许可法第32条: after it, only a decision ends it); its number is
 *  never used again. */
export const voided = z.strictObject({ reason: sentence, paper: z.enum(['recovered', 'notHandedOut', 'lost']) })
/** 更正信息: typed details put right (个人信息保护法第46条); the time of receipt never. */
export const detailsCorrected = z.strictObject({
  changes: z.record(z.string(), FormValue),
  was,
  ...answersCorrected,
  applicant: Applicant,
  agent: Agent.nullable(),
  reason: sentence,
})
