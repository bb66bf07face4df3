/** Rules that need facts, by event: named here, never a condition written in the table. Each gives the refusal, or nothing. */
import type { Case } from './case.ts'
import type { Fact } from './event.ts'
import * as decision from './guards/decision.ts'
import * as delivery from './guards/delivery.ts'
import * as intake from './guards/intake.ts'
import { afterwards, type Guard, type Known, known, materialsLacking } from './guards/known.ts'
import * as review from './guards/review.ts'
import * as time from './guards/time.ts'
import { missingMaterials } from './materials.ts'
import { type Refusal, refuse } from './refusal.ts'
import { passedSteps } from './steps.ts'
import { couldGoOn, wasAsked } from './turn.ts'
import type { EventType } from './workflow.ts'

export { checkReceived } from './guards/intake.ts'

const paperKnown: Guard<'reprinted' | 'paperCorrected'> = ({ data }, kase) =>
  kase.papers.some((paper) => paper.number === data.number) ? undefined : refuse('paperUnknown')

/** 转派: to somebody who sits where the next act is done, or the task would be on nobody's list. */
const ableToTakeOver: Guard<'reassigned'> = ({ data }, kase, { item, holdingsOf }) => {
  if (data.to === null || holdingsOf === undefined) return undefined
  return couldGoOn(holdingsOf(data.to), kase, item) ? undefined : refuse('assigneeCannot')
}

/** 会办意见: from who was asked for one, or stands in for them. */
const askedFor: Guard<'opinionGiven'> = (_, kase, { actor }) =>
  wasAsked(kase, [actor.person, actor.standsInFor]) ? undefined : refuse('notAsked')

/** Every rule of the window that a row alone cannot say. Types without a line have none. */
export const guards: { [T in EventType]?: Guard<T> } = {
  correctedOnSpot: intake.changedDetails as Guard<'correctedOnSpot'>,
  detailsCorrected: intake.changedDetails as Guard<'detailsCorrected'>,
  correctionRequested: intake.correctOnce,
  supplemented: intake.supplement,
  committed: intake.promisable,
  correctionAmended: intake.correctionToAmend,
  notAccepted: intake.stillOpen as Guard<'notAccepted'>,
  notRequired: intake.stillOpen as Guard<'notRequired'>,
  voided: intake.stillOpen as Guard<'voided'>,
  accepted: intake.acceptable,
  acceptedIncomplete: intake.tolerable,
  deemedAcceptanceNoted: intake.deemed,
  recorded: (_, kase, { item }) => materialsLacking(missingMaterials(item, kase.form, kase.materials, kase.committed)),
  lateMaterialReceived: ({ data }, _, { item }) =>
    known(
      item,
      data.materials.map((material) => material.key),
    ),
  stepPassed: review.stepInOrder,
  stepReturned: review.stepBack,
  factsChecked: review.twoChecked,
  publicized: review.publishable,
  objectionRaised: review.objectable,
  objectionResolved: review.resolvable,
  clockPaused: time.pausable,
  clockResumed: time.resumable,
  partiesInformed: review.informable,
  partiesHeard: afterwards((kase) => kase.partiesAnswerBy !== undefined),
  hearingOffered: time.hearingOfferable,
  hearingRequested: time.hearingRequestable,
  hearingWaived: time.hearingWaivable,
  hearingNoticed: time.hearingAhead,
  hearingHeld: time.hearingHoldable,
  extended: time.extendable,
  proposed: review.allSettled,
  decisionReturned: ({ data }, kase, { item }) =>
    data.to === null || passedSteps(kase, item).some(({ key }) => key === data.to) ? undefined : refuse('stepUnknown'),
  granted: decision.grantable,
  refused: decision.otherPerson as Guard<'refused'>,
  prepared: delivery.certified,
  certificateIssued: delivery.certifiable,
  lapsed: decision.lapsable,
  terminated: decision.terminable,
  delivered: delivery.served,
  withdrawn: decision.withdrawable,
  commitmentVerified: afterwards((kase) => kase.committed.length > 0),
  revoked: afterwards((kase) => kase.outcome === 'granted'),
  // What was revoked is struck off the register too (行政许可法第70条第4项).
  cancelled: afterwards(({ outcome }) => outcome === 'granted' || outcome === 'recorded' || outcome === 'revoked'),
  // Withdrawn, voided and sent elsewhere: there is no decision that a review body could have taken back.
  reopened: afterwards((kase) => !['withdrawn', 'voided', 'redirected'].includes(kase.outcome ?? '')),
  reassigned: ableToTakeOver,
  opinionGiven: askedFor,
  reprinted: paperKnown as Guard<'reprinted'>,
  paperCorrected: paperKnown as Guard<'paperCorrected'>,
}

/** The guard of a fact's type, applied. */
export function guard(fact: Fact, kase: Case, context: Known): Refusal | undefined {
  const rule = guards[fact.type] as ((fact: Fact, kase: Case, context: Known) => Refusal | undefined) | undefined
  return rule?.(fact, kase, context)
}
