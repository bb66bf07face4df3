/** The terms of the administrative permit law (《行政许可法》). For permits only: benefits and filings have their own. */
import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { addWorkdays, type CountedDay, type Stop } from './workdays.ts'

const NOTICE_DAYS = 5
const DELIVERY_DAYS = 10
const HEARING_REQUEST_DAYS = 5
const HEARING_NOTICE_DAYS = 7
const HEARING_HOLD_DAYS = 20
const LONGEST_EXTENSION_DAYS = 10

/** The last day to tell the applicant all that is missing: the 5th working day after receipt (第三十二条第一款第四项). */
export function noticeBy(calendar: Calendar, received: Day): CountedDay {
  return addWorkdays(calendar, received, NOTICE_DAYS)
}

/**
 * Whether the application counts as accepted from the day of receipt because nothing was said in time
 * (第三十二条第一款第四项). `answered` is the day of the first answer of any of the five kinds, if there was one.
 */
export function isDeemedAccepted(
  calendar: Calendar,
  times: { received: Day; answered?: Day | undefined; today: Day },
): boolean {
  return (times.answered ?? times.today) > noticeBy(calendar, times.received).day
}

/** The first day on which silence has become acceptance, if nobody answered (第三十二条第一款第四项). */
export function deemedOn(calendar: Calendar, received: Day): Day {
  return addDays(noticeBy(calendar, received).day, 1)
}

/** The last day to hand over a granted permit: the 10th working day after the decision (第四十四条). */
export function deliveryBy(calendar: Calendar, decided: Day): CountedDay {
  return addWorkdays(calendar, decided, DELIVERY_DAYS)
}

/** The last day to ask for a hearing: the 5th working day after being told of the right (第四十七条). */
export function hearingRequestBy(calendar: Calendar, told: Day): CountedDay {
  return addWorkdays(calendar, told, HEARING_REQUEST_DAYS)
}

/** The last day to hold a hearing that was asked for: the 20th working day after the request (第四十七条). */
export function hearingHoldBy(calendar: Calendar, requested: Day): CountedDay {
  return addWorkdays(calendar, requested, HEARING_HOLD_DAYS)
}

/** The first day a hearing may be held on: the notice goes out seven working days ahead (第四十八条第一款第一项、第八十二条). */
export function hearingFrom(calendar: Calendar, noticed: Day): CountedDay {
  return addWorkdays(calendar, noticed, HEARING_NOTICE_DAYS)
}

/** `length`: not a whole number from 1 to the most the law allows; `twice`: extended before; `late`: the term had ended. */
export type ExtensionError = 'length' | 'twice' | 'late'

/**
 * The deadline after an extension (第四十二条): once, by at most 10 working days, approved before the term ends.
 * Whether several extensions may share the ten days is open in law; we allow one.
 */
export function extendDeadline(
  calendar: Calendar,
  asked: {
    deadline: Day
    days: number
    approvedOn: Day
    extendedBefore: boolean
    /** Where the item's own statute sets another limit. */
    mostDays?: number | undefined
    stops?: readonly Stop[] | undefined
  },
): ({ readonly ok: true } & CountedDay) | { readonly ok: false; readonly error: ExtensionError } {
  if (asked.extendedBefore) return { ok: false, error: 'twice' }
  const most = asked.mostDays ?? LONGEST_EXTENSION_DAYS
  if (!Number.isInteger(asked.days) || asked.days < 1 || asked.days > most) return { ok: false, error: 'length' }
  if (asked.approvedOn > asked.deadline) return { ok: false, error: 'late' }
  return { ok: true, ...addWorkdays(calendar, asked.deadline, asked.days, asked.stops) }
}
