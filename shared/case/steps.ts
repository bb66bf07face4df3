/** An item's own steps between acceptance and decision, walked by one general code. */
import type { Item, Seat, Step } from '../item/item.ts'
import type { Case } from './case.ts'

/** The step that waits; undefined when all are done. */
export function currentStep(kase: Pick<Case, 'stepsDone'>, item: Item): Step | undefined {
  return item.steps.find((step) => !kase.stepsDone.includes(step.key))
}

/** The step done last, whose office proposes the decision; the first step if none is done yet. */
export function lastStep(kase: Pick<Case, 'stepsDone'>, item: Item): Step | undefined {
  return item.steps.findLast((step) => kase.stepsDone.includes(step.key)) ?? item.steps[0]
}

/** The seat that writes a step down in this program: its own, or the one that records for an office without a sign-in. */
export function recordingSeat(seat: Seat): Pick<Seat, 'office' | 'role'> {
  return seat.recordedBy ?? seat
}
