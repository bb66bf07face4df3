import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample, populationDigest } from './sample.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const population = fc.uniqueArray(fc.uuid(), { maxLength: 60 })

test('R-AUDIT-4: the same seed and cases give the same sample, in whatever order they are given', () => {
  fc.assert(
    fc.property(population, fc.string(), fc.nat(70), (ids, seed, size) => {
      const drawn = drawSample(ids, { seed, size }, sha256)
      expect(drawSample(ids.toReversed(), { seed, size }, sha256)).toEqual(drawn)
      expect(new Set(drawn).size).toBe(Math.min(size, ids.length))
      expect(drawn.every((id) => ids.includes(id))).toBe(true)
      // A larger one only adds to it.
      expect(drawSample(ids, { seed, size: size + 3 }, sha256).slice(0, drawn.length)).toEqual(drawn)
      expect(populationDigest(ids.toReversed(), sha256)).toBe(populationDigest(ids, sha256))
    }),
  )
})

test('R-AUDIT-4: every case is drawn as often as any other', () => {
  const ids = Array.from({ length: 20 }, (_, at) => `case-${at}`)
  const times = new Map<string, number>()
  for (let seed = 0; seed < 4000; seed += 1)
    for (const id of drawSample(ids, { seed: String(seed), size: 5 }, sha256)) times.set(id, (times.get(id) ?? 0) + 1)
  // A thousand times each is expected; six standard deviations are 164.
  for (const id of ids) expect(Math.abs((times.get(id) ?? 0) - 1000)).toBeLessThan(164)
})
