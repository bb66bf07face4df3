/** What follows from other fields takes its place by itself, and never silently overwrites what somebody typed. */

import { isFilled } from '../../shared/item/facts.ts'
import type { FormValue, FormValues } from '../../shared/item/field.ts'

/** Which fields take a new derived value: those that are empty, and those that still hold what was derived before. A counted
 *  one (a sum) that follows from nothing any more becomes empty again. */
export function followDerived(
  values: FormValues,
  before: FormValues,
  now: FormValues,
  counted: ReadonlySet<string> = new Set(),
): FormValues {
  const changes = Object.entries(now).filter(([key, derived]) => {
    const value = values[key] ?? null
    if (value === derived || !isFilled(derived)) return false
    return !isFilled(value) || value === before[key]
  })
  const over = [...counted].filter((key) => !isFilled(now[key]) && isFilled(values[key]) && values[key] === before[key])
  return Object.fromEntries([...changes, ...over.map((key) => [key, null] as const)])
}

export type Difference = { key: string; typed: FormValue; derived: FormValue }

/** Fields where something else was typed than the number says. */
export function differencesFrom(values: FormValues, derived: FormValues): Difference[] {
  return Object.entries(derived).flatMap(([key, says]) => {
    const typed = values[key] ?? null
    return isFilled(says) && isFilled(typed) && typed !== says ? [{ key, typed, derived: says }] : []
  })
}
