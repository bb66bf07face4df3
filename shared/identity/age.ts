import type { Day } from '../calendar/day.ts'

/**
 * Full years (周岁) on a day: a year older from the birthday on, that day included (《民法典》第十七条、第一千二百五十九条).
 * Born on February 29, one is a year older on March 1 of a common year. Negative before birth.
 */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) >= birth.slice(5) ? years : years - 1
}
