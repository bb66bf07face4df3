/** An item's own steps between acceptance and decision, walked by one general code. */
import { holds } from '../item/facts.ts'
import type { Item, Seat, Step, Suspension } from '../item/item.ts'
import type { Case } from './case.ts'

type Form = Pick<Case, 'form'>
type OnItsRoad = Pick<Case, 'form' | 'stepsDone'>

/** The steps of this case, in order: those of the item that its situation asks for. */
export function stepsOf(kase: Form, item: Item): Step[] {
  return item.steps.filter(({ when }) => when === undefined || holds(when, kase.form))
}

/** What may stop this case's clock. */
export function suspensionsOf(kase: Form, item: Item): Suspension[] {
  return item.suspensions.filter(({ when }) => when === undefined || holds(when, kase.form))
}

/** 公示: only where the item lists it. What nobody ordered to hang out stays private (个人信息保护法第二十五条). */
export function isHungOut(kase: Form, item: Item): boolean {
  return (
    stepsOf(kase, item).some(({ needs }) => needs === 'publicized') ||
    suspensionsOf(kase, item).some(({ paper }) => paper === 'publicNotice')
  )
}

/** The step that waits; undefined when all are done. */
export function currentStep(kase: OnItsRoad, item: Item): Step | undefined {
  return stepsOf(kase, item).find((step) => !kase.stepsDone.includes(step.key))
}

/** The step that what is hung out now is hung out for: it may come before its turn, while another step takes its time. */
export function publicityStep(kase: OnItsRoad, item: Item): Step | undefined {
  return (
    stepsOf(kase, item).find((step) => step.needs === 'publicized' && !kase.stepsDone.includes(step.key)) ??
    currentStep(kase, item)
  )
}

/** The steps of this case that were passed and can be gone back to. */
export function passedSteps(kase: OnItsRoad, item: Item): Step[] {
  return stepsOf(kase, item).filter((step) => kase.stepsDone.includes(step.key))
}

/** The step done last, whose office proposes the decision; the first step if none is done yet. */
export function lastStep(kase: OnItsRoad, item: Item): Step | undefined {
  return passedSteps(kase, item).at(-1) ?? stepsOf(kase, item)[0]
}

/** The seat that writes a step down in this program: its own, or the one that records for an office without a sign-in. */
export function recordingSeat(seat: Seat): Pick<Seat, 'office' | 'role'> {
  return seat.recordedBy ?? seat
}
