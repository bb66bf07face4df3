/** An expected no: a code and the facts its sentence needs. The sentences stand in renderer/words/refusals.ts, one for each. */
import { z } from 'zod'

/** law: the act is not lawful now. time: it turns on clock or calendar; at the bureau it makes a mark and a task, not a refusal. */
const codes = {
  caseExists: 'law',
  caseUnknown: 'law',
  caseNotUnderstood: 'law',
  behind: 'law',
  notNow: 'law',
  notYours: 'law',
  fieldsInvalid: 'law',
  applicantDiffers: 'law',
  itemUnknown: 'law',
  itemDiffers: 'law',
  itemNotInForce: 'time',
  materialUnknown: 'law',
  promiseBarred: 'law',
  materialsMissing: 'law',
  materialNotTolerable: 'law',
  owedTooLate: 'time',
  correctionTooLate: 'time',
  acceptedByLaw: 'time',
  correctionAgain: 'law',
  notDeemed: 'time',
  stepNotNow: 'law',
  stepUnknown: 'law',
  secondPersonMissing: 'law',
  documentMissing: 'law',
  stepsOpen: 'law',
  factsNotChecked: 'law',
  notPublicized: 'law',
  publicityRuns: 'time',
  noticeTooShort: 'time',
  daysBackwards: 'law',
  minorNotPublic: 'law',
  objectionOpen: 'law',
  clockStanding: 'law',
  clockNotStanding: 'law',
  suspensionUnknown: 'law',
  hearingOpen: 'law',
  hearingPending: 'time',
  partiesPending: 'time',
  hearingOfferShort: 'time',
  hearingRequestLate: 'time',
  hearingNotOffered: 'law',
  hearingNotNoticed: 'law',
  chairExamines: 'law',
  hearingTooSoon: 'time',
  hearingNotYet: 'time',
  hearingTooLate: 'time',
  pauseBackdated: 'time',
  extensionNone: 'law',
  extensionTwice: 'law',
  extensionTooLong: 'law',
  extensionTooLate: 'time',
  acceptorDecides: 'law',
  materialsOwed: 'law',
  notEligible: 'law',
  settingMissing: 'law',
  questionsOpen: 'law',
  gradeMissing: 'law',
  gradeUnsaid: 'law',
  reasonsMissing: 'law',
  causeUnknown: 'law',
  notQualified: 'law',
  coolingOffRuns: 'time',
  coolingOffPast: 'time',
  coolingOffOver: 'time',
  lapseTooSoon: 'time',
  onTheSpotOnly: 'law',
  certificateMissing: 'law',
  certificateNumber: 'law',
  witnessMissing: 'law',
  consentMissing: 'law',
  inPersonOnly: 'law',
  publicNoticeLast: 'law',
  publicNoticeDay: 'law',
  publicNoticeRuns: 'time',
  paperUnknown: 'law',
  numberForeign: 'law',
  assigneeCannot: 'law',
  notAsked: 'law',
  noEffect: 'law',
} as const satisfies Record<string, 'law' | 'time'>

export type RefusalCode = keyof typeof codes
export const refusalCodes = Object.keys(codes) as RefusalCode[]

export const Refusal = z.strictObject({
  code: z.enum(refusalCodes as [RefusalCode, ...RefusalCode[]]),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type Refusal = z.infer<typeof Refusal>

export function refuse(code: RefusalCode, facts: Refusal['facts'] = {}): Refusal {
  return { code, facts }
}

/** Does this no turn only on clock or calendar? */
export function turnsOnTime(refusal: Refusal): boolean {
  return codes[refusal.code] === 'time'
}
