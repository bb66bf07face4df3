import { expect, test } from 'vitest'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import type { Limit } from '../item/item.ts'
import { clockOf } from './clock.ts'
import type { Instant } from './ids.ts'

const limit = (count: number, unit: Limit['unit']): Limit => ({ count, unit, basis: '（虚构）', certainty: 'high' })
const stop = make.item().suspensions.find(({ stopsClock }) => stopsClock)!
const stopped = (max: Limit | null) => {
  const item = make.item({ suspensions: [{ ...stop, max }] })
  return make.lifeOf({ item, status: 'underReview' }).do(['clockPaused', { from: '2026-11-24' as Day }])
}
const on = (life: ReturnType<typeof stopped>, day: string) =>
  clockOf(life.kase, life.item, calendar, `${day}T02:00:00.000Z` as Instant)

test('R-LAW-40: while it lasts no day is shown, and when it has lasted as long as it may the time runs again', () => {
  const life = stopped(limit(7, 'calendarDays'))
  // From November 24, which is not counted: the seventh day is December 1.
  expect(on(life, '2026-12-01')).toMatchObject({
    due: null,
    standing: { since: '2026-11-24', suspension: stop.key, longest: '2026-12-01' },
  })
  const after = on(life, '2026-12-02')
  expect(after.standing).toBeNull()
  expect(after.used).toBe(1)
  // Eight working days were promised: from December 2 the eighth is December 11.
  expect(after.promised?.day).toBe('2026-12-11')
})

test('R-LAW-40: an end written down later adds nothing, one written down earlier counts', () => {
  const resumed = (day: string) =>
    stopped(limit(7, 'calendarDays')).do(['clockResumed', { until: day as Day }], { at: `${day}T02:00:00.000Z` })
  expect(on(resumed('2026-12-08'), '2026-12-09').promised?.day).toBe('2026-12-11')
  expect(on(resumed('2026-11-26'), '2026-11-27').promised?.day).toBe('2026-12-08')
})

test('R-LAW-40: in working days too; without such days it stands until somebody writes down its end', () => {
  expect(on(stopped(limit(5, 'workingDays')), '2026-12-01').standing?.longest).toBe('2026-12-01')
  expect(on(stopped(limit(5, 'workingDays')), '2026-12-02').standing).toBeNull()
  expect(on(stopped(null), '2027-02-01')).toMatchObject({ due: null, standing: { since: '2026-11-24' } })
})

test('R-LAW-40: a household’s notice stops its clock for seven days', () => {
  const item = realItem('DB-SQ')
  expect(item.suspensions.find(({ key }) => key === 'publicity')?.max).toMatchObject({ count: 7, unit: 'calendarDays' })
})
