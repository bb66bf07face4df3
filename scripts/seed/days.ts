/** When people come to a hall, and when its line is down: by the calendar, the day of the week and the hour. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { isWorkday } from '../../shared/calendar/calendar.ts'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Chance } from '../../tests/chaos/random.ts'

/** A span of time in which a window's terminal does not reach the bureau. */
export type Spell = { from: Instant; to: Instant }

const MONDAY = 1
/** How busy an hour is against the others; over noon and after five nobody is received. */
const usual = { 9: 5, 10: 6, 11: 4, 13: 2, 14: 4, 15: 4, 16: 2 }
const mondays = { ...usual, 9: 13, 10: 10 }
const restDays = { 9: 2, 10: 3 }
/** One working day in so many a window's line is down. */
const DOWN_EVERY = 40

/** So many working days up to `until`, and the days off between them. */
export function daysUpTo(calendar: Calendar, until: Day, workdays: number): Day[] {
  const days: Day[] = []
  for (let [day, left] = [until, workdays]; left > 0; day = addDays(day, -1)) {
    days.unshift(day)
    if (isWorkday(calendar, day)) left -= 1
  }
  return days
}

/** When each of so many people comes, in order. */
export function arrivals(calendar: Calendar, days: readonly Day[], count: number, dice: Chance): Instant[] {
  const draw = weighted(days.map((day) => [day, rush(calendar, day)] as const))
  return Array.from({ length: count }, () => moment(calendar, draw(dice), dice)).toSorted()
}

/** A moment at which somebody sits at the counter on that day. */
export function moment(calendar: Calendar, day: Day, dice: Chance): Instant {
  const hours = isWorkday(calendar, day) ? (weekday(day) === MONDAY ? mondays : usual) : restDays
  const hour = weighted(Object.entries(hours))(dice)
  return at(day, Number(hour) * 60 + dice.below(59), dice.below(60_000))
}

/** When a window's line is down on these days. */
export function spells(calendar: Calendar, days: readonly Day[], dice: Chance): Spell[] {
  return days.flatMap((day) => {
    if (!isWorkday(calendar, day) || dice.below(DOWN_EVERY) > 0) return []
    const from = 9 * 60 + dice.below(5 * 60)
    return [{ from: at(day, from), to: at(day, from + 60 + dice.below(4 * 60)) }]
  })
}

/** A minute of a Beijing day. */
export function at(day: Day, minutes: number, ms = 0): Instant {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000 + ms).toISOString() as Instant
}

/** Draws by weight. */
export function weighted<T>(choices: readonly (readonly [T, number])[]): (dice: Chance) => T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
  return (dice) => {
    let left = dice.next() * total
    for (const [choice, weight] of choices) {
      left -= weight
      if (left < 0) return choice
    }
    return choices.at(-1)![0]
  }
}

/** Mondays, the day before a holiday and the first day after it are full; on days off a window is kept open for few. */
function rush(calendar: Calendar, day: Day): number {
  if (!isWorkday(calendar, day)) return 0.06
  const before = isLongRest(calendar, day, 1)
  const after = isLongRest(calendar, day, -1)
  return (weekday(day) === MONDAY ? 1.5 : 1) * (before ? 1.7 : 1) * (after ? 1.3 : 1)
}

/** Three days off or more, next to it. */
function isLongRest(calendar: Calendar, day: Day, step: 1 | -1): boolean {
  return [1, 2, 3].every((far) => !isWorkday(calendar, addDays(day, far * step)))
}

/** 1 is Monday. */
function weekday(day: Day): number {
  return new Date(day).getUTCDay()
}
