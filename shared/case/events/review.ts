/** Between acceptance and decision (行政许可法第34–36、42、45–48条; benefits by their own rules). */
import { z } from 'zod'
import { Day } from '../../calendar/day.ts'
import { Instant, OfficeKey, PersonId } from '../ids.ts'
import { Document, optionalText, Second, StepKey, sentence, shortText } from './parts.ts'

/** 环节通过; an office without a sign-in here is recorded with its document. */
export const stepPassed = z.strictObject({
  step: StepKey,
  opinion: sentence,
  second: Second.nullable(),
  document: Document.nullable(),
})
/** 退回上一环节: to a step already passed, never before acceptance. */
export const stepReturned = z.strictObject({
  step: StepKey,
  to: StepKey,
  reason: sentence,
  document: Document.nullable(),
})
/** 核查 by two examiners (第34条第3款). */
export const factsChecked = z.strictObject({ place: shortText, second: Second, found: sentence })
/** 公示: masked, never of minors. */
export const publicized = z.strictObject({ place: shortText, from: Day, until: Day, text: sentence })
export const objectionRaised = z.strictObject({ by: shortText, text: sentence })
export const objectionResolved = z.strictObject({ result: sentence, upheld: z.boolean() })
/** 停表 (第45条, or the document of a benefit): only with its paper. */
export const clockPaused = z.strictObject({
  suspension: shortText,
  from: Day,
  expected: shortText,
  approvedBy: shortText,
  document: Document.nullable(),
})
export const clockResumed = z.strictObject({ suspension: shortText, until: Day, result: optionalText })
/** 延长 (第42条): once, before expiry, by the head, with its reason. */
export const extended = z.strictObject({ workdays: z.int().min(1).max(60), reason: sentence, basis: sentence })
export const partiesInformed = z.strictObject({ parties: z.array(shortText).min(1), stake: sentence, answerBy: Day })
export const hearingOffered = z.strictObject({ to: z.array(shortText).min(1), requestBy: Day })
export const hearingRequested = z.strictObject({ by: shortText, on: Day })
export const hearingWaived = z.strictObject({ by: shortText })
/** 第48条: seven days ahead. */
export const hearingNoticed = z.strictObject({ at: Instant, place: shortText })
export const hearingHeld = z.strictObject({ on: Day, chair: shortText, summary: sentence })
/** 拟办意见. */
export const proposed = z.strictObject({ proposal: z.enum(['grant', 'refuse']), opinion: sentence })
export const decisionReturned = z.strictObject({ reason: sentence, to: StepKey.nullable() })
/** 转派: to a person, or back to the office's common list. */
export const reassigned = z.strictObject({ to: PersonId.nullable(), office: OfficeKey.nullable(), reason: sentence })
export const urged = z.strictObject({ reason: sentence, answerBy: Day.nullable() })
export const coExaminerAdded = z.strictObject({ person: PersonId, reason: sentence })
/** 回填外部号: the number another system gave. */
export const numberLinked = z.strictObject({ system: shortText, number: z.string().min(1).max(80) })
