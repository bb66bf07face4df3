/** Whether a condition holds for a form's values. Pure and total: what is not filled simply does not hold. */
import type { Condition } from './condition.ts'
import type { FormValues } from './field.ts'

/** Does it hold? Text compares as text (days are ISO, so their order is the calendar's), numbers as numbers. */
export function holds(condition: Condition, values: FormValues): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values))
  if ('any' in condition) return condition.any.some((part) => holds(part, values))
  if ('not' in condition) return !holds(condition.not, values)
  const value = values[condition.field] ?? null
  if ('is' in condition) return value === condition.is || (value === null && condition.is === false)
  if ('filled' in condition) return isFilled(value) === condition.filled
  if ('includes' in condition) return Array.isArray(value) && (value as unknown[]).includes(condition.includes)
  if ('startsWith' in condition) return typeof value === 'string' && value.startsWith(condition.startsWith)
  if ('withinDaysOf' in condition) return withinDays(value, values[condition.withinDaysOf] ?? null, condition.days)
  if ('atLeast' in condition) return sameType(value, condition.atLeast) && value! >= condition.atLeast
  return sameType(value, condition.atMost) && value! <= condition.atMost
}

/** Was anything entered? */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

function sameType(value: unknown, bound: number | string): boolean {
  return typeof value === typeof bound
}

function withinDays(from: unknown, to: unknown, days: number): boolean {
  if (typeof from !== 'string' || typeof to !== 'string') return false
  const apart = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return apart >= 0 && apart <= days
}
