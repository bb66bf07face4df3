import { expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { check } from '../case/check.ts'
import { clockOf } from '../case/clock.ts'
import type { Instant } from '../case/ids.ts'
import type { Limit } from './item.ts'
import { isOver, lastDay } from './last-day.ts'

const begun = '2026-11-24T02:00:00.000Z' as Instant
const limit = (count: number, unit: Limit['unit']): Limit => ({ count, unit, basis: '（虚构）', certainty: 'high' })
const last = (count: number, unit: Limit['unit']) => lastDay(calendar, begun, limit(count, unit))
const over = (deadline: ReturnType<typeof last>, time: string, closesAt?: string) =>
  isOver(deadline, `${time}+08:00` as Instant, closesAt)

test('R-LAW-35: a last day ends when the hall closes, at midnight where it does not say when', () => {
  const friday = last(3, 'workingDays')
  expect(friday.day).toBe('2026-11-27')
  expect(over(friday, '2026-11-27T17:00:00', '17:00')).toBe(false)
  expect(over(friday, '2026-11-27T17:00:01', '17:00')).toBe(true)
  expect(over(friday, '2026-11-27T23:59:59')).toBe(false)
  expect(over(friday, '2026-11-28T00:00:00')).toBe(true)
  expect(over(friday, '2026-11-26T23:00:00', '17:00')).toBe(false)
  expect(over(friday, '2026-11-28T08:00:00', '17:00')).toBe(true)
})

test('R-LAW-35: not so of hours, nor of what is settled on the day it began', () => {
  expect(over(last(8, 'hours'), '2026-11-24T18:00:00', '17:00')).toBe(false)
  expect(over(last(8, 'hours'), '2026-11-24T18:00:01', '17:00')).toBe(true)
  expect(over(last(0, 'onTheSpot'), '2026-11-24T20:00:00', '17:00')).toBe(false)
  expect(over(last(0, 'onTheSpot'), '2026-11-25T00:00:00', '17:00')).toBe(true)
})

test('R-LAW-35: decided after closing on the last day it is late, and no extension is given any more', () => {
  const life = make.lifeOf({ status: 'underReview' })
  const { statutory, promised } = clockOf(life.kase, life.item, calendar, life.at)
  const at = (time: string) => `${statutory!.day}T${time}+08:00` as Instant
  const extend = (now: Instant, closesAt?: string) =>
    check(life.kase, life.fact('extended'), {
      now,
      actor: make.actor('head', 'leader'),
      item: life.item,
      calendar,
      closesAt,
    })?.code
  expect(extend(at('17:00:00'), '17:00')).toBeUndefined()
  expect(extend(at('17:00:01'), '17:00')).toBe('extensionTooLate')
  expect(extend(at('23:59:59'))).toBeUndefined()
  const decided = (time: string) => ({
    ...life.kase,
    decided: {
      at: `${promised!.day}T${time}+08:00` as Instant,
      by: make.actor('head').person,
      outcome: 'granted' as const,
    },
  })
  const late = (time: string, closesAt?: string) =>
    clockOf(decided(time), life.item, calendar, at('23:00:00'), closesAt).late
  expect([late('16:59:59', '17:00'), late('17:00:01', '17:00'), late('17:00:01')]).toEqual([false, true, false])
})
