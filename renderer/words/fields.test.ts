import { expect, test } from 'vitest'
import { type ProblemCode, problemCodes, problemMessage } from '../../shared/item/field-problem.ts'
import { fieldMessageWords, fieldSentences } from './fields.ts'

test('R-ITEM-4: each thing that can be wrong with a field has one sentence, with a place for its figure and for nothing else', () => {
  expect(Object.keys(fieldSentences).toSorted()).toEqual(Object.keys(problemCodes).toSorted())
  for (const [code, figure] of Object.entries(problemCodes)) {
    const places = [...fieldSentences[code as ProblemCode].matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(places, code).toEqual(figure === null ? [] : [figure])
  }
})

test('a figure stands in the sentence, money in yuan', () => {
  expect(fieldMessageWords(problemMessage('text.tooLong', 50))).toBe('太长了，最多 50 个字')
  expect(fieldMessageWords(problemMessage('money.tooSmall', 100))).toBe('金额不能少于 1.00 元')
  expect(fieldMessageWords('something no rule says')).toBe(fieldSentences.unreadable)
})
