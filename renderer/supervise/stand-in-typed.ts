/** What is typed of a stand-in before the bureau has it. Pure. */
import { Day } from '../../shared/calendar/day.ts'
import type { PersonId } from '../../shared/case/ids.ts'
import type { StandInAsked } from '../../shared/people/stand-in.ts'

export type StandInTyped = {
  away: PersonId | null
  standIn: PersonId | null
  from: string
  until: string
  reason: string
}

/** A day's absence, today, is what is named most. */
export function nothingTyped(today: Day): StandInTyped {
  return { away: null, standIn: null, from: today, until: today, reason: '' }
}

export type Lacking = 'away' | 'standIn' | 'from' | 'until' | 'reason'

/** What is asked of the bureau; or what is lacking first. What only the bureau can know, it says. */
export function askedOf(typed: StandInTyped): { asked: StandInAsked } | { lacks: Lacking } {
  const { away, standIn } = typed
  const [from, until] = [Day.safeParse(typed.from), Day.safeParse(typed.until)]
  const reason = typed.reason.trim()
  if (away === null) return { lacks: 'away' }
  if (standIn === null) return { lacks: 'standIn' }
  if (!from.success) return { lacks: 'from' }
  if (!until.success) return { lacks: 'until' }
  if (reason === '') return { lacks: 'reason' }
  return { asked: { away, standIn, from: from.data, until: until.data, reason } }
}
