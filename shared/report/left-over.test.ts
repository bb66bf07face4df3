import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { item as kite } from '../../tests/make/item.ts'
import { lifeOf } from '../../tests/make/life.ts'
import type { Day } from '../calendar/day.ts'
import { beginsAt, isLeftOver, pictureAt } from './left-over.ts'
import { workWeekOf } from './work-week.ts'

const kites = kite()
const books = { calendar, people: [], itemOf: () => kites }
const weekOf = (day: string) => workWeekOf(calendar, day as Day)

test.each([
  ['a Monday', '2026-11-23', '2026-11-22T16:00:00.000Z'],
  // 2025: 1月28日至2月4日休, 2月8日（周六）上班.
  ['the Wednesday after Spring Festival 2025', '2025-02-08', '2025-02-04T16:00:00.000Z'],
  ['the Thursday after National Day 2025', '2025-10-06', '2025-10-08T16:00:00.000Z'],
  // 2026: 2月15日至23日休, a whole week of them.
  [
    'the Tuesday after Spring Festival 2026, of a week with the empty one in it',
    '2026-02-17',
    '2026-02-23T16:00:00.000Z',
  ],
])('R-PLAN-7: a week is planned as of the first of its first working day: %s', (_, day, moment) => {
  expect(beginsAt(weekOf(day))).toBe(moment)
})

test('R-PLAN-7: what was done until then counts, in the order of its days, and nothing after', () => {
  const live = lifeOf({ at: '2026-11-20T02:00:00.000Z' }).goTo('2026-11-22T16:00:00.001Z').do('accepted')
  expect(pictureAt(live.events, beginsAt(weekOf('2026-11-23')))?.status).toBe('received')
  expect(pictureAt(live.events, beginsAt(weekOf('2026-11-30')))?.status).toBe('underReview')
  expect(pictureAt(live.events, beginsAt(weekOf('2026-11-16')))).toBeUndefined()
})

test.each([
  // Promised: eight working days after acceptance.
  ['due in an ordinary week', '2026-11-16', '2026-11-24', ['2026-11-30', '2026-12-07', '2027-01-04']],
  ['due on the make-up Saturday after National Day 2025', '2025-09-24', '2025-10-09', ['2025-10-13', '2025-10-20']],
  ['due in the week with all of Spring Festival 2026 in it', '2026-02-10', '2026-02-24', ['2026-03-02', '2026-03-09']],
])(
  'R-PLAN-12: a clock that is stopped in the week leaves the case over from week to week: %s',
  (_, accepted, stopped, weeks) => {
    const live = lifeOf({ status: 'underReview', at: `${accepted}T02:00:00.000Z` })
      .goTo(`${stopped}T02:00:00.000Z`)
      .do('clockPaused')
    for (const week of weeks) expect([week, isLeftOver(live.events, weekOf(week), books)]).toEqual([week, true])
    expect(isLeftOver(live.events, weekOf(stopped), books)).toBe(false)
  },
)

test('R-PLAN-12: what stood still before its day came was in no plan, and what is done is left over in none', () => {
  const early = lifeOf({ status: 'underReview', at: '2026-11-16T02:00:00.000Z' })
    .goTo('2026-11-18T02:00:00.000Z')
    .do('clockPaused')
  expect(isLeftOver(early.events, weekOf('2026-11-30'), books)).toBe(false)
  const done = lifeOf({ status: 'underReview', at: '2026-11-16T02:00:00.000Z' })
    .goTo('2026-11-24T02:00:00.000Z')
    .do('clockPaused')
    .goTo('2026-11-28T02:00:00.000Z')
    .do('withdrawn')
  expect(isLeftOver(done.events, weekOf('2026-11-30'), books)).toBe(false)
})
