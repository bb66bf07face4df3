/** Between acceptance and decision (行政许可法第34–36、42、45–48条; benefits by their own rules). */
import { z } from 'zod'
import { Day } from '../../calendar/day.ts'
import { Instant, OfficeKey, PersonId } from '../ids.ts'
import { Document, optionalText, Second, StepKey, sentence, shortText } from './parts.ts'

/** 环节通过 (行政许可法第43条 where a lower office examines first; else the item's own steps); an office without a sign-in here is
 *  recorded with its document. */
export const stepPassed = z.strictObject({
  step: StepKey,
  opinion: sentence,
  second: Second.nullable(),
  document: Document.nullable(),
})
/** 退回上一环节: to a step already passed, never before acceptance, which no step undoes (行政许可法第32条第1款第5项). */
export const stepReturned = z.strictObject({
  step: StepKey,
  to: StepKey,
  reason: sentence,
  document: Document.nullable(),
})
/** 核查 by two examiners (行政许可法第34条第3款; households by 社会救助暂行办法第11条). */
export const factsChecked = z.strictObject({
  place: shortText,
  second: Second,
  found: sentence,
  /** The other of the two, where neither wrote it down: an office without a sign-in here, by its document. */
  first: Second.optional(),
  document: Document.nullable().optional(),
})
/** 公示 (社会救助暂行办法第11条): masked (个人信息保护法第51条), never of minors (未成年人保护法第4条). */
export const publicized = z.strictObject({
  place: shortText,
  from: Day,
  until: Day,
  text: sentence,
  document: Document.nullable().optional(),
})
/** 异议 to what was published (社会救助暂行办法第11条): it is looked into before anything is decided. */
export const objectionRaised = z.strictObject({ by: shortText, text: sentence })
/** 异议处理: what became of it (社会救助暂行办法第11条). */
export const objectionResolved = z.strictObject({ result: sentence, upheld: z.boolean() })
/** 停表 (行政许可法第45条, or the document of a benefit): only with its paper. */
export const clockPaused = z.strictObject({
  suspension: shortText,
  from: Day,
  expected: shortText,
  approvedBy: shortText,
  document: Document.nullable(),
})
/** 恢复计时: the day of the end does not count either (行政许可法第45条; 民法典第201条). */
export const clockResumed = z.strictObject({ suspension: shortText, until: Day, result: optionalText })
/** 延长 (行政许可法第42条): once, before expiry, by the head, with its reason. */
export const extended = z.strictObject({
  /** In the unit of the item's extension. */
  workdays: z.int().min(1).max(60),
  reason: sentence,
  basis: sentence,
  /** The approval of the body above, where the item names one (慈善法第10条第3款). */
  document: Document.nullable().optional(),
})
/** 告知利害关系人: who is greatly concerned may speak (行政许可法第36条). */
export const partiesInformed = z.strictObject({ parties: z.array(shortText).min(1), stake: sentence, answerBy: Day })
/** 听取意见 (行政许可法第36条): what the applicant or who is concerned says; `all`: whoever was told has spoken. */
export const partiesHeard = z.strictObject({ by: shortText, said: sentence, all: z.boolean() })
/** 听证告知 (行政许可法第47条): five working days to ask for it. */
export const hearingOffered = z.strictObject({ to: z.array(shortText).min(1), requestBy: Day })
/** 申请听证 (行政许可法第47条): held within twenty working days. */
export const hearingRequested = z.strictObject({ by: shortText, on: Day })
/** 放弃听证, 撤回听证申请: of one's own accord only, and for nobody else (行政许可法第47条). `all`: nobody is left who was told or asked
 *  for it; absent (books of before): so it was. */
export const hearingWaived = z.strictObject({ by: shortText, all: z.boolean().optional() })
/** 听证通知: seven days ahead (行政许可法第48条第1款第1项). */
export const hearingNoticed = z.strictObject({ at: Instant, place: shortText })
/** 举行听证: what is decided rests on its record (行政许可法第48条第2款). */
export const hearingHeld = z.strictObject({ on: Day, chair: shortText, summary: sentence })
/** 拟办意见: who examines proposes, who decides decides (行政许可法第34条、第37条). */
export const proposed = z.strictObject({ proposal: z.enum(['grant', 'refuse']), opinion: sentence })
/** 退回审查: who decides asks for more before deciding (行政许可法第37条: by the prescribed procedure). */
export const decisionReturned = z.strictObject({ reason: sentence, to: StepKey.nullable() })
/** 转派: to a person, or back to the common list (大厅AB岗制). `office` is a released word that nothing goes by, and no window sends it:
 *  which office's list a case waits on follows from its item's steps, and only who sits there may go on with it. */
export const reassigned = z.strictObject({ to: PersonId.nullable(), office: OfficeKey.nullable(), reason: sentence })
/** 催办 by whoever supervises (大厅督办制度). */
export const urged = z.strictObject({ reason: sentence, answerBy: Day.nullable() })
/** 会办: a second person examines too (行政许可法第34条第3款; 大厅AB岗制). */
export const coExaminerAdded = z.strictObject({ person: PersonId, reason: sentence })
/** 会办意见: what somebody who was asked to join in says to it; whoever has the step or decides weighs it (大厅会办制度). */
export const opinionGiven = z.strictObject({ opinion: sentence })
/** 回填外部号: the number another system gave (办件编号由省平台分配的，回填). */
export const numberLinked = z.strictObject({ system: shortText, number: z.string().min(1).max(80) })
