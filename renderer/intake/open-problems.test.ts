import { expect, test } from 'vitest'
import { form as filled, testDay } from '../../tests/make/form.ts'
import { item as kite } from '../../tests/make/item.ts'
import { openProblems } from './open-problems.ts'

const item = kite()
const values = { ...filled(item, 3), sex: null, birth: null, group: null, age: null }

test('R-INTAKE-3: sex and birth are not asked for while the number they follow is wrong', () => {
  expect(openProblems(item, { ...values, idNo: '530199194411242121' }, testDay).map(({ key }) => key)).toEqual(['idNo'])
})

test('of a document that says nothing of its holder they are asked for', () => {
  const passport = { ...values, idType: '护照', idNo: 'E12345678' }
  expect(openProblems(item, passport, testDay).map(({ key }) => key)).toEqual(['sex', 'birth', 'group'])
})
