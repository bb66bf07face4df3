/** Which seats may take a row now: the table's `by`, with the item's own offices put in. */
import type { Item } from '../item/item.ts'
import type { Role } from '../people/role.ts'
import { roles } from '../people/role.ts'
import type { Case } from './case.ts'
import type { Actor } from './context.ts'
import type { OfficeKey } from './ids.ts'
import type { WorkflowRow } from './rows.ts'
import { currentStep, lastStep, recordingSeat } from './steps.ts'
import type { EventType } from './workflow.ts'

/** A role at an office; null: at any office. */
export type SeatNeeded = { role: Role; office: OfficeKey | null; mustHold?: string | undefined }

/** What an outside office did inside a step of its own is written down by whoever records the step. */
const ofTheStep: readonly EventType[] = ['factsChecked', 'publicized', 'objectionRaised', 'objectionResolved']

/** The seats a row is done from. An examiner's act belongs to the office of the step that waits, or was done last. */
export function seatsFor(row: WorkflowRow, kase: Case | undefined, item: Item): readonly SeatNeeded[] {
  return row.by.flatMap((by): SeatNeeded[] => {
    if (by === 'anyone') return roles.map((role) => ({ role, office: null }))
    if (by === 'decider') return [seatOf(item.decider)]
    const step = kase === undefined ? undefined : (currentStep(kase, item) ?? lastStep(kase, item))
    if (by === 'step') return step === undefined ? [] : [seatOf(recordingSeat(step.seat))]
    if (by === 'examiner')
      return step?.seat.recordedBy !== undefined && ofTheStep.includes(row.event)
        ? [seatOf(step.seat.recordedBy), examinerSeat(kase, item)]
        : [examinerSeat(kase, item)]
    return [{ role: by as Role, office: null }]
  })
}

function seatOf({ role, office, mustHold }: SeatNeeded): SeatNeeded {
  return { role, office, ...(mustHold === undefined ? {} : { mustHold }) }
}

/** Who examines: the section that keeps the item's examining step, the last one if there are several. Where no section has
 *  a step in it (离婚登记), the window does; a filing may be looked at by any examiner. */
function examinerSeat(kase: Case | undefined, item: Item): SeatNeeded {
  const step = kase === undefined ? undefined : currentStep(kase, item)
  const seat = [step, ...item.steps.toReversed()].find(
    (each) => each?.seat.role === 'examiner' && each.seat.recordedBy === undefined,
  )?.seat
  if (seat !== undefined) return { role: 'examiner', office: seat.office }
  return { role: item.kind === 'filing' ? 'examiner' : 'clerk', office: null }
}

/** The qualification that these seats ask for and this person lacks. */
export function lacks(
  { role, office, qualifications }: Omit<Actor, 'person'>,
  seats: readonly SeatNeeded[],
): string | undefined {
  if (qualifications === undefined) return undefined
  const mine = seats.filter((seat) => sitsIn({ role, office }, [seat]))
  const able = mine.some(({ mustHold }) => mustHold === undefined || qualifications.includes(mustHold))
  return able ? undefined : mine[0]?.mustHold
}

/** Does this capacity fill one of the seats? */
export function sitsIn(actor: Pick<Actor, 'role' | 'office'>, seats: readonly SeatNeeded[]): boolean {
  return seats.some((seat) => seat.role === actor.role && (seat.office === null || seat.office === actor.office))
}
