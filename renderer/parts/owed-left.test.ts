import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { callText, owedLeft } from './owed-left.ts'

const friday = '2026-11-27' as Day
const owing = { ...make.kase({ status: 'underReview' }), owed: [{ key: 'kitePhoto', until: friday }] }
const on = (day: string, kase = owing) => owedLeft(kase, calendar, day as Day)

test('R-MORNING-3: what is owed says how many working days are left, and how many have passed', () => {
  expect(on('2026-11-24')).toEqual({ until: friday, words: '余3个工作日', passed: false })
  expect(on('2026-11-27')).toMatchObject({ words: '今天到期', passed: false })
  expect(on('2026-11-28')).toMatchObject({ words: '已过1个工作日', passed: true })
  expect(on('2026-12-01')).toMatchObject({ words: '已过2个工作日', passed: true })
})

test('R-MORNING-3: the earliest day counts, and none once the case is decided', () => {
  const more = [...owing.owed, { key: 'form', until: '2026-11-25' as Day }]
  expect(on('2026-11-24', { ...owing, owed: more })).toMatchObject({ until: '2026-11-25', words: '余1个工作日' })
  expect(on('2026-11-30', { ...owing, status: 'ready' })).toBeNull()
  expect(on('2026-11-24', { ...owing, owed: [] })).toBeNull()
})

test('R-MORNING-3: who is to be called is said with the number, masked, or that there is none', () => {
  expect(callText('13800004321')).toBe('请先电话联系 138****4321')
  expect(callText('')).toBe('没有留电话，请另找办法联系')
})
