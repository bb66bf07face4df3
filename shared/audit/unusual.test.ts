import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { flagsOf, MANY_A_DAY, type Opened } from './unusual.ts'

const opened = (more: Partial<Opened> = {}) =>
  ({
    person: 'wang.ck',
    // Thursday, 10:00 in Beijing.
    at: '2026-11-26T02:00:00.000Z',
    case: 'a',
    window: 2,
    received: 2,
    acted: false,
    ...more,
  }) as Opened
const flags = (...openings: Opened[]) => flagsOf(openings, { calendar })

test('R-AUDIT-6: an opening on a rest day, or before or after the hall’s hours, is told', () => {
  expect(flags(opened())).toEqual([[]])
  const at = (moment: string) => flags(opened({ at: moment }))[0]
  expect(at('2026-11-28T02:00:00.000Z')).toEqual(['outOfHours'])
  expect([at('2026-11-25T23:59:00.000Z'), at('2026-11-26T00:00:00.000Z')]).toEqual([['outOfHours'], []])
  expect([at('2026-11-26T09:59:00.000Z'), at('2026-11-26T10:00:00.000Z')]).toEqual([[], ['outOfHours']])
})

test('R-AUDIT-6: a case of another window on which the person did nothing is told; at an office, or of an office, none is', () => {
  expect(flags(opened({ received: 3 }))).toEqual([['otherWindow']])
  expect(flags(opened({ received: 3, acted: true }))).toEqual([[]])
  expect(flags(opened({ received: 3, window: null }), opened({ received: null }))).toEqual([[], []])
})

test('R-AUDIT-6: many are more different cases of one person in one day, each opened however often', () => {
  const day = (count: number, more: Partial<Opened> = {}) =>
    Array.from({ length: count }, (_, at) => opened({ case: `case-${at}`, ...more }))
  expect(flags(...day(MANY_A_DAY), ...day(MANY_A_DAY)).flat()).toEqual([])
  expect(flags(...day(MANY_A_DAY + 1)).every((each) => each[0] === 'many')).toBe(true)
  const apart = [...day(15), ...day(15, { at: '2026-11-27T02:00:00.000Z' }), ...day(15, { person: 'li.ck' as never })]
  expect(flags(...apart).flat()).toEqual([])
})
