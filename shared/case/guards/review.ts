/** Steps, facts and publicity between acceptance and the proposal. */
import { dayOf } from '../../calendar/day.ts'
import type { Step } from '../../item/item.ts'
import type { Case } from '../case.ts'
import { coolingOf, coolingPhase } from '../cooling.ts'
import { isMinor, unmetNeed } from '../needs.ts'
import { hungOutLeast } from '../notice.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { currentStep, isHungOut, passedSteps, publicityStep } from '../steps.ts'
import { type Guard, isActor, isSame, type Known, notNow } from './known.ts'

export const stepInOrder: Guard<'stepPassed'> = ({ data }, kase, context) => {
  const { item, actor } = context
  const step = currentStep(kase, item)
  if (step === undefined || step.key !== data.step) return refuse('stepNotNow', { step: step?.name ?? '' })
  if (step.seat.persons === 2 && (data.second === null || isActor(data.second, actor)))
    return refuse('secondPersonMissing', { step: step.name })
  if (step.seat.recordedBy !== undefined && data.document === null)
    return refuse('documentMissing', { step: step.name })
  return stepNeeds(kase, context)
}

/** 两人核查过; 公示期满 and no objection open. */
function stepNeeds(kase: Case, { item, now }: Known): Refusal | undefined {
  const step = currentStep(kase, item)
  if (step?.needs === undefined) return undefined
  const unmet = unmetNeed(kase, item, step)
  if (unmet === 'factsChecked') return refuse('factsNotChecked', { step: step.name })
  if (unmet === 'publicized') return refuse('notPublicized', { step: step.name })
  if (step.needs !== 'publicized' || kase.publicity === undefined) return undefined
  if (dayOf(now) <= kase.publicity.until) return refuse('publicityRuns', { day: kase.publicity.until })
  return kase.objections > 0 ? refuse('objectionOpen') : undefined
}

export const stepBack: Guard<'stepReturned'> = ({ data }, kase, { item }) => {
  if (currentStep(kase, item)?.key !== data.step)
    return refuse('stepNotNow', { step: currentStep(kase, item)?.name ?? '' })
  return passedSteps(kase, item).some(({ key }) => key === data.to) ? undefined : refuse('stepUnknown')
}

/** Is the act written down for an office that has no sign-in here? */
function isRecorded(step: Step | undefined, { actor }: Known): boolean {
  const recordedBy = step?.seat.recordedBy
  return recordedBy !== undefined && actor.role === recordedBy.role && actor.office === recordedBy.office
}

/** 核查 by two: whoever writes it down and another, or the two whom the outside office's document names. */
export const twoChecked: Guard<'factsChecked'> = ({ data }, kase, context) => {
  const current = currentStep(kase, context.item)
  const step = current?.name ?? '核查'
  if (!isRecorded(current, context))
    return isActor(data.second, context.actor) ? refuse('secondPersonMissing', { step }) : undefined
  if (data.document == null) return refuse('documentMissing', { step })
  return data.first === undefined || isSame(data.first, data.second)
    ? refuse('secondPersonMissing', { step })
    : undefined
}

/** 公示: where the item lists it, and never of minors (未成年人保护法第4条: their privacy and personal information are protected). */
export const publishable: Guard<'publicized'> = (fact, kase, context) => {
  const { data } = fact
  const { item, now, calendar } = context
  const step = publicityStep(kase, item)
  const notice = step?.notice
  if (notice === undefined && isMinor(kase, item, dayOf(now))) return refuse('minorNotPublic')
  if (!isHungOut(kase, item)) return notNow(fact, kase)
  if (data.until < data.from || data.from < dayOf(kase.received.at)) return refuse('daysBackwards')
  const least = hungOutLeast(calendar, step, data.from)
  if (least !== undefined && data.until < least) return refuse('noticeTooShort', { day: least })
  return isRecorded(step, context) && data.document == null
    ? refuse('documentMissing', { step: step?.name ?? '' })
    : undefined
}

/** 异议: to what was hung out. */
export const objectable: Guard<'objectionRaised'> = (_, kase) =>
  kase.publicity === undefined ? refuse('notPublicized', { step: '公示' }) : undefined

export const resolvable: Guard<'objectionResolved'> = (_, kase) =>
  kase.objections === 0 ? refuse('noEffect') : undefined

/** 告知利害关系人: they have days yet to come. */
export const informable: Guard<'partiesInformed'> = ({ data }, _, { now }) =>
  data.answerBy < dayOf(now) ? refuse('daysBackwards') : undefined

/** Nothing is decided while an objection, a hearing or a special procedure is open. */
export function settled(kase: Case, { now }: Known): Refusal | undefined {
  if (kase.objections > 0) return refuse('objectionOpen')
  if (kase.hearing === 'requested' || kase.hearing === 'noticed') return refuse('hearingOpen')
  // 行政许可法第47条: they have five working days to ask for it.
  if (kase.hearing === 'offered' && kase.hearingRequestBy !== undefined && dayOf(now) <= kase.hearingRequestBy)
    return refuse('hearingPending', { day: kase.hearingRequestBy })
  // 行政许可法第36条: whoever is concerned is heard first.
  if (kase.partiesAnswerBy !== undefined && dayOf(now) <= kase.partiesAnswerBy)
    return refuse('partiesPending', { day: kase.partiesAnswerBy })
  return kase.pauses.some((pause) => pause.until === null) ? refuse('clockStanding') : undefined
}

export const allSettled: Guard<'proposed'> = (fact, kase, context) => {
  const { item } = context
  if (item.processing === 'onTheSpot') return notNow(fact, kase)
  return stepsOpen(kase, context) ?? settled(kase, context) ?? inCollectingWindow(kase, context)
}

/** A form corrected after the proposal may ask for a step that nobody took (a notice that urgent aid had not needed). */
export function stepsOpen(kase: Case, { item }: Known): Refusal | undefined {
  const step = currentStep(kase, item)
  return step === undefined ? undefined : refuse('stepsOpen', { step: step.name })
}

/** 民法典第1077条: only in the days after the cooling off, when both come for it. */
export function inCollectingWindow(kase: Case, { item, calendar, now }: Known): Refusal | undefined {
  const cooling = coolingOf(kase, item, calendar)
  if (cooling === null) return undefined
  const phase = coolingPhase(cooling, dayOf(now))
  if (phase === 'cooling') return refuse('coolingOffRuns', { day: cooling.collectFrom })
  return phase === 'over' ? refuse('coolingOffOver', { day: cooling.collectEnd }) : undefined
}
