import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseId } from '../../shared/case/ids.ts'
import { figures } from '../../shared/report/figures.ts'
import { type Counted, differences, isAlike } from './differences.ts'

const counted = fc.array(
  fc.record({ figure: fc.constantFrom(...figures), id: fc.constantFrom('甲', '乙', '丙') }),
) as unknown as fc.Arbitrary<Counted>

test('R-PERIOD-10: where both counts are the same no case is named, and whatever differs is named with its side', () => {
  fc.assert(
    fc.property(counted, counted, counted, (both, here, bureau) => {
      expect(differences(both, both.toReversed())).toEqual([])
      for (const figure of figures) {
        const of = (all: Counted) => all.filter((each) => each.figure === figure)
        const named = differences([...both, ...here], [...both, ...bureau]).filter((each) => each.figure === figure)
        const apart = of(here).length - of(bureau).length
        expect(named.reduce((sum, each) => sum + each.here - each.bureau, 0)).toBe(apart)
        expect(named.every((each) => each.here !== each.bureau)).toBe(true)
      }
    }),
  )
  const [id, other] = ['甲', '乙'] as CaseId[]
  expect(differences([{ figure: 'received', id: id! }], [{ figure: 'received', id: other! }])).toEqual([
    { figure: 'received', id, here: 1, bureau: 0 },
    { figure: 'received', id: other, here: 0, bureau: 1 },
  ])
  // 补打 twice here and once there is one case with a difference.
  const reprinted = { figure: 'reprinted', id: id! } as const
  expect(differences([reprinted, reprinted], [reprinted])).toEqual([{ ...reprinted, here: 2, bureau: 1 }])
})

test('R-PERIOD-10: totals that are alike by chance do not pass for the same count', () => {
  const row = (person: string, received: number) => ({
    window: 1,
    person,
    personName: person,
    item: 'GL-BT',
    minutes: 0,
    received,
  })
  expect(isAlike([row('甲', 1)], [row('乙', 1)])).toBe(false)
  expect(isAlike([row('甲', 1), row('乙', 2)], [row('乙', 2), row('甲', 1)])).toBe(true)
  expect(isAlike([row('甲', 0)], [])).toBe(true)
})
