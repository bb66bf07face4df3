/** The two windows of a divorce by agreement (《民法典》第一千零七十七条; 民发〔2020〕116号). */
import type { Calendar } from './calendar.ts'
import { calendarDeadline } from './calendar-deadline.ts'
import { addDays, type Day } from './day.ts'

const WINDOW_DAYS = 30

export interface CoolingWindows {
  /** The last day after the application, before it gives way to a working day. */
  readonly coolingEndRaw: Day
  /** Either spouse may withdraw up to and with this day. */
  readonly coolingEnd: Day
  readonly collectFrom: Day
  readonly collectEndRaw: Day
  /** Both must come for the certificate up to and with this day; after it the application lapses. */
  readonly collectEnd: Day
  readonly provisional: boolean
}

/** When an application may be withdrawn, and when the certificate may be collected; both windows as long as the item says. */
export function coolingWindows(
  calendar: Calendar,
  applied: Day,
  { days, collectDays }: { days: number; collectDays: number },
): CoolingWindows {
  const cooling = calendarDeadline(calendar, applied, days)
  const collect = calendarDeadline(calendar, cooling.day, collectDays)
  return {
    coolingEndRaw: cooling.rawEnd,
    coolingEnd: cooling.day,
    collectFrom: addDays(cooling.day, 1),
    collectEndRaw: collect.rawEnd,
    collectEnd: collect.day,
    provisional: cooling.provisional || collect.provisional,
  }
}

/** The windows of the divorce itself: thirty days each. */
export function divorceWindows(calendar: Calendar, applied: Day): CoolingWindows {
  return coolingWindows(calendar, applied, { days: WINDOW_DAYS, collectDays: WINDOW_DAYS })
}

/** Whether either spouse may still withdraw on that day. */
export function mayWithdrawDivorce(calendar: Calendar, applied: Day, on: Day): boolean {
  return on >= applied && on <= divorceWindows(calendar, applied).coolingEnd
}
