/** Bad input, much of it: 100 forms of every item in each run, 10,000 by `npm run fuzz`. */
import { describe, expect, test } from 'vitest'
import { neededMaterials } from '../../shared/case/materials.ts'
import { derivedValues } from '../../shared/item/derived.ts'
import { eligibilityOf } from '../../shared/item/eligibility.ts'
import type { FormValues } from '../../shared/item/field.ts'
import { formProblems, formSchema, visibleFields } from '../../shared/item/form-schema.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar, catalogue, hall } from '../make/catalogue.ts'
import { form, testDay } from '../make/form.ts'
import { item as kite } from '../make/item.ts'
import { forbidden } from './forbidden.ts'
import { randomForm } from './random-form.ts'
import { bureauTakes, machineTakes } from './three-judges.ts'

const count = Number(process.env.PIONEER_FUZZ ?? 100)

/** What went wrong with one form; undefined when nothing did. */
function trouble(item: Item, typed: Record<string, unknown>, whole: FormValues): string | undefined {
  const values = typed as FormValues
  // What the window does with a half-typed form at every key.
  visibleFields(item, values, testDay)
  derivedValues(item, values, testDay)
  eligibilityOf(item, values, {}, testDay, testDay, hall.settings, calendar)
  neededMaterials(item, values)
  const problems = formProblems(item, values, testDay)
  const read = formSchema(item, testDay).safeParse(typed)
  if (read.success !== (problems.length === 0)) return 'the schema and its list of problems differ'
  if (!read.success) {
    if (machineTakes(item, typed, whole)) return `the machine takes what the form refuses: ${problems[0]?.key}`
    return bureauTakes(item, typed, whole) ? `the bureau takes what the form refuses: ${problems[0]?.key}` : undefined
  }
  const let_ = forbidden(item, read.data)
  if (let_.length > 0) return let_.join('; ')
  const again = formSchema(item, testDay).safeParse(read.data)
  if (JSON.stringify(again.data) !== JSON.stringify(read.data)) return 'what was read does not read back as itself'
  if (!machineTakes(item, read.data, read.data)) return 'the machine refuses what the form took'
  if (!bureauTakes(item, read.data, read.data)) return 'the bureau doubts what the form took'
  return machineTakes(item, typed, read.data) === bureauTakes(item, typed, read.data)
    ? undefined
    : 'machine and bureau differ about what was not read'
}

describe('R-ITEM-20: whatever stands in a form, it is judged alike by window, machine and bureau, and nothing forbidden passes', () => {
  test.each([kite(), ...catalogue.items].map((item) => [item.code, item] as const))(
    `%s: ${count} forms`,
    (_, item) => {
      const whole = form(item, 1)
      const found: string[] = []
      let taken = 0
      for (let seed = 1; seed <= count && found.length < 5; seed += 1) {
        const typed = randomForm(item, seed)
        const wrong = trouble(item, typed, whole)
        if (wrong !== undefined) found.push(`seed ${seed}: ${wrong}`)
        if (formSchema(item, testDay).safeParse(typed).success) taken += 1
      }
      expect(found).toEqual([])
      // Neither all nor none: else nothing was tried.
      expect(taken / count).toBeGreaterThan(0.1)
      expect(taken / count).toBeLessThan(0.9)
    },
    // Long enough to be paused meanwhile: it is a guard against hanging, not a measure.
    Math.max(30_000, count * 1000),
  )
})
