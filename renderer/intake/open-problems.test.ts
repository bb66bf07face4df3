import { expect, test } from 'vitest'
import type { FormValues } from '../../shared/item/field.ts'
import { formProblems } from '../../shared/item/form-schema.ts'
import { form as filled, testDay } from '../../tests/make/form.ts'
import { item as kite } from '../../tests/make/item.ts'
import { openProblems } from './open-problems.ts'

const item = kite()
const values = { ...filled(item, 3), sex: null, birth: null, group: null, age: null }

const open = (typed: FormValues) => openProblems(item, typed, formProblems(item, typed, testDay))

test('R-INTAKE-3: sex and birth are not asked for while the number they follow is wrong', () => {
  expect(open({ ...values, idNo: '530199194411242121' }).map(({ key }) => key)).toEqual(['idNo'])
})

test('of a document that says nothing of its holder they are asked for', () => {
  const passport = { ...values, idType: '护照', idNo: 'E12345678' }
  expect(open(passport).map(({ key }) => key)).toEqual(['sex', 'birth', 'group'])
})
