import { expect, test } from 'vitest'
import type { CaseId } from '../../shared/case/ids.ts'
import { groupings } from '../../shared/contract/figures.ts'
import { figureNames } from '../../shared/report/figures.ts'
import { linesOf } from '../../tests/make/count.ts'
import { make } from '../../tests/make/make.ts'
import { isCountedHere, isKeptBy, unsaidIn } from './answer-figures.ts'
import { pack, unpack } from './counted.ts'
import { countsDelta } from './counting.ts'
import { isListedHere } from './day-figures.ts'
import { foreseenKeys } from './foreseen.ts'
import { unknownCase } from './picture.ts'
import { apartOf } from './seal-changes.ts'

test('R-REPORT-21: what a terminal keeps no sums of is named, and not said to be nothing', () => {
  expect(groupings.filter((by) => !isKeptBy(by))).toEqual(['street', 'community', 'hour', 'cause'])
  expect(figureNames.filter((name) => !isCountedHere(name))).toEqual(['praiseRate', 'criticised', 'offlineShare'])
  expect(
    unsaidIn({ figures: ['received', 'praiseRate'], by: 'street', only: { weekday: 1, item: 'GL-BT' as never } }),
  ).toEqual({ by: ['street', 'weekday'], figures: ['praiseRate'] })
  expect(unsaidIn({ figures: ['inHand'], by: 'system', only: { window: 2 } })).toEqual({ by: [], figures: [] })
})

test('R-PERIOD-16: only what the day’s page opens too is listed case by case: no share, no stock, no act told by a condition', () => {
  expect(figureNames.filter(isListedHere)).toEqual([
    ...['received', 'told', 'accepted', 'incomplete', 'notAccepted', 'decided', 'sameDay', 'delivered', 'withdrawn'],
    ...['voided', 'reprinted', 'granted', 'refused', 'recorded', 'turnedDown'],
  ])
})

test('what the sums hold of a case that has no row of its own is kept, and gone once it has one again', () => {
  const counted = linesOf(make.lifeOf({ seed: 1, status: 'closed' }).events, make.item())
  const [left, back, stays] = ['left', 'back', 'stays'] as [CaseId, CaseId, CaseId]
  const after = { cases: new Map([left, back, stays].map((id) => [id, { ...unknownCase, counted }])) }
  const { kept, gone } = apartOf(after, [{ id: back }, { id: stays }], new Set([back]))
  expect([[...kept.keys()], gone]).toEqual([[left], [back]])
  const running = linesOf(make.lifeOf({ seed: 2, status: 'underReview' }).events, make.item())
  expect(running.some(({ pending }) => pending)).toBe(true)
  for (const lines of [counted, running]) {
    // As the cache reads it back from its own text, and without where somebody lives.
    const again = unpack(JSON.parse(JSON.stringify(pack(lines))))
    expect(countsDelta(lines, again)).toEqual({ counts: [], totals: [] })
    expect(foreseenKeys(again)).toEqual(foreseenKeys(lines))
    expect(again.map(({ event, part }) => `${event} ${part}`)).toEqual(
      expect.arrayContaining(lines.map(({ event, part }) => `${event} ${part}`)),
    )
    expect(again.some((line) => 'street' in line)).toBe(false)
  }
})
