import { describe, expect, test } from 'vitest'
import { absolute, compared, spread } from './row.ts'
import { tableOf } from './table.ts'

const said = { name: 'a row', unit: 'ms', referenceIs: 'something bare' } as const

describe('what the bench says of a sample', () => {
  test('the median lies between the two in the middle, and the order measured in does not matter', () => {
    expect(spread([5, 1, 4, 2])).toEqual({ median: 3, p95: 5, min: 1, max: 5, n: 4 })
    expect(spread([9, 1, 3])).toMatchObject({ median: 3, n: 3 })
  })

  test('of a hundred the 95th is the one that five exceed; of twenty, one', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i)
    expect(spread(upTo(100)).p95).toBe(95)
    expect(spread(upTo(20)).p95).toBe(19)
    expect(spread([7]).p95).toBe(7)
  })

  test('nothing measured is no measurement', () => {
    expect(() => spread([])).toThrow('nothing was measured')
  })

  test('a ratio is of the medians, whatever the outliers, and meets its bound up to the bound itself', () => {
    const row = compared({ ...said, bound: 2 }, [2, 4, 400], [1, 2, 3])
    expect(row).toMatchObject({ ratio: 2, met: true, ours: { max: 400 }, reference: { median: 2 } })
    expect(compared({ ...said, bound: 1.9 }, [2, 4, 400], [1, 2, 3]).met).toBe(false)
  })

  test('a bound of our own is on the 95th percentile and not on the median', () => {
    const sample = Array.from({ length: 20 }, (_, i) => (i < 18 ? 1 : 30))
    expect(absolute({ ...said, bound: 16 }, sample)).toMatchObject({ met: false, ratio: null, reference: null })
    expect(absolute({ ...said, bound: 30 }, sample).met).toBe(true)
  })

  test('what is only reported is neither met nor missed, and the table says which is which', () => {
    const rows = [absolute({ ...said, bound: null }, [1]), compared({ ...said, bound: 1 }, [2], [1])]
    expect(rows.map(({ met }) => met)).toEqual([null, false])
    const [, first, second] = tableOf(rows).split('\n')
    expect(first).toContain('reported')
    expect(second).toContain('NOT MET')
  })
})
