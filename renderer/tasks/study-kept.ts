/** What somebody answered of 日学, and whether they want it: kept at this machine for them alone, and never sent anywhere. */
import { z } from 'zod'
import { Day } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'

const Kept = z.object({
  off: z.boolean(),
  /** Put away for this day. */
  away: Day.nullable(),
  answers: z.record(z.string(), z.int()),
})
export type StudyKept = z.infer<typeof Kept>

const nothing: StudyKept = { off: false, away: null, answers: {} }

export function readStudy(person: PersonId): StudyKept {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(placeOf(person)) ?? 'null'))
  } catch {
    return nothing
  }
}

export function keepStudy(person: PersonId, kept: StudyKept): void {
  localStorage.setItem(placeOf(person), JSON.stringify(kept))
}

function placeOf(person: PersonId): string {
  return `study:${person}`
}
