import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Part, parts } from '../../shared/report/parts.ts'
import { addDelta, countsDelta } from './counting.ts'
import type { CountsRow, FigureRow } from './database.ts'

const row = fc.record({
  id: fc.uuid().map((id) => `${id}#0`),
  case: fc.uuid(),
  day: fc.constantFrom('2026-11-23', '2026-11-24'),
  part: fc.constantFrom<Part>(...parts),
  standing: fc.constantFrom('both', 'here', 'bureau'),
  window: fc.constantFrom(0, 1, 2),
  person: fc.constantFrom('li', 'zhao'),
  personName: fc.constant('李样例'),
  item: fc.constantFrom('FZ-XK', 'GL-BT'),
  amount: fc.nat(500),
}) as unknown as fc.Arbitrary<FigureRow>

/** Counted anew from all rows. */
function recount(rows: readonly FigureRow[]): Map<string, CountsRow> {
  return apply(new Map(), [], rows)
}

function apply(
  counts: ReadonlyMap<string, CountsRow>,
  before: readonly FigureRow[],
  after: readonly FigureRow[],
): Map<string, CountsRow> {
  const next = new Map(counts)
  for (const delta of countsDelta(before, after)) {
    const key = `${delta.day} ${delta.window} ${delta.person} ${delta.item}`
    const sum = addDelta(next.get(key), delta)
    if (sum === undefined) next.delete(key)
    else next.set(key, sum)
  }
  return next
}

test('R-COUNT-1: figures kept up to date by changes are those counted anew', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), fc.array(row, { maxLength: 20 }), fc.nat(20), (first, more, keep) => {
      const kept = first.slice(0, keep)
      const gone = first.slice(keep)
      const kepts = apply(recount(first), gone, more)
      expect(kepts).toEqual(recount([...kept, ...more]))
    }),
  )
})

test('what stays as it is changes nothing', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
      expect(countsDelta(rows, rows)).toEqual([])
    }),
  )
})
