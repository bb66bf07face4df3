import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import { tellable } from '../../shared/contract/desk-link.ts'
import { figures } from '../../shared/report/figures.ts'
import { lights } from '../store/lights.ts'
import { bys, readToday, type TodayAsked, writeToday } from './asked.ts'

const today = '2026-11-26' as Day
const anAsked: fc.Arbitrary<TodayAsked> = fc.record({
  day: fc.option(fc.integer({ min: 1, max: 900 }).map((back) => addDays(today, -back))),
  by: fc.constantFrom(...bys),
  open: fc.option(
    fc.record({
      figure: fc.constantFrom(...figures),
      slice: fc.constantFrom(
        {},
        { window: 0 },
        { person: 'wang.ck' },
        { item: 'GL-BT', standing: 'unconfirmed' as const },
      ),
    }),
  ),
  stock: fc.constantFrom(null, 'inHand', 'overdue'),
  lit: fc.option(
    fc.record({
      light: fc.constantFrom(...lights),
      of: fc.constantFrom(null, { by: 'window', group: '0' }, { by: 'person', group: '李样例' }),
    }),
  ),
})

test('R-LINK-5: what is looked at on 今日 stands in its address, opens again from it, and is told to others whole', () => {
  fc.assert(
    fc.property(anAsked, (asked) => {
      const address = writeToday(asked)
      expect(readToday(new URLSearchParams(address.toString()), today)).toEqual(asked)
      const place = address.size === 0 ? '/today' : `/today?${address}`
      expect(tellable(place)).toBe(place)
    }),
  )
})

test('R-LINK-5: an address that says nothing readable shows the present day by window', () => {
  const first = readToday(new URLSearchParams(), today)
  expect(first).toEqual({ day: null, by: 'window', open: null, stock: null, lit: null })
  const nonsense = new URLSearchParams('day=2026-11-27&by=moon&open=price&of-window=x&stock=all&light=blue&whose=moon')
  expect(readToday(nonsense, today)).toEqual(first)
})
