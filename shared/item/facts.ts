/** Whether a condition holds for a form's values. Pure and total: what is not filled simply does not hold. */
import { addDays, addMonths, Day } from '../calendar/day.ts'
import { ageOn } from '../identity/age.ts'
import type { Comparison, Condition, Operand } from './condition.ts'
import type { FormValues } from './field.ts'

/** Where facts keep a setting of the hall. */
export const settingFact = (name: string) => `@${name}`

/** Where facts keep the day so many working days after the one in a field: only the calendar knows it. */
export const workdayFact = (field: string, workdays: number) => `#${field}+${workdays}`

/** Where facts keep the last of so many days after the one in a field, put off to a working day (民法典第203条). */
export const lastDayFact = (field: string, days: number) => `~${field}+${days}`

/** Does it hold? Text compares as text (days are ISO, so their order is the calendar's), numbers as numbers. */
export function holds(condition: Condition, values: FormValues): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values))
  if ('any' in condition) return condition.any.some((part) => holds(part, values))
  if ('not' in condition) return !holds(condition.not, values)
  return compares(condition, values)
}

function compares(asked: Comparison, values: FormValues): boolean {
  if ('sum' in asked) {
    const parts = asked.sum.map((name) => values[name] ?? 0)
    return (
      parts.every((part) => typeof part === 'number') && parts.reduce((all, part) => all + part, 0) >= asked.atLeast
    )
  }
  const value = values[asked.field] ?? null
  if ('is' in asked) return value === asked.is || (value === null && asked.is === false)
  if ('in' in asked) return typeof value === 'string' && asked.in.includes(value)
  if ('sameAs' in asked) return isFilled(value) && value === (values[asked.sameAs] ?? null)
  if ('filled' in asked) return isFilled(value) === asked.filled
  if ('includes' in asked) return Array.isArray(value) && (value as unknown[]).includes(asked.includes)
  if ('startsWith' in asked) return typeof value === 'string' && value.startsWith(asked.startsWith)
  if ('beginsLike' in asked) {
    const start = values[asked.beginsLike]
    return typeof value === 'string' && typeof start === 'string' && start !== '' && value.startsWith(start)
  }
  if ('withinDaysOf' in asked) {
    const last = values[lastDayFact(asked.field, asked.days)] ?? later(String(value), { days: asked.days })
    return withinDays(value, values[asked.withinDaysOf] ?? null, last)
  }
  if ('atLeast' in asked) return ordered(value, asked.atLeast, values, (order) => order >= 0)
  if ('atMost' in asked) return ordered(value, asked.atMost, values, (order) => order <= 0)
  if ('above' in asked) return ordered(value, asked.above, values, (order) => order > 0)
  return ordered(value, asked.below, values, (order) => order < 0)
}

/** Was anything entered? */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

function ordered(value: unknown, operand: Operand, values: FormValues, fits: (order: number) => boolean): boolean {
  const bound = resolve(operand, values)
  if (typeof value === 'number' && typeof bound?.value === 'number') return fits(value * bound.over - bound.value)
  if (typeof value === 'string' && typeof bound?.value === 'string')
    return fits(value < bound.value ? -1 : value > bound.value ? 1 : 0)
  return false
}

/** What an operand comes to; a part stays a fraction (`value` over `over`). Undefined when what it names is not known. */
function resolve(operand: Operand, values: FormValues): { value: number | string; over: number } | undefined {
  if (typeof operand !== 'object') return { value: operand, over: 1 }
  const [times, over] = operand.times ?? [1, 1]
  if ('setting' in operand) {
    const number = settingNumber(values[settingFact(settingName(operand, values))])
    if (number === undefined) return undefined
    return { value: (operand.unit === 'yuan' ? Math.round(number * 100) : number) * times, over }
  }
  const value = values[operand.field] ?? null
  if (typeof value === 'number') {
    const each = operand.every === undefined ? 1 : eachOf(operand.every.each, values)
    if (each === undefined) return undefined
    const counted = operand.every === undefined ? value : Math.ceil(value / operand.every.per) * each
    return { value: counted * times, over }
  }
  if (typeof value !== 'string') return undefined
  const { plus } = operand
  const moved =
    plus === undefined
      ? value
      : 'workdays' in plus
        ? values[workdayFact(operand.field, plus.workdays)]
        : later(value, plus)
  if (typeof moved !== 'string') return undefined
  return { value: operand.monthDay === undefined ? moved : `${moved.slice(0, 5)}${operand.monthDay}`, over: 1 }
}

function eachOf(each: number | { setting: string }, values: FormValues): number | undefined {
  return typeof each === 'number' ? each : settingNumber(values[settingFact(each.setting)])
}

/** The setting an operand means in this situation. */
export function settingName(operand: Extract<Operand, { setting: string }>, values: FormValues): string {
  const by = operand.by === undefined ? '' : `.${String(values[operand.by] ?? '')}`
  return operand.setting + by
}

const DATE = /\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?|\d{4}-\d{2}-\d{2}/g

/** The first number in a setting's text that is no part of a date (`2026年7月1日起每人每月800元` is 800). */
export function settingNumber(text: unknown): number | undefined {
  const plain = typeof text === 'string' ? text.replaceAll(',', '').replace(DATE, '') : ''
  const found = /\d+(?:\.\d+)?/.exec(plain)
  return found === null ? undefined : Number(found[0])
}

const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

/** A birthday of February 29 comes on March 1 of a common year, as ages are counted (see identity/age.ts). */
function later(
  text: string,
  {
    years = 0,
    months = 0,
    days = 0,
  }: { years?: number | undefined; months?: number | undefined; days?: number | undefined },
): string {
  const parsed = Day.safeParse(text)
  if (!parsed.success) return text
  // A slip of the finger (9999年) has no day after it that could be written, and is later than anything all the same.
  const about = Number(text.slice(0, 4)) + years + months / 12 + days / 365
  if (about > 9998) return LAST_DAY
  if (about < 1) return FIRST_DAY
  let day = parsed.data
  if (years !== 0) {
    const anniversary = addMonths(day, years * 12)
    day = years > 0 && ageOn(day, anniversary) < years ? addDays(anniversary, 1) : anniversary
  }
  return addDays(addMonths(day, months), days)
}

/** Not before the day itself, and not after the last; a text that is no day is within none. */
function withinDays(from: unknown, to: unknown, last: unknown): boolean {
  const [first, day, end] = [from, to, last].map((each) => Day.safeParse(each).data)
  return first !== undefined && day !== undefined && end !== undefined && first <= day && day <= end
}
