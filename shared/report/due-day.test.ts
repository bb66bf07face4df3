import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import type { Limit } from '../item/item.ts'
import { dueDay } from './pending.ts'

const stop = make.item().suspensions.find(({ stopsClock }) => stopsClock)!
const due = (max: Limit | null) => {
  const item = make.item({ kind: 'benefit', suspensions: [{ ...stop, max }] })
  const life = make.lifeOf({ item, status: 'underReview' })
  const running = dueDay(life.kase, item, calendar)
  return [running, dueDay(life.do(['clockPaused', { from: '2026-11-24' as Day }]).kase, item, calendar)]
}

test('R-LAW-40: the bureau knows when a case is late that nobody set going again: its stop ends by itself', () => {
  const week: Limit = { count: 7, unit: 'calendarDays', basis: '（虚构）', certainty: 'high' }
  expect(due(week)).toEqual(['2026-12-04', '2026-12-11'])
  expect(due(null)).toEqual(['2026-12-04', null])
})
