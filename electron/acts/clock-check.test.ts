import { expect, test } from 'vitest'
import type { Instant } from '../../shared/case/ids.ts'
import { type ClockEvidence, clockDoubt, timeToWrite } from './clock-check.ts'

const at = (text: string) => `${text}.000Z` as Instant
const morning = at('2026-11-24T01:00:00')
const nothing: ClockEvidence = { now: morning, lastRecord: null, lastAct: null, lastContact: null }
const hours = (count: number) => count * 3_600_000

test('a new terminal has nothing to doubt its clock by', () => {
  expect(clockDoubt(nothing)).toBeUndefined()
})

test('a time before the last record is doubted, a step back of moments is not', () => {
  const before = (lastRecord: Instant) => clockDoubt({ ...nothing, lastRecord })
  expect(before(at('2026-11-24T01:00:05'))).toBeUndefined()
  expect(before(at('2026-11-24T01:00:06'))).toEqual({
    terminalSays: morning,
    lastRecord: at('2026-11-24T01:00:06'),
    bureauSays: null,
  })
  expect(timeToWrite(morning, at('2026-11-24T01:00:05'))).toBe(at('2026-11-24T01:00:05'))
  expect(timeToWrite(morning, at('2026-11-24T01:00:06'))).toBe(morning)
  expect(timeToWrite(morning, at('2026-11-24T00:59:00'))).toBe(morning)
})

test('more than 26 hours beyond the last contact is doubted, unless they have passed', () => {
  const contact = (text: string, elapsedMs: number | null) =>
    clockDoubt({ ...nothing, lastContact: { at: at(text), elapsedMs } })
  expect(contact('2026-11-22T23:00:00', null)).toBeUndefined()
  expect(contact('2026-11-22T22:59:59', null)).toMatchObject({ bureauSays: at('2026-11-22T22:59:59') })
  expect(contact('2026-11-20T01:00:00', hours(96))).toBeUndefined()
  expect(contact('2026-11-20T01:00:00', hours(69))).toMatchObject({ bureauSays: at('2026-11-22T22:00:00') })
})

test('an act under a confirmed date is believed though the last contact is long ago', () => {
  const lastContact = { at: at('2026-11-01T01:00:00'), elapsedMs: null }
  expect(
    clockDoubt({ ...nothing, lastContact, lastAct: { at: at('2026-11-23T08:00:00'), elapsedMs: null } }),
  ).toBeUndefined()
})

test('another year is doubted even within the day, by Beijing time', () => {
  const newYear = { ...nothing, now: at('2026-12-31T16:00:00') }
  const lastContact = { at: at('2026-12-31T15:00:00'), elapsedMs: null }
  expect(clockDoubt({ ...newYear, lastContact })).toBeDefined()
  expect(clockDoubt({ ...newYear, lastContact: { ...lastContact, elapsedMs: hours(1) } })).toBeUndefined()
})
