import { expect, test } from 'vitest'
import { areNumbered, beside, fitting, leftStanding } from './choice-search.ts'

const choices = (...labels: string[]) => labels.map((label) => ({ value: label, label }))
const relations = choices('本人', '配偶', '子', '女', '祖父母', '母亲', '其他亲属', '其他')
const found = (typed: string, options = relations) => fitting(options, typed).map(({ label }) => label)

test.each([
  ['其他', ['其他亲属', '儿童福利机构', '其他'], '其他'],
  ['残疾', ['非残疾', '残疾人', '残疾'], '残疾'],
  ['母', ['祖父母', '外祖父母', '母亲'], '母亲'],
  ['qt', ['其他亲属', '其他'], '其他'],
  ['m', ['祖父母', '外祖父母', '母亲'], '母亲'],
])('R-INTAKE-10: who types %s finds first what is called so', (typed, labels, first) => {
  expect(found(typed, choices(...labels))[0]).toBe(first)
})

test.each([
  ['配偶', ['配偶']],
  ['po', ['配偶']],
  ['peiou', ['配偶']],
  // As an input method shows it while it is composing.
  ["pei'o", ['配偶']],
  ['PEI', ['配偶']],
  ['qin', ['母亲', '其他亲属']],
  ['2', ['配偶']],
  ['9', []],
  ['0', []],
  ['xyz', []],
  ['530199199001011234', []],
  ['', relations.map(({ label }) => label)],
  ['  ', relations.map(({ label }) => label)],
])('R-CHOICE-1: %j finds in the list %j', (typed, labels) => {
  expect(found(typed)).toEqual(labels)
})

test('R-CHOICE-1: a digit that an option is called by finds that, and no option by its place', () => {
  const ages = choices('80-89周岁', '90-99周岁', '100周岁以上')
  expect(found('9', ages)).toEqual(['90-99周岁', '80-89周岁'])
  expect(areNumbered(ages)).toBe(false)
  expect(areNumbered(relations)).toBe(true)
})

test.each([
  ['配偶', '配偶'],
  [' 配偶 ', '配偶'],
  ['', null],
  ['  ', null],
  ['po', undefined],
  ['配', undefined],
])(
  'R-CHOICE-1: %j left standing in the box means %j: whole words count, an emptied box is none, else it is as before',
  (typed, kept) => {
    expect(leftStanding(relations, typed)).toBe(kept)
  },
)

test('R-CHOICE-1: the arrows go round the list, and stand nowhere in an empty one', () => {
  expect(beside(-1, 1, 3)).toBe(0)
  expect(beside(-1, -1, 3)).toBe(2)
  expect(beside(2, 1, 3)).toBe(0)
  expect(beside(0, -1, 3)).toBe(2)
  for (const by of [1, -1] as const) expect(beside(-1, by, 0)).toBe(-1)
  expect(beside(0, 1, 0)).toBe(-1)
})
