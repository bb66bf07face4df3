import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dayFromNumber, daysBetween } from '../../../shared/calendar/day.ts'
import type { PersonId } from '../../../shared/case/ids.ts'
import { groupings, type Only, saysStock } from '../../../shared/contract/figures.ts'
import { figureNames } from '../../../shared/report/figures.ts'
import { figureTo } from '../../parts/figure-link.ts'
import { type Asked, besides, comparedPeriod, onlyOf, readAsked, stepDays, stepOf, views, writeAsked } from './asked.ts'

const today = '2026-11-26' as Day
const aPeriod = fc
  .tuple(fc.integer({ min: 18_000, max: 22_000 }).map(dayFromNumber), fc.nat(900))
  .map(([from, long]) => ({ from, to: addDays(from, long) }))
const anAsked = fc.record({
  period: aPeriod,
  beside: fc.constantFrom(...besides),
  chosen: fc.option(aPeriod),
  by: fc.constantFrom(...groupings),
  only: fc.record(
    {
      window: fc.nat(999),
      person: fc.constant('li.ck'),
      item: fc.constant('FZ-XK'),
      street: fc.string({ minLength: 1, maxLength: 60 }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Only>,
  view: fc.constantFrom(...views),
  set: fc.constantFrom('work', 'time'),
  figure: fc.constantFrom(...figureNames),
  open: fc.option(
    fc.record(
      {
        figure: fc.constantFrom('received', 'onceRate', 'inHand'),
        only: fc.constantFrom({}, { hour: 9, weekday: 1 }, { street: '' }),
        period: aPeriod,
      },
      { requiredKeys: ['figure', 'only'] },
    ),
  ),
  sort: fc.record({ column: fc.constantFrom('key' as const, ...figureNames), up: fc.boolean() }),
  hall: fc.constantFrom(null, 'east'),
}) as fc.Arbitrary<Asked>

test('R-PERIOD-4: what is looked at stands in the address, and the address opens it again', () => {
  fc.assert(
    fc.property(anAsked, (asked) => {
      expect(readAsked(new URLSearchParams(writeAsked(asked).toString()), today)).toEqual(asked)
    }),
  )
})

test('R-PERIOD-4: an address that says nothing readable shows this month by window', () => {
  const first = readAsked(new URLSearchParams(), today)
  expect(first).toMatchObject({ period: { from: '2026-11-01', to: '2026-11-30' }, by: 'window', only: {} })
  const nonsense = 'period=2026-11-31~x&beside=never&chosen=1&by=moon&view=film&sort=-price&window=-3&set=work'
  expect(readAsked(new URLSearchParams(nonsense), today)).toEqual(first)
  expect(readAsked(new URLSearchParams('period=2026-11-05~2026-11-01'), today)).toEqual(first)
  expect(readAsked(new URLSearchParams('period=1990-11-05~2026-11-01'), today)).toEqual(first)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('period', 'by', 'sort', 'beside', 'window'), fc.string()), (parts) => {
      const { period } = readAsked(new URLSearchParams(parts), today)
      expect(period.from <= period.to).toBe(true)
    }),
  )
})

test('R-PERIOD-3: beside this month stands the last one as far as this one has come, or the chosen days as they are', () => {
  const first = readAsked(new URLSearchParams(), today)
  const chosen = { from: '2026-05-01' as Day, to: '2026-05-31' as Day }
  expect(comparedPeriod(first, today)).toBeNull()
  expect(comparedPeriod({ ...first, beside: 'before' }, today)).toEqual({ from: '2026-10-01', to: '2026-10-26' })
  expect(comparedPeriod({ ...first, beside: 'yearBefore' }, today)).toEqual({ from: '2025-11-01', to: '2025-11-26' })
  expect(comparedPeriod({ ...first, beside: 'chosen', chosen }, today)).toEqual(chosen)
  expect(comparedPeriod({ ...first, beside: 'chosen' }, today)).toBeNull()
})

test('R-PERIOD-5: a line of the table leads to its own cases, a number of its course to those of its days', () => {
  expect(onlyOf('none', '')).toEqual({})
  expect(onlyOf('window', '3')).toEqual({ window: 3 })
  expect(onlyOf('street', '')).toEqual({ street: '' })
  expect(readAsked(new URLSearchParams('open=inHand'), today).open).toEqual({ figure: 'inHand', only: {} })
  const period = { from: '2026-11-04' as Day, to: '2026-12-10' as Day }
  expect(stepDays('2026-11-05', 'day', period)).toEqual({ from: '2026-11-05', to: '2026-11-05' })
  expect(stepDays('2026-11-02', 'week', period)).toEqual({ from: '2026-11-04', to: '2026-11-08' })
  expect(stepDays('2026-12', 'month', period)).toEqual({ from: '2026-12-01', to: '2026-12-10' })
  expect(readAsked(new URLSearchParams('open=told&of-window=2&of-item=x'), today).open).toEqual({
    figure: 'told',
    only: { window: 2 },
  })
  for (const only of [{}, { window: 0 }, { person: 'wang.ck' as PersonId }]) {
    const address = new URL(figureTo('decided', period, only), 'https://x')
    const led = readAsked(address.searchParams, today)
    expect([led.period, led.open]).toEqual([period, { figure: 'decided', only }])
  }
})

test('R-PERIOD-15: a stock is told of the hall, of items and of places, never of a person or a window', () => {
  for (const by of ['item', 'system', 'street', 'none'] as const) {
    expect(saysStock(by, {})).toBe(true)
    expect(saysStock(by, { item: 'GL-BT' as never })).toBe(true)
    expect(saysStock(by, { person: 'wang.ck' as PersonId })).toBe(false)
  }
  expect([saysStock('window', {}), saysStock('person', {}), saysStock('item', { window: 0 })]).toEqual([
    false,
    false,
    false,
  ])
})

test('a course has no more columns than a screen shows', () => {
  const columns = { day: 1, week: 7, month: 28 }
  fc.assert(
    fc.property(aPeriod, (period) => {
      const step = stepOf(period)
      const long = daysBetween(period.from, period.to) + 1
      expect(long / columns[step]).toBeLessThanOrEqual(step === 'month' ? 34 : 32)
    }),
  )
})
