import { expect, test } from 'vitest'
import { calendar, catalogue, hall, realItem } from '../../tests/make/catalogue.ts'
import { item as kite } from '../../tests/make/item.ts'
import type { Day } from '../calendar/day.ts'
import { CHECK_MONTHS, usualCheckBy } from './check-by.ts'

const today = '2026-11-24' as Day

test('R-LAW-48: a promise is looked into within two months of the last day to decide, or as many as the hall says', () => {
  const item = realItem('DB-SQ')
  expect(item.limits.promised).toMatchObject({ unit: 'workingDays' })
  const two = usualCheckBy(item, calendar, today, {})
  expect(two).toBe('2027-02-22')
  expect(usualCheckBy(item, calendar, today, { 'commitment.checkMonths': '1个月（演示数据）' })).toBe('2027-01-22')
  expect(usualCheckBy(kite({ limits: { promised: null, statutory: null } }), calendar, today, {})).toBe('2027-01-24')
})

test('R-LAW-48: the hall’s own term is seen at work, and every item that takes a promise asks the bureau for one', () => {
  expect(usualCheckBy(realItem('DB-SQ'), calendar, today, hall.settings)).toBe('2027-03-22')
  const promising = catalogue.items.filter(({ materials }) => materials.some(({ committable }) => committable))
  expect(promising.length).toBeGreaterThan(0)
  for (const { toConfirm, code } of promising) expect(toConfirm.join(), code).toContain(CHECK_MONTHS)
})
