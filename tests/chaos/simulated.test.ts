import { expect, test } from 'vitest'
import { simulate } from './simulated.ts'

test.each([1, 2, 3])(
  'R-CHAOS-1: 1,000 rounds of power cuts on a broken network lose, double and reorder nothing (seed %d)',
  async (seed) => {
    const run = await simulate(1000, seed)
    expect(run).toMatchObject({ lost: 0, doubled: 0, reordered: 0, stuck: 0, divergent: 0 })
    expect(run.acknowledged).toBeGreaterThan(1000)
  },
  120_000,
)
