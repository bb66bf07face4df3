import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import type { CaseId, Instant, OfficeKey, PersonId } from '../../shared/case/ids.ts'
import {
  caseOf,
  countersIn,
  inHandQueue,
  noFilter,
  placeOf,
  queueKeys,
  queueRange,
  queuesIn,
  queuesOf,
} from './queue-keys.ts'

const kase = (id: string, due: string | null, receivedAt = '2026-11-24T01:00:00.000Z') => ({
  id: id as CaseId,
  item: 'FZ-XK',
  window: 2,
  due: due as Day | null,
  receivedAt: receivedAt as Instant,
})
const inRange = (key: string, range: ReturnType<typeof queueRange>) =>
  (range.openLower ? key > range.lower : key >= range.lower) && key <= range.upper

test('R-LIST-1: a list is a key range, ordered by what is due first; without a date comes last, older before newer', () => {
  const keys = [
    kase('d', null, '2026-11-24T01:00:00.000Z'),
    kase('c', null, '2026-11-20T01:00:00.000Z'),
    kase('b', '2026-12-04'),
    kase('a', '2026-12-01'),
  ].map((each) => queueKeys(['clerk@*'], each)[0]!)
  const range = queueRange('clerk@*', noFilter)
  expect(keys.toSorted().map(caseOf)).toEqual(['a', 'b', 'c', 'd'])
  expect(keys.every((key) => inRange(key, range))).toBe(true)
})

test('another list, another filter or an earlier page is outside the range', () => {
  const [plain, byWindow, byItem, byBoth] = queueKeys(['clerk@*'], kase('a', '2026-12-01'))
  expect(inRange(plain!, queueRange('clerk@window', noFilter))).toBe(false)
  expect(inRange(plain!, queueRange('clerk@*', { ...noFilter, item: 'FZ-XK' }))).toBe(false)
  expect(inRange(byItem!, queueRange('clerk@*', { ...noFilter, item: 'FZ-XK' }))).toBe(true)
  expect(inRange(byWindow!, queueRange('clerk@*', { ...noFilter, window: 2 }))).toBe(true)
  expect(inRange(byWindow!, queueRange('clerk@*', { ...noFilter, window: 22 }))).toBe(false)
  expect(inRange(byBoth!, queueRange('clerk@*', { item: 'FZ-XK', window: 2 }))).toBe(true)
  expect(inRange(plain!, queueRange('clerk@*', noFilter, { after: placeOf(plain!) }))).toBe(false)
})

test('what is overdue is a range too: due before the day, not on it', () => {
  const late = queueRange(inHandQueue, noFilter, { before: '2026-12-01' as Day })
  const [yesterday] = queueKeys([inHandQueue], kase('a', '2026-11-30'))
  const [today] = queueKeys([inHandQueue], kase('b', '2026-12-01'))
  const [never] = queueKeys([inHandQueue], kase('c', null))
  expect([yesterday, today, never].map((key) => inRange(key!, late))).toEqual([true, false, false])
})

test('the place of a row is the same in every list, so that lists are walked together', () => {
  const keys = queueKeys(['clerk@*', '~li'], kase('a', '2026-12-01'))
  expect(new Set(keys.map(placeOf)).size).toBe(1)
  expect(queuesIn(keys)).toEqual(['clerk@*', '~li'])
  expect(countersIn(keys)).toEqual([
    'clerk@*/',
    'clerk@*/2',
    'clerk@*/FZ-XK',
    'clerk@*/FZ-XK&2',
    '~li/',
    '~li/2',
    '~li/FZ-XK',
    '~li/FZ-XK&2',
  ])
})

test('somebody sees the common lists of each seat and what was given to them', () => {
  const held = {
    role: 'examiner' as const,
    office: 'section.kites' as OfficeKey,
    from: '2026-01-01' as Day,
    until: null,
  }
  expect(queuesOf('li' as PersonId, [held])).toEqual(['~li', 'examiner@*', 'examiner@section.kites'])
})

test('R-LIST-1: what no window took stands in the lists of no window', () => {
  expect(countersIn(queueKeys(['clerk@*'], { ...kase('a', null), window: null as never }))).toEqual([
    'clerk@*/',
    'clerk@*/FZ-XK',
  ])
})
