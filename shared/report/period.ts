/** Periods that figures are asked for: a day, week, month, quarter or year, or any days; and what stands beside one. */
import { addDays, addMonths, type Day, dayNumber, daysBetween, earlierDay } from '../calendar/day.ts'

/** Both days included. */
export type Period = { from: Day; to: Day }
export const periodUnits = ['day', 'week', 'month', 'quarter', 'year'] as const
export type PeriodUnit = (typeof periodUnits)[number]

const months = { month: 1, quarter: 3, year: 12 } as const

/** The day, week (from Monday), month, quarter or year that a day lies in. */
export function periodAround(unit: PeriodUnit, day: Day): Period {
  if (unit === 'day') return { from: day, to: day }
  if (unit === 'week') {
    const from = addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7)) // 1970-01-01 was a Thursday
    return { from, to: addDays(from, 6) }
  }
  const long = months[unit]
  const month = Number(day.slice(5, 7)) - 1
  const from = addMonths(`${day.slice(0, 7)}-01` as Day, -(month % long))
  return { from, to: addDays(addMonths(from, long), -1) }
}

/** What a period is exactly; null where it is none of them. */
export function unitOf({ from, to }: Period): PeriodUnit | null {
  return periodUnits.find((unit) => samePeriod(periodAround(unit, from), { from, to })) ?? null
}

/** The period so many steps later, or earlier when negative; of any other days, as many days beside them. */
export function periodLater(period: Period, steps: number): Period {
  const unit = unitOf(period)
  if (unit === 'month' || unit === 'quarter' || unit === 'year')
    return periodAround(unit, addMonths(period.from, steps * months[unit]))
  const long = steps * (daysBetween(period.from, period.to) + 1)
  return { from: addDays(period.from, long), to: addDays(period.to, long) }
}

/** 去年同期. A week is compared with the one of the same weekdays, 52 weeks before. */
export function yearBefore(period: Period): Period {
  const unit = unitOf(period)
  if (unit === 'week') return { from: addDays(period.from, -364), to: addDays(period.to, -364) }
  const from = addMonths(period.from, -12)
  return unit === null || unit === 'day' ? { from, to: addMonths(period.to, -12) } : periodAround(unit, from)
}

/** While a period still runs, as many days of the other stand beside it: half a month is not measured by a whole one. */
export function asFarAs(period: Period, other: Period, today: Day): Period {
  if (period.to <= today || period.from > today) return other
  const to = addDays(other.from, daysBetween(period.from, today))
  return { from: other.from, to: earlierDay(to, other.to) }
}

function samePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to
}
