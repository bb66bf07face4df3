/** Birth, sex and age follow the identity number, and never silently overwrite what somebody typed. */

import { isFilled } from '../../shared/item/facts.ts'
import type { FormValue, FormValues } from '../../shared/item/field.ts'

/** Which fields take a new derived value: those that are empty, and those that still hold what was derived before. */
export function followDerived(values: FormValues, before: FormValues, now: FormValues): FormValues {
  const changes = Object.entries(now).filter(([key, derived]) => {
    const value = values[key] ?? null
    if (value === derived || !isFilled(derived)) return false
    return !isFilled(value) || value === before[key]
  })
  return Object.fromEntries(changes)
}

export type Difference = { key: string; typed: FormValue; derived: FormValue }

/** Fields where something else was typed than the number says. */
export function differencesFrom(values: FormValues, derived: FormValues): Difference[] {
  return Object.entries(derived).flatMap(([key, says]) => {
    const typed = values[key] ?? null
    return isFilled(says) && isFilled(typed) && typed !== says ? [{ key, typed, derived: says }] : []
  })
}
