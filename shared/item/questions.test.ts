import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogue, realItem } from '../../tests/make/catalogue.ts'
import { form } from '../../tests/make/form.ts'
import { item as kite } from '../../tests/make/item.ts'
import { neededMaterials } from '../case/materials.ts'
import type { Item } from './item.ts'
import { needOf, nothingKnown, questionsOf, situationOf, truthSoFar, unmetRules } from './questions.ts'

const needs = (item: Item, situation = nothingKnown) =>
  Object.fromEntries(item.materials.map((material) => [material.key, needOf(material, situation)]))

test('R-VISIT-12: the questions follow from the item’s own conditions: who has come, in which situation, may they', () => {
  const asked = questionsOf([realItem('GL-BT')]).map(({ about, kind, words }) => [about, kind, words])
  expect(asked[0]).toEqual(['agent', 'yesNo', '是否由他人代办'])
  expect(asked).toContainEqual(['rule', 'yesNo', '申请人是本区户籍'])
  const association = questionsOf([realItem('ST-BG')])
  expect(association.find(({ kind }) => kind === 'several')?.options).toContain('住所')
})

test('R-VISIT-12: answers rule papers in and out, and what nobody answered stays open', () => {
  const item = realItem('ST-BG')
  const questions = questionsOf([item])
  const key = questions.find(({ kind }) => kind === 'several')!.key
  expect(needs(item)).toMatchObject({ premises: 'open', auditReport: 'open' })
  const moved = situationOf(item, questions, { [key]: ['住所'] })
  expect(needs(item, moved)).toMatchObject({ premises: 'needed', auditReport: 'not', supervisorConsent: 'open' })
  expect(moved.values).toEqual({ changeItems: ['住所'] })
})

test('R-VISIT-12: what two items ask is asked once, and answered for both', () => {
  const items = [realItem('GL-BT'), realItem('YL-YD')]
  const questions = questionsOf(items)
  expect(questions.filter(({ about }) => about === 'agent')).toHaveLength(1)
  for (const item of items)
    expect(needs(item, situationOf(item, questions, { agent: true }))).toMatchObject({ authorisation: 'needed' })
})

test('a rule answered with no is named; a condition on what is typed is asked by its words', () => {
  const item = realItem('GL-BT')
  const questions = questionsOf([item])
  const rule = questions.find(({ words }) => words === '申请人是本区户籍')!
  expect(unmetRules(item, situationOf(item, questions, { [rule.key]: false })).map(({ words }) => words)).toEqual([
    rule.words,
  ])
  const base = kite()
  const typed: Item = {
    ...base,
    materials: base.materials.map((material, index) =>
      index === 0 ? { ...material, when: { field: 'age', atMost: 17 }, whenWords: '未成年人' } : material,
    ),
  }
  const asked = questionsOf([typed]).find(({ words }) => words === '未成年人')!
  const first = typed.materials[0]!
  expect(needOf(first, nothingKnown)).toBe('open')
  expect(needOf(first, situationOf(typed, questionsOf([typed]), { [asked.key]: false }))).toBe('not')
})

test('R-VISIT-12: for a whole form the guide and the checklist ask for the same papers, for every item', () => {
  fc.assert(
    fc.property(fc.constantFrom(...catalogue.items), fc.nat(10_000), (item, seed) => {
      const values = form(item, seed)
      const needed = new Set(neededMaterials(item, values).map(({ key }) => key))
      for (const material of item.materials) {
        const need = needOf(material, { ...nothingKnown, values })
        if (need !== 'open') expect(need === 'needed', `${item.code} ${material.key}`).toBe(needed.has(material.key))
      }
    }),
  )
})

test('every question of the catalogue fills in something, and no answer contradicts itself', () => {
  for (const item of catalogue.items)
    for (const { words, targets, options, kind } of questionsOf([item])) {
      expect(targets.length, words).toBeGreaterThan(0)
      expect(kind === 'yesNo' || options.length > 1, words).toBe(true)
    }
  expect(
    truthSoFar(
      {
        not: {
          any: [
            { field: 'a', is: 1 },
            { field: 'b', is: 2 },
          ],
        },
      },
      { a: 1 },
    ),
  ).toBe(false)
  expect(
    truthSoFar(
      {
        all: [
          { field: 'a', is: 1 },
          { field: 'b', is: 2 },
        ],
      },
      { a: 1 },
    ),
  ).toBeUndefined()
  expect(
    truthSoFar(
      {
        all: [
          { field: 'a', is: 1 },
          { field: 'b', is: 2 },
        ],
      },
      { a: 2 },
    ),
  ).toBe(false)
})
