import { expect, test } from 'vitest'
import type { CaseId, EventId } from '../../shared/case/ids.ts'
import { groupings } from '../../shared/contract/figures.ts'
import { figureNames } from '../../shared/report/figures.ts'
import { isCountedHere, isKeptBy, unsaidIn } from './answer-figures.ts'
import type { Counted } from './counted.ts'
import { isListedHere } from './day-figures.ts'
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
  const line = {
    event: 'e#0' as EventId,
    part: 'received',
    day: '2026-11-24',
    street: '示例街道',
  } as unknown as Counted
  const [left, back, stays] = ['left', 'back', 'stays'] as CaseId[]
  const held = { ...unknownCase, counted: [line] }
  const after = { cases: new Map([left!, back!, stays!].map((id) => [id, held])) }
  const kept = apartOf(after, [{ id: back! }, { id: stays! }], new Set([back!]))
  expect(kept).toMatchObject({ apartPut: [{ case: left, counted: [{ event: 'e#0' }] }], apartGone: [back] })
  // Where somebody lives stands in no open row.
  expect(JSON.stringify(kept)).not.toContain('示例街道')
})
