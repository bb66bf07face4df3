import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deed, visitId, visitLine } from '../../tests/make/visit.ts'
import type { Day } from '../calendar/day.ts'
import type { WindowNo } from '../case/ids.ts'
import { linesOfDay, type VisitLine } from './line.ts'
import { type Deed, deeds } from './notes.ts'
import { findTicket, mayDo, missedAt, nextLabel, readLabel, servedAt, ticketsOf, waitingFor } from './ticket.ts'

const day = '2026-11-24' as Day
const two = 2 as WindowNo
const three = 3 as WindowNo
const queue = (...lines: VisitLine[]) => ticketsOf(linesOfDay(lines, day))

test('R-VISIT-1: called, recalled, missed, called again, done', () => {
  const called = visitLine(0, 2, deed(1, 'called'))
  const again = visitLine(1, 2, deed(1, 'called'))
  expect(servedAt(queue(called, again), two)).toMatchObject({ calls: 2, since: called.at, calledAt: called.at })
  const missed = visitLine(2, 2, deed(1, 'missed'))
  expect(servedAt(queue(called, again, missed), two)).toBeUndefined()
  expect(missedAt(queue(called, again, missed), two).map(({ label }) => label)).toEqual(['A001'])
  const back = visitLine(9, 2, deed(1, 'called'))
  expect(servedAt(queue(called, again, missed, back), two)).toMatchObject({ calls: 1, since: back.at })
  const done = visitLine(20, 2, deed(1, 'done'))
  expect(queue(called, again, missed, back, done)[0]).toMatchObject({ state: 'done', steps: { length: 5 } })
})

test('R-VISIT-1: what may be done follows from the state, and who comes back is called again', () => {
  const possible = (state: Parameters<typeof mayDo>[0]['state']) => deeds.filter((did) => mayDo({ state }, did))
  expect(possible('waiting')).toEqual(['called', 'passed', 'abandoned'])
  expect(possible('serving')).toEqual(['called', 'missed', 'passed', 'abandoned', 'done'])
  expect(possible('missed')).toEqual(['called', 'passed', 'abandoned'])
  expect(possible('done')).toEqual(['called'])
})

test('R-VISIT-3: a passed ticket waits at the other window before those that came later, and the first contact stays named', () => {
  const lines = [
    visitLine(0, 3, deed(7, 'given')),
    visitLine(1, 2, deed(1, 'called')),
    visitLine(5, 2, deed(1, 'passed', 3)),
  ]
  const [first, second] = waitingFor(queue(...lines), three)
  expect(first).toMatchObject({ label: 'A001', first: { personName: '李样例', window: 2 }, steps: [{}, { to: 3 }] })
  expect(second).toMatchObject({ label: 'A007' })
  expect(waitingFor(queue(...lines), two)).toEqual([])
  const called = queue(...lines, visitLine(6, 3, deed(1, 'called')))
  expect(servedAt(called, three)).toMatchObject({ label: 'A001', first: { personName: '李样例' } })
})

test('R-VISIT-2: a window counts its own series on, and no other one', () => {
  expect(nextLabel([], two)).toBe('2-001')
  const given = visitLine(0, 2, { ...deed(1, 'given'), label: '2-009' } as VisitLine['note'])
  const other = visitLine(0, 3, { ...deed(2, 'given'), label: '3-044' } as VisitLine['note'])
  expect(nextLabel(queue(given, other), two)).toBe('2-010')
  expect(nextLabel(queue(given, other), null)).toBe('0-001')
})

test('a typed number is made uniform, and finds the ticket that is not over', () => {
  expect(readLabel(' ａ012 ')).toBe('A012')
  expect(readLabel('2-001')).toBe('2-001')
  expect(readLabel('张三')).toBeUndefined()
  expect(readLabel('')).toBeUndefined()
  const lines = [
    visitLine(0, 2, deed(1, 'called')),
    visitLine(1, 2, deed(1, 'done')),
    visitLine(2, 3, { ...deed(2, 'called'), label: 'A001' } as VisitLine['note']),
  ]
  expect(findTicket(queue(...lines), 'A001')?.id).toBe(visitId(2))
  expect(findTicket(queue(...lines.slice(0, 2)), 'A001')?.state).toBe('done')
  expect(findTicket(queue(...lines), 'B1')).toBeUndefined()
})

test('R-VISIT-4: in whatever order and however often lines come, the queue is the same, and a served ticket is served once', () => {
  const anyDeed = fc.record({
    minute: fc.nat(59),
    window: fc.constantFrom(2, 3),
    ticket: fc.integer({ min: 1, max: 4 }),
    did: fc.constantFrom<Deed>(...deeds),
  })
  fc.assert(
    fc.property(fc.array(anyDeed, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (deedsOfDay, luck) => {
      const lines = deedsOfDay.map(({ minute, window, ticket, did }) =>
        visitLine(minute, window, deed(ticket, did, did === 'passed' ? 5 - window : null)),
      )
      const shuffled = [...lines, ...lines]
        .map((line) => ({ line, place: luck.next().value as number }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ line }) => line)
      const tickets = queue(...lines)
      expect(queue(...shuffled)).toEqual(tickets)
      for (const ticket of tickets) {
        expect(deeds.some((did) => mayDo(ticket, did))).toBe(true)
        const served = [two, three].filter((window) => servedAt(tickets, window)?.id === ticket.id)
        expect(served.length).toBeLessThanOrEqual(1)
      }
    }),
  )
})
