/** Chaos itself can be believed: its plan is the seed's, and its counts find what is planted. */
import { describe, expect, test } from 'vitest'
import { compare, isClean, reportOf } from './outcome.ts'
import { blows, planOf } from './plan.ts'

const told = (rounds: number, seed: number) =>
  planOf(rounds, seed, 3).map(({ dice, ...round }) => ({ ...round, next: dice.next() }))

test('R-CHAOS-3: the same seed plans the same run, another seed another one, and a longer run begins like a shorter', () => {
  expect(told(200, 7)).toEqual(told(200, 7))
  expect(told(200, 8)).not.toEqual(told(200, 7))
  expect(told(200, 7).slice(0, 20)).toEqual(told(20, 7))
})

test('R-CHAOS-3: in twenty rounds everything is struck that can be struck', () => {
  expect(new Set(told(20, 20).map(({ blow }) => blow))).toEqual(new Set(blows))
})

describe('R-CHAOS-4: the count finds what is planted', () => {
  const acknowledged = [
    ['a1', 'a2', 'a3'],
    ['b1', 'b2'],
  ]
  const taken = ['a1', 'a2', 'b1', 'a3', 'b2'].map((act) => ({ act, received: [`case of ${act}`] }))
  const numbers = taken.map(({ act }) => `number of ${act}`)
  const clean = { acknowledged: 5, lost: 0, doubled: 0, reordered: 0 }

  test('nothing where nothing is wrong, also not what was taken and never acknowledged', () => {
    expect(compare(acknowledged, [...taken, { act: 'a4', received: [] }], numbers)).toEqual(clean)
  })
  test('an acknowledged act that the bureau has not', () => {
    expect(compare(acknowledged, taken.slice(1), numbers)).toEqual({ ...clean, lost: 1 })
  })
  test('an act, a case or a number that is there twice', () => {
    expect(compare(acknowledged, [...taken, { act: 'b2', received: [] }], numbers).doubled).toBe(1)
    expect(compare(acknowledged, [...taken, { act: 'a9', received: ['case of a1'] }], numbers).doubled).toBe(1)
    expect(compare(acknowledged, taken, [...numbers, 'number of a1']).doubled).toBe(1)
  })
  test('two of one terminal in the other order', () => {
    const [first, second, ...rest] = taken
    expect(compare(acknowledged, [second!, first!, ...rest], numbers)).toEqual({ ...clean, reordered: 1 })
  })
  test('any of them makes a run unclean, and so does one in which nothing was acknowledged', () => {
    const run = { kind: 'real' as const, rounds: 1, seed: 1, ...clean, stuck: 0, divergent: 0 }
    expect(isClean(run)).toBe(true)
    for (const found of ['lost', 'doubled', 'reordered', 'stuck', 'divergent'] as const)
      expect(isClean({ ...run, [found]: 1 })).toBe(false)
    expect(isClean({ ...run, acknowledged: 0 })).toBe(false)
    expect(Object.keys(reportOf({ ...run, happened: {} })).sort()).toEqual(
      ['rounds', 'seed', 'acknowledged', 'lost', 'doubled', 'reordered', 'stuck', 'divergent'].sort(),
    )
  })
})
