import { expect, test } from 'vitest'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { factsAbout } from './case-facts.ts'
import { type MorningList, morningLists, stretchOf } from './morning.ts'
import type { Books } from './picture.ts'
import { noFilter, queueRange } from './queue-keys.ts'

const item = make.item()
const books: Books = { calendar, itemOf: () => item }
/** A Wednesday; with one working day at which the light is red. */
const now = '2026-11-25T01:00:00.000Z' as Instant
const today = dayOf(now)
const lights = { yellow: 3, red: 1 }

/** The lists of the morning page that a case stands in on a day. */
function listsOf(kase: Case, unsentSince: Day | null = null, on = today): MorningList[] {
  const { queue } = factsAbout(kase, books, { now, unsentSince, keepConcludedDays: 30 })
  return morningLists.filter((list) => {
    const { queue: name, ...bounds } = stretchOf(list, { today: on, calendar, lights })
    const { lower, upper } = queueRange(name, noFilter, bounds)
    return queue.some((key) => key >= lower && key < upper)
  })
}

test('R-MORNING-1: due on the day it is due, overdue from the next', () => {
  const kase = make.kase({ item, status: 'underReview' })
  const due = factsAbout(kase, books, { now, unsentSince: null, keepConcludedDays: 30 }).queue.find((key) =>
    key.startsWith('#inHand//'),
  )!
  const day = due.split('/')[2] as Day
  expect(listsOf(kase, null, addDays(day, -1))).toEqual([])
  expect(listsOf(kase, null, day)).toEqual(['dueToday'])
  expect(listsOf(kase, null, addDays(day, 1))).toEqual(['overdue'])
})

test('R-MORNING-1: a late paper stands there from the working day before it runs out', () => {
  const owing = (until: string): Case => ({
    ...make.kase({ item, status: 'underReview' }),
    owed: [
      { key: 'b', until: '2026-12-20' as Day },
      { key: 'a', until: until as Day },
    ],
  })
  expect(listsOf(owing('2026-11-24'))).toEqual(['owed'])
  expect(listsOf(owing('2026-11-26'))).toEqual(['owed'])
  expect(listsOf(owing('2026-11-27'))).toEqual([])
  // On a Friday the next working day is Monday.
  expect(listsOf(owing('2026-11-30'), null, '2026-11-27' as Day)).toEqual(['owed'])
})

test('R-MORNING-1: what was done before today and is not confirmed, ended cases too', () => {
  const closed = make.kase({ item, status: 'closed' })
  expect(listsOf(closed, '2026-11-24' as Day)).toEqual(['unsent'])
  expect(listsOf(closed, today)).toEqual([])
  expect(listsOf(closed)).toEqual([])
})

test('R-MORNING-1: what waits to be collected, for the applicant, or with its clock stopped', () => {
  expect(listsOf(make.kase({ item, status: 'ready' }))).toEqual(['ready'])
  expect(listsOf(make.kase({ item, status: 'awaitingCorrection' }))).toContain('correcting')
  const paused = { ...make.kase({ item, status: 'underReview' }) }
  const pauses = [{ suspension: 'expert', from: '2026-11-20' as Day, until: null }]
  expect(listsOf({ ...paused, pauses })).toEqual(['standing'])
  expect(listsOf({ ...paused, pauses: pauses.map((pause) => ({ ...pause, until: today })) })).not.toContain('standing')
})
