import { expect, test } from 'vitest'
import { formProblems } from '../../shared/item/form-schema.ts'
import { realItem } from '../../tests/make/catalogue.ts'
import { form } from '../../tests/make/form.ts'
import { make } from '../../tests/make/make.ts'
import { saidJustNow } from './offers/asked-alike.ts'
import { newForm } from './open-form.ts'

test('R-INTAKE-8: what follows from what was just said stands there at once: the cursor begins behind it', () => {
  const [first, second] = [realItem('CJ-SH'), realItem('CJ-HL')]
  const said = saidJustNow(first, form(first, 1, { isAgent: false }), second)
  const begun = newForm(second, { edition: '2026.11', today: make.testDay, brought: said, carried: said })
  expect(begun.values.sex).not.toBeNull()
  expect(begun.values.disabilityGrade).not.toBeNull()
  expect(formProblems(second, begun.values, make.testDay)).toEqual([])
  expect(begun.brought).toEqual(said)
})
