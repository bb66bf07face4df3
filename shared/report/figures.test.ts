import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CalendarYear, makeCalendar } from '../calendar/calendar.ts'
import type { Case } from '../case/case.ts'
import type { AnyEvent } from '../case/event.ts'
import type { Instant } from '../case/ids.ts'
import { figureOf, isInHand } from './figures.ts'
import { workingMinutes } from './working-minutes.ts'

const year = JSON.parse(readFileSync(new URL('../../catalogue/calendars/2026.json', import.meta.url), 'utf8'))
const calendar = makeCalendar([CalendarYear.parse(year)])
const at = (text: string) => new Date(`${text}:00+08:00`).toISOString() as Instant

test.each([
  ['2026-03-02T09:10', '2026-03-02T09:25', 15],
  ['2026-03-02T16:30', '2026-03-03T09:30', 60],
  // A weekend lies between.
  ['2026-03-06T16:00', '2026-03-09T10:00', 120],
  // 2026-02-28 is a Saturday on which offices work.
  ['2026-02-27T16:00', '2026-03-02T10:00', 120 + 480],
  ['2026-03-03T09:00', '2026-03-02T09:00', 0],
])('from %s to %s is %d working minutes', (from, to, minutes) => {
  expect(workingMinutes(calendar, at(from), at(to))).toBe(minutes)
})

const event = (type: string, when: string) =>
  ({
    id: `${type}#0`,
    type,
    stamp: { at: at(when), by: { person: 'li', name: '李样例' }, window: 2 },
  }) as unknown as AnyEvent
const kase = (part: Partial<Case>) =>
  ({
    item: 'FZ-XK',
    outOfTurn: [],
    received: { at: at('2026-03-02T09:00'), by: 'li' },
    accepted: null,
    ...part,
  }) as Case

test('R-REPORT-1: an act counts on its Beijing day, for the window and person that did it', () => {
  // 00:30 in Beijing is still the day before in UTC.
  const counted = figureOf(kase({}), event('received', '2026-03-03T00:30'), calendar)
  expect(counted).toMatchObject({ figure: 'received', day: '2026-03-03', window: 2, person: 'li', item: 'FZ-XK' })
})

test('R-REPORT-2: 办结 is counted at the decision, a refusal like a grant, with the time since acceptance', () => {
  const accepted = kase({ accepted: { at: at('2026-03-02T09:30'), by: 'li' as never } })
  for (const type of ['granted', 'refused', 'recorded'])
    expect(figureOf(accepted, event(type, '2026-03-02T10:00'), calendar)).toMatchObject({
      figure: 'decided',
      minutes: 30,
    })
})

test('R-REPORT-3: an act out of turn, or one that moves no figure, counts nothing', () => {
  expect(
    figureOf(kase({ outOfTurn: ['granted#0' as never] }), event('granted', '2026-03-02T10:00'), calendar),
  ).toBeUndefined()
  expect(figureOf(kase({}), event('urged', '2026-03-02T10:00'), calendar)).toBeUndefined()
  expect(figureOf(undefined, event('received', '2026-03-02T10:00'), calendar)).toBeUndefined()
})

test('R-REPORT-4: a permit accepted by silence counts on the day it became so, at the window that received it', () => {
  const silent = kase({
    kind: 'permit',
    window: 6 as never,
    received: { at: at('2026-09-23T10:00'), by: 'li' as never },
    accepted: { at: at('2026-10-12T09:00'), by: 'li' as never },
    answeredAt: at('2026-10-12T09:00'),
  })
  for (const type of ['deemedAcceptanceNoted', 'accepted'])
    expect(figureOf(silent, event(type, '2026-10-12T09:00'), calendar)).toMatchObject({ day: '2026-10-09', window: 6 })
  const benefit = { ...silent, kind: 'benefit' as const }
  expect(figureOf(benefit, event('accepted', '2026-10-12T09:00'), calendar)).toMatchObject({
    day: '2026-10-12',
    window: 2,
  })
})

test('a case is in hand until it is decided or ends otherwise', () => {
  expect(isInHand({ status: 'awaitingDecision' })).toBe(true)
  expect(isInHand({ status: 'decided' })).toBe(false)
})
