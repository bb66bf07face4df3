/** Which openings of personal data are worth a second look, by plain rules that the page states; nothing is accused by them. */
import { z } from 'zod'
import { type Calendar, isWorkday } from '../calendar/calendar.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import type { PersonId, WindowNo } from '../case/ids.ts'

/** many: one person opened more cases in a day · outOfHours: on a rest day, or before the hall opens or after it closes ·
 *  otherWindow: at a window, a case that another window received, and this person did nothing on it. */
export const Flag = z.enum(['many', 'outOfHours', 'otherWindow'])
export type Flag = z.infer<typeof Flag>

const BEIJING_MS = 8 * 3_600_000
/** More different cases than this in one day are many. */
export const MANY_A_DAY = 20
/** People come half an hour before the doors open and go half an hour after they close. */
export const OPENS_AT = '08:00'
export const CLOSES_AT = '18:00'

export type Opened = {
  person: PersonId
  at: string
  case: string
  window: WindowNo | number | null
  /** The window that received the case; null: an office, or unknown. */
  received: WindowNo | number | null
  /** This person did something on the case. */
  acted: boolean
}

/** The flags of each opening, in the order given. `openings` has to hold whole days. */
export function flagsOf(openings: readonly Opened[], { calendar }: { calendar: Calendar }): Flag[][] {
  const cases = new Map<string, Set<string>>()
  const dayKey = ({ person, at }: Opened) => `${person} ${dayOf(at)}`
  for (const each of openings) {
    const key = dayKey(each)
    cases.set(key, (cases.get(key) ?? new Set()).add(each.case))
  }
  return openings.map((each) => {
    const flags: Flag[] = []
    if ((cases.get(dayKey(each))?.size ?? 0) > MANY_A_DAY) flags.push('many')
    if (isOutOfHours(each.at, dayOf(each.at), calendar)) flags.push('outOfHours')
    if (each.window !== null && each.received !== null && each.window !== each.received && !each.acted)
      flags.push('otherWindow')
    return flags
  })
}

function isOutOfHours(at: string, day: Day, calendar: Calendar): boolean {
  const time = new Date(Date.parse(at) + BEIJING_MS).toISOString().slice(11, 16)
  return !isWorkday(calendar, day) || time < OPENS_AT || time >= CLOSES_AT
}
