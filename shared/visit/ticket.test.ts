import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deed, question, visitId, visitLine } from '../../tests/make/visit.ts'
import type { Day } from '../calendar/day.ts'
import type { WindowNo } from '../case/ids.ts'
import { lineOf, linesOfDay, type VisitLine } from './line.ts'
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

const labels = (tickets: readonly { label: string }[]) => tickets.map(({ label }) => label)

test('R-VISIT-3: each list is in the order in which people came into it, and holds nobody of another', () => {
  const passedLate = [visitLine(0, 2, deed(1, 'called')), visitLine(10, 2, deed(1, 'passed', 3))]
  const passedEarly = [visitLine(1, 2, deed(2, 'called')), visitLine(5, 2, deed(2, 'passed', 3))]
  const served = [visitLine(2, 3, deed(4, 'called'))]
  expect(labels(waitingFor(queue(...passedLate, ...passedEarly, ...served), three))).toEqual(['A002', 'A001'])

  const missedLate = [visitLine(0, 2, deed(1, 'called')), visitLine(10, 2, deed(1, 'missed'))]
  const missedEarly = [visitLine(1, 2, deed(2, 'called')), visitLine(5, 2, deed(2, 'missed'))]
  const others = [
    visitLine(2, 3, deed(4, 'called')),
    visitLine(3, 3, deed(4, 'missed')),
    visitLine(4, 2, deed(5, 'given')),
  ]
  const missed = queue(...missedLate, ...missedEarly, ...others)
  expect(labels(missedAt(missed, two))).toEqual(['A002', 'A001'])
  expect(labels(waitingFor(missed, two))).toEqual(['A005'])

  const back = [...missedLate, visitLine(11, 2, deed(2, 'called')), visitLine(12, 2, deed(1, 'called'))]
  expect(servedAt(queue(...back), two)?.label).toBe('A001')
})

test('R-VISIT-1: how often and since when it was called is of the window that calls, and stays when it is over', () => {
  const first = visitLine(0, 2, deed(1, 'called'))
  const again = visitLine(1, 2, deed(1, 'called'))
  const there = visitLine(2, 3, deed(1, 'called'))
  expect(queue(first, again, there)[0]).toMatchObject({ window: 3, calls: 1, calledAt: there.at, since: there.at })
  const done = visitLine(9, 2, deed(1, 'done'))
  expect(queue(first, again, done)[0]).toMatchObject({ calls: 2, calledAt: first.at, since: done.at })
  expect(queue(visitLine(0, 2, deed(1, 'given')))[0]).toMatchObject({ calls: 0, calledAt: null })
  expect(queue(first, visitLine(3, 2, deed(1, 'passed')))[0]).toMatchObject({ state: 'waiting', window: 2 })
  // Only who is passed on goes to another window.
  expect(queue(visitLine(0, 2, deed(1, 'called', 3)))[0]).toMatchObject({ window: 2 })
})

test('questions of the day are no tickets, and a series is counted by its numbers alone', () => {
  expect(queue(visitLine(0, 2, question(1)), visitLine(1, 2, deed(1, 'given')))).toHaveLength(1)
  const odd = visitLine(0, 2, { ...deed(1, 'given'), label: '2-B1' } as VisitLine['note'])
  expect(nextLabel(queue(odd), two)).toBe('2-001')
})

test('a number finds the one of its tickets that is not over, also before one that is', () => {
  const named = (number: number, minute: number, did: Deed) =>
    visitLine(minute, 2, { ...deed(number, did), label: 'A001' } as VisitLine['note'])
  for (const over of ['done', 'abandoned'] as const)
    expect(findTicket(queue(named(1, 0, 'called'), named(2, 1, 'called'), named(2, 2, over)), 'A001')?.id).toBe(
      visitId(1),
    )
})

test('R-VISIT-4: lines of another day are left out; at one moment the smaller terminal’s comes first, then the earlier', () => {
  const line = (terminal: number, seq: number, at = '2026-11-24T01:00:00.000Z') =>
    ({ ...visitLine(0, 2, deed(1, 'called')), terminal, seq, at }) as VisitLine
  const given = [
    line(3, 1),
    line(2, 9),
    line(2, 8),
    line(1, 5, '2026-11-24T02:00:00.000Z'),
    line(2, 7, '2026-11-25T01:00:00.000Z'),
  ]
  expect(linesOfDay(given, day).map(({ terminal, seq }) => [terminal, seq])).toEqual([
    [2, 8],
    [2, 9],
    [3, 1],
    [1, 5],
  ])
})

test('R-VISIT-5: what a record says of a visit, a telephone number by its ends', () => {
  const by = { person: 'li.ck', name: '李样例', role: 'clerk', office: 'window' }
  const record = (note: object, kind = 'note') =>
    lineOf({ kind, terminal: 2, seq: 5, at: '2026-11-24T01:00:00.000Z', window: 2, by, note } as never)
  expect(record(question(1, { phone: '13800000009' }))?.note).toMatchObject({ phone: '138****0009' })
  expect(record(question(1))?.note).toMatchObject({ phone: null })
  expect(record(deed(1, 'called'))).toMatchObject({ terminal: 2, seq: 5, window: 2, personName: '李样例' })
  expect(record({ type: 'signedIn' })).toBeUndefined()
  expect(record(deed(1, 'called'), 'act')).toBeUndefined()
})
