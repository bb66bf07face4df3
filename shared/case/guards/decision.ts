/** Deciding and what ends an application without a decision (行政许可法第38、69、70条; 民法典第1077条). */
import { dayOf } from '../../calendar/day.ts'
import { eligibilityOf } from '../../item/eligibility.ts'
import { holds } from '../../item/facts.ts'
import { answersOnTheWay } from '../answers.ts'
import type { Case } from '../case.ts'
import { acceptanceOf } from '../clock.ts'
import { coolingOf, coolingPhase } from '../cooling.ts'
import type { Payloads } from '../event.ts'
import { missingMaterials } from '../materials.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { terminationsOf } from '../terminations.ts'
import { type Guard, type Known, known, notNow } from './known.ts'
import { inCollectingWindow, settled, stepsOpen } from './review.ts'

/** Who accepted a promised case does not decide it; an on-the-spot one is decided by the clerk who took it. */
export const otherPerson: Guard<'granted' | 'refused'> = (_, kase, { actor, item }) => {
  if (kase.status === 'underReview' && item.processing !== 'onTheSpot') return refuse('onTheSpotOnly')
  return item.processing === 'promised' && kase.accepted?.by === actor.person ? refuse('acceptorDecides') : undefined
}

/** 决定前须齐: what was owed, and what the form as it now stands asks for. */
export const grantable: Guard<'granted'> = (fact, kase, context) => {
  const { item, calendar, now } = context
  const names = kase.owed.map((owed) => item.materials.find((each) => each.key === owed.key)?.name ?? owed.key)
  if (!acceptanceOf(kase, calendar, now).deemed)
    names.push(...missingMaterials(item, kase.form, kase.materials, kase.committed).map((material) => material.name))
  if (names.length > 0) return refuse('materialsOwed', { materials: [...new Set(names)] })
  return (
    otherPerson(fact, kase, context) ??
    stepsOpen(kase, context) ??
    settled(kase, context) ??
    inCollectingWindow(kase, context) ??
    graded(fact.data.grade, kase, context) ??
    reasoned(fact.data, context) ??
    eligible(fact.data.answers, kase, context)
  )
}

/** Where there is more than yes (合格、基本合格 …) the decision says which, and nowhere else. */
function graded(grade: string | null | undefined, { form }: Case, { item }: Known): Refusal | undefined {
  const { grades = [], gradesWhen = [] } = item.result
  const fits = grades.length === 0 ? grade == null : grade != null && grades.includes(grade)
  if (!fits) return refuse('gradeMissing', { grades: [...grades] })
  const unsaid = gradesWhen.find((each) => each.grade === grade && !holds(each.when, form))
  return unsaid === undefined ? undefined : refuse('gradeUnsaid', { grade: unsaid.grade, words: unsaid.words })
}

/** What takes something away is reasoned like a refusal. */
function reasoned({ grade, reasons }: Payloads['granted'], { item }: Known): Refusal | undefined {
  const asked = grade != null && item.result.reasonedGrades?.includes(grade)
  return asked && (reasons ?? '') === '' ? refuse('reasonsMissing', { grade }) : undefined
}

/** What the form itself shows not to be met on the day of acceptance cannot be granted. */
function eligible(answered: Case['answers'] = {}, kase: Case, known: Known): Refusal | undefined {
  const { item, calendar, now, settings } = known
  const unanswerable = answersOnTheWay(item, kase, answered)
  if (unanswerable !== undefined) return unanswerable
  const day = acceptanceOf(kase, calendar, now).day ?? dayOf(now)
  const answers = { ...kase.answers, ...answered }
  const walls = eligibilityOf(item, kase.form, answers, day, dayOf(kase.received.at), settings, calendar).filter(
    ({ weight }) => weight === 'wall',
  )
  // What the form does not say has not been shown, and what nobody asked has not been answered.
  const wall = walls.find(({ state }) => state === 'unmet' || state === 'unknown')
  const [setting] = wall?.lacking ?? []
  // What the hall has not set says nothing of the applicant.
  if (wall !== undefined && setting !== undefined) return refuse('settingMissing', { setting, rule: wall.words })
  if (wall !== undefined) return refuse('notEligible', { rule: wall.words })
  const unasked = walls.filter(({ state }) => state === 'ask').map(({ words }) => words)
  return unasked.length === 0 ? undefined : refuse('questionsOpen', { rules: unasked })
}

/** 撤回: while the cooling off runs either of the two may; after it, who does not want it does not come (民发〔2020〕116号). */
export const withdrawable: Guard<'withdrawn'> = ({ data }, kase, { item, calendar, now }) => {
  const cooling = coolingOf(kase, item, calendar)
  if (cooling !== null && coolingPhase(cooling, dayOf(now)) !== 'cooling')
    return refuse('coolingOffPast', { day: cooling.coolingEnd, until: cooling.collectEnd })
  return known(item, data.returned)
}

/** 视为撤回: where a law says so, and not before the last day to come for it has passed. */
export const lapsable: Guard<'lapsed'> = (fact, kase, { item, calendar, now }) => {
  if (item.lapse === undefined) return notNow(fact, kase)
  const cooling = coolingOf(kase, item, calendar)
  return cooling !== null && coolingPhase(cooling, dayOf(now)) !== 'over'
    ? refuse('lapseTooSoon', { day: cooling.collectEnd })
    : undefined
}

/** 终止: for a cause that the item or the law knows. */
export const terminable: Guard<'terminated'> = ({ data }, _, { item }) => {
  const listed = terminationsOf(item).some(({ cause, basis }) => cause === data.cause && basis === data.basis)
  return listed ? undefined : refuse('causeUnknown')
}
