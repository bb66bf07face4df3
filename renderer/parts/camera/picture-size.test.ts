import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attempts } from './picture-size.ts'

test('R-CAMERA-3: a picture keeps its shape, is never made larger, and is tried smaller until it fits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8000 }), fc.integer({ min: 1, max: 8000 }), (width, height) => {
      const all = [...attempts(width, height)]
      expect(all.length).toBeLessThan(40)
      for (const [at, each] of all.entries()) {
        expect(each.width).toBeLessThanOrEqual(Math.min(width, 2600))
        expect(each.height).toBeLessThanOrEqual(Math.min(height, 2600))
        expect(Math.abs(each.width * height - each.height * width)).toBeLessThanOrEqual(Math.max(width, height))
        const before = all[at - 1]
        if (before !== undefined)
          expect(each.width * each.height * each.quality).toBeLessThanOrEqual(before.width * before.height)
      }
    }),
  )
  expect([...attempts(640, 480)][0]).toEqual({ width: 640, height: 480, quality: 0.92 })
  expect([...attempts(5200, 3900)][0]).toMatchObject({ width: 2600, height: 1950 })
})
