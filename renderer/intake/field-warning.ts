/** What to look at again beside a field: never in the way. */
import { checkBankAccount } from '../../shared/identity/bank-account.ts'
import type { Field, FormValues } from '../../shared/item/field.ts'
import { differenceWords } from '../words/derived.ts'
import { fieldWords } from '../words/intake.ts'
import type { Difference } from './derive.ts'

export function fieldWarning(field: Field, values: FormValues, differences: readonly Difference[]): string | undefined {
  const difference = differences.find((each) => each.key === field.key)
  if (difference !== undefined) return differenceWords.beside(field, difference.derived)
  const value = values[field.key]
  if (field.type !== 'bankCard' || typeof value !== 'string' || value.length < 15) return undefined
  const checked = checkBankAccount(value)
  return checked.ok && !checked.luhn ? fieldWords.notLuhn : undefined
}

/** The differences as the remark keeps them. */
export function differenceNotes(fields: readonly Field[], differences: readonly Difference[]): string[] {
  return differences.flatMap(({ key, typed, derived }) => {
    const field = fields.find((each) => each.key === key)
    return field === undefined ? [] : [differenceWords.note(field, typed, derived)]
  })
}
