import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Part, parts } from '../../shared/report/parts.ts'
import type { Counted } from './counted.ts'
import { addCounts, addTotals, countsDelta } from './counting.ts'
import type { CountsRow, TotalsRow } from './database.ts'

const line = fc.record(
  {
    event: fc.uuid().map((id) => `${id}#0`),
    day: fc.constantFrom('2026-11-23', '2026-11-24'),
    part: fc.constantFrom<Part>(...parts),
    window: fc.constantFrom(null, 1, 2),
    person: fc.constantFrom('li', 'zhao'),
    personName: fc.constant('李样例'),
    item: fc.constantFrom('FZ-XK', 'GL-BT'),
    amount: fc.nat(500),
    pending: fc.constant(true),
  },
  { requiredKeys: ['event', 'day', 'part', 'window', 'person', 'personName', 'item', 'amount'] },
) as unknown as fc.Arbitrary<Counted>

type Kept = { counts: Map<string, CountsRow>; totals: Map<string, TotalsRow> }

/** Counted anew from all lines. */
function recount(lines: readonly Counted[]): Kept {
  return apply({ counts: new Map(), totals: new Map() }, [], lines)
}

function apply(kept: Kept, before: readonly Counted[], after: readonly Counted[]): Kept {
  const { counts, totals } = { counts: new Map(kept.counts), totals: new Map(kept.totals) }
  const deltas = countsDelta(before, after)
  for (const delta of deltas.counts) {
    const key = `${delta.day} ${delta.window} ${delta.person} ${delta.item}`
    const sum = addCounts(counts.get(key), delta)
    if (sum === undefined) counts.delete(key)
    else counts.set(key, sum)
  }
  for (const delta of deltas.totals) {
    const sum = addTotals(totals.get(delta.item), delta)
    if (sum === undefined) totals.delete(delta.item)
    else totals.set(delta.item, sum)
  }
  return { counts, totals }
}

test('R-COUNT-1: figures kept up to date by changes are those counted anew', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      fc.array(line, { maxLength: 20 }),
      fc.nat(20),
      (first, more, keep) => {
        const kept = first.slice(0, keep)
        const gone = first.slice(keep)
        const kepts = apply(recount(first), gone, more)
        expect(kepts).toEqual(recount([...kept, ...more]))
      },
    ),
  )
})

test('what stays as it is changes nothing, and what is only foreseen stands in no sum', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
      expect(countsDelta(lines, lines)).toEqual({ counts: [], totals: [] })
      const coming = lines.map((each) => ({ ...each, pending: true as const }))
      expect(countsDelta([], coming)).toEqual({ counts: [], totals: [] })
    }),
  )
})
