import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseId } from '../../shared/case/ids.ts'
import { figures } from '../../shared/report/figures.ts'
import { type Counted, differences } from './differences.ts'

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
        expect(named.some(({ where }) => where === 'here') || apart <= 0).toBe(true)
        expect(named.some(({ where }) => where === 'bureau') || apart >= 0).toBe(true)
      }
    }),
  )
  const [id, other] = ['甲', '乙'] as CaseId[]
  expect(differences([{ figure: 'received', id: id! }], [{ figure: 'received', id: other! }])).toEqual([
    { figure: 'received', id, where: 'here' },
    { figure: 'received', id: other, where: 'bureau' },
  ])
})
