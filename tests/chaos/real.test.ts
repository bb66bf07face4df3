import { expect, test } from 'vitest'
import { isClean } from './outcome.ts'
import { runReal } from './real.ts'

test('R-CHAOS-2: 20 rounds of kill -9 of terminals and bureau on a broken network lose, double and reorder nothing', async () => {
  const run = await runReal({ rounds: 20, seed: 20 })
  expect(run).toMatchObject({ lost: 0, doubled: 0, reordered: 0, stuck: 0, divergent: 0 })
  expect(isClean(run)).toBe(true)
}, 240_000)
