import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import type { Item } from './item.ts'
import { uncertainIn } from './uncertain.ts'

const certain = JSON.parse(JSON.stringify(make.item()).replaceAll(/"certainty":"(medium|low)"/g, '"certainty":"high"'))
const item: Item = { ...certain, toConfirm: [] }

test('R-PUBLISH-5: an item of which all is certain asks nothing', () => {
  expect(uncertainIn(item)).toEqual([])
})

test('R-PUBLISH-5: what is marked uncertain is found wherever it stands, with its basis, after the item’s own questions', () => {
  const promised = { ...item.limits.promised!, certainty: 'low' as const, basis: '本局服务承诺' }
  const eligibility = [{ key: 'age', words: '满18周岁', weight: 'wall' as const, certainty: 'medium' as const }]
  const doubtful: Item = {
    ...item,
    certainty: 'medium',
    toConfirm: ['由谁签字？'],
    limits: { ...item.limits, promised },
    eligibility,
  }
  expect(uncertainIn(doubtful)).toEqual([
    { path: [], certainty: null, words: '由谁签字？' },
    { path: [], certainty: 'medium', words: '' },
    { path: ['limits', 'promised'], certainty: 'low', words: '本局服务承诺' },
    { path: ['eligibility', '满18周岁'], certainty: 'medium', words: '' },
  ])
})
