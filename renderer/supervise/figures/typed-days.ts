/** Two days as somebody typed them: the period they are, or what is wrong with them. Pure. */
import { type Day, isDay } from '../../../shared/calendar/day.ts'
import type { Period } from '../../../shared/report/period.ts'
import { readDay } from '../../ui/fields/typed-day.ts'

/** noDay: one of them is none · backwards: the first lies after the last · tooLong: more than the bureau answers at once. */
export type DaysFault = 'noDay' | 'backwards' | 'tooLong'

const MOST_YEARS = 10

export function typedDays(typed: { from: string; to: string }): Period | DaysFault {
  const [from, to] = [dayIn(typed.from), dayIn(typed.to)]
  if (from === undefined || to === undefined) return 'noDay'
  if (to < from) return 'backwards'
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < MOST_YEARS ? { from, to } : 'tooLong'
}

function dayIn(text: string): Day | undefined {
  const day = readDay(text) ?? text.trim()
  return isDay(day) ? day : undefined
}
