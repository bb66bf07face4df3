import { expect, test } from 'vitest'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { CalendarYear, makeCalendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { type MovedDay, movedDay, movedSince } from './running-day.ts'

/** The calendar once a next year is published in which these days rest too. */
const after = (...days: string[]) =>
  makeCalendar([
    ...calendar.years,
    CalendarYear.parse({
      year: 2027,
      source: '2027年放假安排（测试样例）',
      publishedOn: '2026-12-10',
      restDays: ['2027-01-01', ...days],
      makeUpWorkdays: [],
    }),
  ])
const couple = (day: string) =>
  make.life({ item: realItem('HY-LH'), at: `${day}T02:00:00.000Z` }).act(['received', 'accepted'])
const moved = (life: ReturnType<typeof couple>, ...days: string[]) =>
  movedDay(life.kase, life.item, { before: calendar, after: after(...days) }, life.at)

test('R-PUBLISH-10: two who cool off were told two windows; when a calendar moves one, whoever has the case is told which', () => {
  // Applied for on December 1: they may come from January 1 to Monday, February 1.
  expect(moved(couple('2026-12-01'), '2027-02-01')).toEqual({
    what: 'collectUntil',
    from: '2027-02-01',
    to: '2027-02-02',
    provisional: false,
  })
  // Applied for on December 2: the cooling off ends on the first working day after New Year.
  expect(moved(couple('2026-12-02'), '2027-01-04')).toMatchObject({
    what: 'collectFrom',
    from: '2027-01-05',
    to: '2027-01-06',
    until: { from: '2027-02-03', to: '2027-02-04' },
  })
  expect(moved(couple('2026-12-01'))).toBeNull()
})

test('R-PUBLISH-10: a window that is over moves nobody, nor does one of a case that ended', () => {
  const life = couple('2026-12-02').goTo('2027-01-08T02:00:00.000Z')
  expect(moved(life, '2027-01-04')).toMatchObject({ what: 'collectUntil' })
  expect(moved(couple('2026-12-01').do('withdrawn'), '2027-02-01')).toBeNull()
})

test('R-PUBLISH-10: moved once more before anybody looked, a window is told from where it was to where it is', () => {
  const day = (n: number) => `2027-02-0${n}` as Day
  const from = (one: number, two: number, until?: [number, number]): MovedDay => ({
    what: 'collectFrom',
    from: day(one),
    to: day(two),
    ...(until === undefined ? {} : { until: { from: day(until[0]), to: day(until[1]) } }),
    provisional: false,
  })
  expect(movedSince(from(1, 2, [5, 6]), from(2, 3))).toEqual(from(1, 3, [5, 6]))
  expect(movedSince(from(1, 2), from(2, 3, [5, 6]))).toEqual(from(1, 3, [5, 6]))
  expect(movedSince(from(1, 2, [5, 6]), from(2, 1, [6, 5]))).toBeNull()
  const only = { what: 'collectUntil', from: day(5), to: day(7), provisional: false }
  expect(movedSince(from(1, 2, [5, 6]), from(2, 1, [6, 7]))).toEqual(only)
})
