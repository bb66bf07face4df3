/** From the counter to acceptance: what a row alone cannot say (行政许可法第29–32条). */
import { dayOf } from '../../calendar/day.ts'
import { noticeBy } from '../../calendar/permit-terms.ts'
import type { FormValues } from '../../item/field.ts'
import { unfitFields } from '../../item/form-schema.ts'
import type { Item } from '../../item/item.ts'
import { answersKnown, answersOnTheWay } from '../answers.ts'
import { agentOf, applicantOf } from '../applicant.ts'
import type { Case } from '../case.ts'
import { acceptanceOf, countsFrom, startOf } from '../clock.ts'
import type { FactOf, Payloads } from '../event.ts'
import { latestOwed } from '../late-until.ts'
import { missingMaterials, neededMaterials } from '../materials.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { canWitness, type Guard, type Known, known, materialsLacking, notNow } from './known.ts'

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
  // A page hands over what the schema read, not what was typed: else money could be kept as text.
  const fields = unfitFields(item, form, today)
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

export const changedDetails: Guard<'detailsCorrected' | 'correctedOnSpot'> = ({ data }, kase, { item }) => {
  if (Object.keys({ ...data.changes, ...data.answers }).length === 0) return refuse('noEffect')
  if (isElsewhere(data.was, kase.form) || isElsewhere(data.answersWere, kase.answers)) return refuse('behind')
  const form = { ...kase.form, ...data.changes }
  return (
    answersKnown(item, data.answers) ??
    wholeForm(item, form, dayOf(kase.received.at)) ??
    sameApplicant(item, form, data)
  )
}

/** Does something else stand there now than who changes it saw? */
function isElsewhere(seen: Readonly<Record<string, unknown>> = {}, now: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(seen).some(([key, was]) => JSON.stringify(was ?? null) !== JSON.stringify(now[key] ?? null))
}

/** 受理: what nobody had asked is asked now. It turns on the papers alone, not on what is answered. */
export const acceptable: Guard<'accepted'> = (fact, kase, context) =>
  answersOnTheWay(context.item, kase, fact.data.answers) ?? complete(fact, kase, context)

/** Nothing is accepted with papers lacking; what may come late is promised (容缺), what is not on that list is corrected first. */
const complete: Guard<'accepted' | 'deemedAcceptanceNoted'> = (_, kase, { item, calendar, now }) => {
  // An application that counts as accepted cannot be refused for papers nobody asked for in time (许可法第32条).
  if (acceptanceOf(kase, calendar, now).deemed) return undefined
  return materialsLacking(missingMaterials(item, kase.form, kase.materials, kase.committed))
}

export const tolerable: Guard<'acceptedIncomplete'> = ({ data }, kase, { item, calendar, now }) => {
  const unanswerable = answersOnTheWay(item, kase, data.answers)
  if (unanswerable !== undefined) return unanswerable
  const missing = missingMaterials(item, kase.form, kase.materials, kase.committed)
  const hard = missing.filter((material) => !material.tolerable)
  if (hard.length > 0) return refuse('materialNotTolerable', { materials: hard.map((material) => material.name) })
  const notMissing = data.owed.find((owed) => !missing.some((material) => material.key === owed.key))
  if (notMissing !== undefined) return refuse('materialUnknown', { material: notMissing.key })
  if (data.owed.some((owed) => owed.until < dayOf(now))) return refuse('daysBackwards')
  const latest = latestOwed(item, calendar, startOf(kase, item, countsFrom(kase, calendar, now)))
  if (latest !== null && data.owed.some((owed) => owed.until > latest)) return refuse('owedTooLate', { day: latest })
  return materialsLacking(missing.filter((material) => !data.owed.some((owed) => owed.key === material.key)))
}

export const supplement: Guard<'supplemented'> = ({ data }, kase, { item }) => {
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
export const correctOnce: Guard<'correctionRequested'> = ({ data }, kase, { calendar, now, actor }) => {
  if (acceptanceOf(kase, calendar, now).deemed)
    return refuse('correctionTooLate', { received: dayOf(kase.received.at) })
  const unsigned = unwitnessed(data.signing, kase, actor)
  if (unsigned !== undefined) return unsigned
  if (kase.corrections.length === 0) return undefined
  const told = new Set(kase.corrections.flatMap(({ lacks }) => lacks.map((lack) => lack.about ?? lack.name)))
  const added = data.lacks.filter((lack) => !told.has(lack.about ?? lack.name))
  return added.length > 0 ? refuse('correctionAgain', { lacks: added.map((lack) => lack.name) }) : undefined
}

/** 补充告知 puts right what was told before; for permits still within the five days, after which nothing more may be asked for. */
export const correctionToAmend: Guard<'correctionAmended'> = (fact, kase, { calendar, now, actor }) => {
  if (kase.corrections.length === 0) return notNow(fact, kase)
  const received = dayOf(kase.received.at)
  const late = kase.kind === 'permit' && dayOf(now) > noticeBy(calendar, received).day
  return late ? refuse('correctionTooLate', { received }) : unwitnessed(fact.data.signing, kase, actor)
}

/** 拒签: somebody else saw that it was handed over. */
function unwitnessed(
  signing: Payloads['correctionRequested']['signing'],
  kase: Case,
  actor: Known['actor'],
): Refusal | undefined {
  if (signing.how === 'signed') return undefined
  return canWitness({ person: null, name: signing.witness }, kase, actor) ? undefined : refuse('witnessMissing')
}

/** Once it counts as accepted, an application can be refused but no longer be sent away or taken back as a mistake. */
export const stillOpen: Guard<'notAccepted' | 'notRequired' | 'voided'> = (_, kase, { calendar, now }) =>
  acceptanceOf(kase, calendar, now).deemed ? refuse('acceptedByLaw', { received: dayOf(kase.received.at) }) : undefined

export const deemed: Guard<'deemedAcceptanceNoted'> = (fact, kase, context) =>
  acceptanceOf(kase, context.calendar, context.now).deemed ? complete(fact, kase, context) : refuse('notDeemed')

/** 告知承诺: only the proofs that the item lists, and not from who broke an earlier promise (国办发〔2020〕42号). */
export const promisable: Guard<'committed'> = ({ data }, kase, { item, brokenPromise }) => {
  if (brokenPromise !== undefined) {
    const { number, day } = brokenPromise
    return refuse('promiseBarred', { number, day })
  }
  const listed = neededMaterials(item, kase.form).filter((material) => material.committable)
  const stranger = data.materials.find((key) => !listed.some((material) => material.key === key))
  return stranger === undefined ? undefined : refuse('materialUnknown', { material: stranger })
}
