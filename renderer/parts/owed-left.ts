/** 容缺: how long is left for what was taken in late. Pure. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Day } from '../../shared/calendar/day.ts'
import { remainingWorkdays } from '../../shared/calendar/workdays.ts'
import type { Case } from '../../shared/case/case.ts'
import { maskPhone } from '../../shared/identity/mask.ts'
import { isInHand } from '../../shared/report/figures.ts'
import { owedWords } from '../words/owed.ts'

/** `passed`: its day is over, and somebody has to be called. */
export type OwedLeft = { until: Day; words: string; passed: boolean }

/** Of one day that was agreed: working days, as the day itself was counted. */
export function leftUntil(until: Day, calendar: Calendar, today: Day): OwedLeft {
  const left = remainingWorkdays(calendar, today, until)
  return { until, words: left < 0 ? owedWords.passed(-left) : owedWords.left(left), passed: left < 0 }
}

/** Of the earliest, while the case is not decided: afterwards nothing is asked for any more. */
export function owedLeft(kase: Case, calendar: Calendar, today: Day): OwedLeft | null {
  const first = isInHand(kase) ? kase.owed.map(({ until }) => until).toSorted()[0] : undefined
  return first === undefined ? null : leftUntil(first, calendar, today)
}

/** Whom to call, the number masked: the whole one is opened on the case's page, with a reason. */
export function callText(phone: string): string {
  return phone === '' ? owedWords.callWithout : owedWords.call(maskPhone(phone))
}
