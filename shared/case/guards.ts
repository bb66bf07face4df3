/** Rules that need facts, by event: named here, never a condition written in the table. Each gives the refusal, or nothing. */
import { dayOf } from '../calendar/day.ts'
import { hearingFrom, noticeBy } from '../calendar/permit-terms.ts'
import { eligibilityOf } from '../item/eligibility.ts'
import type { FormValues } from '../item/field.ts'
import { factsOf } from '../item/form-facts.ts'
import { formProblems, unreadFields } from '../item/form-schema.ts'
import type { Item, Material } from '../item/item.ts'
import { agentOf, applicantOf } from './applicant.ts'
import type { Case } from './case.ts'
import { acceptanceOf, clockOf } from './clock.ts'
import type { Context } from './context.ts'
import type { Fact, FactOf, Payloads } from './event.ts'
import { missingMaterials, neededMaterials } from './materials.ts'
import { type Refusal, refuse } from './refusal.ts'
import { currentStep } from './steps.ts'
import type { EventType } from './workflow.ts'

/** The case is the one before the act; the item is the one the act is judged by. */
type Known = Context & { item: Item }
type Guard<T extends EventType> = (fact: FactOf<T>, kase: Case, context: Known) => Refusal | undefined

/** 收件: the form is whole, says who applies, and the item is taken on that day. What is missing of the papers is no obstacle. */
export function checkReceived({ data }: FactOf<'received'>, { item, now }: Known): Refusal | undefined {
  if (data.item !== item.code || data.kind !== item.kind || data.processing !== item.processing)
    return refuse('itemDiffers', { item: item.name })
  const today = dayOf(now)
  if (today < item.inForce.from || (item.inForce.until !== null && today > item.inForce.until))
    return refuse('itemNotInForce', { item: item.name })
  const stranger = data.materials.find((material) => !item.materials.some((each) => each.key === material.key))
  if (stranger !== undefined) return refuse('materialUnknown', { material: stranger.key })
  return wholeForm(item, data.form, today) ?? sameApplicant(item, data.form, data)
}

function wholeForm(item: Item, form: FormValues, today: ReturnType<typeof dayOf>): Refusal | undefined {
  const problems = formProblems(item, form, today).map((problem) => problem.label)
  // A page hands over what the schema read, not what was typed: else money could be kept as text.
  const fields = problems.length > 0 ? problems : unreadFields(item, form, today)
  return fields.length === 0 ? undefined : refuse('fieldsInvalid', { fields: [...new Set(fields)] })
}

function sameApplicant(
  item: Item,
  form: FormValues,
  said: Pick<Payloads['received'], 'applicant' | 'agent'>,
): Refusal | undefined {
  const same =
    JSON.stringify([applicantOf(item, form), agentOf(item, form)]) === JSON.stringify([said.applicant, said.agent])
  return same ? undefined : refuse('applicantDiffers')
}

const changedDetails: Guard<'detailsCorrected' | 'correctedOnSpot'> = ({ data }, kase, { item }) => {
  if (Object.keys(data.changes).length === 0) return refuse('noEffect')
  const form = { ...kase.form, ...data.changes }
  return wholeForm(item, form, dayOf(kase.received.at)) ?? sameApplicant(item, form, data)
}

/** Nothing is accepted with papers lacking; what may come late is promised (容缺), what is not on that list is corrected first. */
const complete: Guard<'accepted' | 'deemedAcceptanceNoted'> = (_, kase, { item, calendar, now }) => {
  // An application that counts as accepted cannot be refused for papers nobody asked for in time (许可法第32条).
  if (acceptanceOf(kase, calendar, now).deemed) return undefined
  return materialsLacking(missingMaterials(item, kase.form, kase.materials, kase.committed))
}

function materialsLacking(missing: readonly Material[]): Refusal | undefined {
  return missing.length === 0
    ? undefined
    : refuse('materialsMissing', { materials: missing.map((material) => material.name) })
}

const tolerable: Guard<'acceptedIncomplete'> = ({ data }, kase, { item }) => {
  const missing = missingMaterials(item, kase.form, kase.materials, kase.committed)
  const hard = missing.filter((material) => !material.tolerable)
  if (hard.length > 0) return refuse('materialNotTolerable', { materials: hard.map((material) => material.name) })
  const notMissing = data.owed.find((owed) => !missing.some((material) => material.key === owed.key))
  if (notMissing !== undefined) return refuse('materialUnknown', { material: notMissing.key })
  return materialsLacking(missing.filter((material) => !data.owed.some((owed) => owed.key === material.key)))
}

/** Handed in or given back: only what the item asks for. */
function known(item: Item, keys: readonly string[]): Refusal | undefined {
  const stranger = keys.find((key) => !item.materials.some((each) => each.key === key))
  return stranger === undefined ? undefined : refuse('materialUnknown', { material: stranger })
}

const supplement: Guard<'supplemented'> = ({ data }, kase, { item }) => {
  const unknown = known(
    item,
    data.materials.map((material) => material.key),
  )
  if (unknown !== undefined) return unknown
  const form = { ...kase.form, ...data.changes }
  if (Object.keys(data.changes).length > 0) {
    // Who applies is corrected by its own act, which says so on its paper.
    const wrong = wholeForm(item, form, dayOf(kase.received.at)) ?? sameApplicant(item, form, kase)
    if (wrong !== undefined) return wrong
  }
  if (!data.complete) return undefined
  const replaced = new Set(data.materials.map((material) => material.key))
  const all = [...kase.materials.filter((material) => !replaced.has(material.key)), ...data.materials]
  return materialsLacking(missingMaterials(item, form, all, kase.committed))
}

/** 一次性告知: once, and for permits by the fifth working day (第32条第1款第4项); a later list only repeats what was told. */
const correctOnce: Guard<'correctionRequested'> = ({ data }, kase, { calendar, now }) => {
  if (acceptanceOf(kase, calendar, now).deemed)
    return refuse('correctionTooLate', { received: dayOf(kase.received.at) })
  if (kase.corrections.length === 0) return undefined
  const told = new Set(kase.corrections.flatMap(({ lacks }) => lacks.map((lack) => lack.about ?? lack.name)))
  const added = data.lacks.filter((lack) => !told.has(lack.about ?? lack.name))
  return added.length > 0 ? refuse('correctionAgain', { lacks: added.map((lack) => lack.name) }) : undefined
}

/** 补充告知 puts right what was told before; for permits still within the five days, after which nothing more may be asked for. */
const correctionToAmend: Guard<'correctionAmended'> = ({ type }, kase, { calendar, now }) => {
  if (kase.corrections.length === 0) return refuse('notNow', { event: type, status: kase.status })
  const received = dayOf(kase.received.at)
  const late = kase.kind === 'permit' && dayOf(now) > noticeBy(calendar, received).day
  return late ? refuse('correctionTooLate', { received }) : undefined
}

/** Once it counts as accepted, an application can be refused but no longer be sent away or taken back as a mistake. */
const stillOpen: Guard<'notAccepted' | 'notRequired' | 'voided'> = (_, kase, { calendar, now }) =>
  acceptanceOf(kase, calendar, now).deemed ? refuse('acceptedByLaw', { received: dayOf(kase.received.at) }) : undefined

const deemed: Guard<'deemedAcceptanceNoted'> = (fact, kase, context) =>
  acceptanceOf(kase, context.calendar, context.now).deemed ? complete(fact, kase, context) : refuse('notDeemed')

const stepInOrder: Guard<'stepPassed'> = ({ data }, kase, { item, actor }) => {
  const step = currentStep(kase, item)
  if (step === undefined || step.key !== data.step) return refuse('stepNotNow', { step: step?.name ?? '' })
  if (step.seat.persons === 2 && (data.second === null || data.second.person === actor.person))
    return refuse('secondPersonMissing', { step: step.name })
  if (step.seat.recordedBy !== undefined && data.document === null)
    return refuse('documentMissing', { step: step.name })
  return undefined
}

const stepBack: Guard<'stepReturned'> = ({ data }, kase, { item }) => {
  if (currentStep(kase, item)?.key !== data.step)
    return refuse('stepNotNow', { step: currentStep(kase, item)?.name ?? '' })
  return kase.stepsDone.includes(data.to) ? undefined : refuse('stepUnknown')
}

const allSettled: Guard<'proposed'> = ({ type }, kase, { item }) => {
  if (item.processing === 'onTheSpot') return refuse('notNow', { event: type, status: kase.status })
  const step = currentStep(kase, item)
  if (step !== undefined) return refuse('stepsOpen', { step: step.name })
  if (kase.objections > 0) return refuse('objectionOpen')
  if (kase.hearing === 'requested' || kase.hearing === 'noticed') return refuse('hearingOpen')
  return kase.pauses.some((pause) => pause.until === null) ? refuse('clockStanding') : undefined
}

/** Who accepted a promised case does not decide it; an on-the-spot one is decided by the clerk who took it. */
const otherPerson: Guard<'granted' | 'refused'> = (_, kase, { actor, item }) => {
  if (kase.status === 'underReview' && item.processing !== 'onTheSpot') return refuse('onTheSpotOnly')
  return item.processing === 'promised' && kase.accepted?.by === actor.person ? refuse('acceptorDecides') : undefined
}

/** 决定前须齐: what was owed, and what the form as it now stands asks for. */
const grantable: Guard<'granted'> = (fact, kase, context) => {
  const { item, calendar, now } = context
  const names = kase.owed.map((owed) => item.materials.find((each) => each.key === owed.key)?.name ?? owed.key)
  if (!acceptanceOf(kase, calendar, now).deemed)
    names.push(...missingMaterials(item, kase.form, kase.materials, kase.committed).map((material) => material.name))
  if (names.length > 0) return refuse('materialsOwed', { materials: [...new Set(names)] })
  return otherPerson(fact, kase, context) ?? eligible(kase, context)
}

/** What the form itself shows not to be met on the day of acceptance cannot be granted. */
function eligible(kase: Case, { item, calendar, now, settings }: Known): Refusal | undefined {
  const day = acceptanceOf(kase, calendar, now).day ?? dayOf(now)
  const wall = eligibilityOf(item, kase.form, kase.answers, day, dayOf(kase.received.at), settings).find(
    // What the form does not say has not been shown; a question nobody answered is no answer.
    ({ weight, state }) => weight === 'wall' && (state === 'unmet' || state === 'unknown'),
  )
  return wall === undefined ? undefined : refuse('notEligible', { rule: wall.words })
}

/** 延长 (第42条): once, before expiry, within the item's bound. */
const extendable: Guard<'extended'> = ({ data }, kase, { item, calendar, now }) => {
  if (item.extension === null) return refuse('extensionNone')
  if (kase.extension !== null) return refuse('extensionTwice')
  if (data.workdays > item.extension.max.count) return refuse('extensionTooLong', { most: item.extension.max.count })
  const { promised, statutory, due } = clockOf(kase, item, calendar, now)
  const last = statutory?.day ?? promised?.day ?? due?.day
  return last !== undefined && dayOf(now) > last ? refuse('extensionTooLate', { day: last }) : undefined
}

const pausable: Guard<'clockPaused'> = ({ data }, kase, { item }) => {
  const suspension = item.suspensions.find(
    (each) => each.key === data.suspension && each.phase === 'afterAcceptance' && each.stopsClock,
  )
  if (suspension === undefined) return refuse('suspensionUnknown')
  return kase.pauses.some((pause) => pause.suspension === data.suspension && pause.until === null)
    ? refuse('clockStanding')
    : undefined
}

/** 公示: never of minors (未成年人保护法第4条: their privacy and personal information are protected). */
const adult: Guard<'publicized'> = (_, kase, { item, now }) => {
  const { age } = factsOf(item, kase.form, dayOf(now))
  return typeof age === 'number' && age < 18 ? refuse('minorNotPublic') : undefined
}

/** 听证通知 (第48条): seven working days ahead. */
const hearingAhead: Guard<'hearingNoticed'> = ({ data }, _, { calendar, now }) => {
  const { day } = hearingFrom(calendar, dayOf(now))
  return dayOf(data.at) < day ? refuse('hearingTooSoon', { day }) : undefined
}

/** What follows a closed case follows what it ended with: only what was given can be taken back. */
const afterwards =
  <T extends EventType>(fits: (kase: Case) => boolean): Guard<T> =>
  ({ type }, kase) =>
    fits(kase) ? undefined : refuse('notNow', { event: type, status: kase.status })

/** Every rule of the window that a row alone cannot say. Types without a line have none. */
export const guards: { [T in EventType]?: Guard<T> } = {
  correctedOnSpot: changedDetails as Guard<'correctedOnSpot'>,
  detailsCorrected: changedDetails as Guard<'detailsCorrected'>,
  correctionRequested: correctOnce,
  supplemented: supplement,
  committed: ({ data }, kase, { item }) => {
    const listed = neededMaterials(item, kase.form).filter((material) => material.committable)
    const stranger = data.materials.find((key) => !listed.some((material) => material.key === key))
    return stranger === undefined ? undefined : refuse('materialUnknown', { material: stranger })
  },
  correctionAmended: correctionToAmend,
  notAccepted: stillOpen as Guard<'notAccepted'>,
  notRequired: stillOpen as Guard<'notRequired'>,
  voided: stillOpen as Guard<'voided'>,
  accepted: complete as Guard<'accepted'>,
  acceptedIncomplete: tolerable,
  deemedAcceptanceNoted: deemed,
  recorded: (_, kase, { item }) => materialsLacking(missingMaterials(item, kase.form, kase.materials, kase.committed)),
  lateMaterialReceived: ({ data }, _, { item }) =>
    known(
      item,
      data.materials.map((material) => material.key),
    ),
  stepPassed: stepInOrder,
  stepReturned: stepBack,
  factsChecked: ({ data }, _, { actor }) =>
    data.second.person === actor.person ? refuse('secondPersonMissing', { step: '核查' }) : undefined,
  publicized: adult,
  clockPaused: pausable,
  clockResumed: ({ data }, kase) =>
    kase.pauses.some((pause) => pause.suspension === data.suspension && pause.until === null)
      ? undefined
      : refuse('clockNotStanding'),
  hearingNoticed: hearingAhead,
  extended: extendable,
  proposed: allSettled,
  decisionReturned: ({ data }, kase) =>
    data.to === null || kase.stepsDone.includes(data.to) ? undefined : refuse('stepUnknown'),
  granted: grantable,
  refused: otherPerson as Guard<'refused'>,
  prepared: (_, kase, { item }) =>
    item.result.type === 'certificate' &&
    kase.processing === 'promised' &&
    kase.outcome === 'granted' &&
    kase.certificate === null
      ? refuse('certificateMissing', { certificate: item.result.name })
      : undefined,
  certificateIssued: (_, kase, { item }) =>
    kase.outcome === 'granted' && ['certificate', 'document'].includes(item.result.type)
      ? undefined
      : refuse('noEffect'),
  lapsed: ({ type }, kase, { item }) =>
    item.lapse === undefined ? refuse('notNow', { event: type, status: kase.status }) : undefined,
  delivered: ({ data }) => {
    if (data.manner === 'left' && data.witness === null) return refuse('witnessMissing')
    return data.manner === 'electronic' && !data.consent ? refuse('consentMissing') : undefined
  },
  withdrawn: ({ data }, _, { item }) => known(item, data.returned),
  commitmentVerified: afterwards((kase) => kase.committed.length > 0),
  revoked: afterwards((kase) => kase.outcome === 'granted'),
  cancelled: afterwards((kase) => kase.outcome === 'granted' || kase.outcome === 'recorded'),
  // Withdrawn, voided and sent elsewhere: there is no decision that a review body could have taken back.
  reopened: afterwards((kase) => !['withdrawn', 'voided', 'redirected'].includes(kase.outcome ?? '')),
  reprinted: ({ data }, kase) =>
    kase.papers.some((paper) => paper.number === data.number) ? undefined : refuse('paperUnknown'),
  paperCorrected: ({ data }, kase) =>
    kase.papers.some((paper) => paper.number === data.number) ? undefined : refuse('paperUnknown'),
}

/** The guard of a fact's type, applied. */
export function guard(fact: Fact, kase: Case, context: Known): Refusal | undefined {
  const rule = guards[fact.type] as ((fact: Fact, kase: Case, context: Known) => Refusal | undefined) | undefined
  return rule?.(fact, kase, context)
}
