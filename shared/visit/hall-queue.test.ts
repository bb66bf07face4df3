import { expect, test } from 'vitest'
import { deed, visitId, visitLine } from '../../tests/make/visit.ts'
import type { Instant, WindowNo } from '../case/ids.ts'
import { type HallNumber, hallLabel, takenUncalled, waitingInHall } from './hall-queue.ts'
import type { TicketLabel, VisitNote } from './notes.ts'
import { ticketsOf, waitingFor } from './ticket.ts'

const number = (no: number, window: number | null = null): HallNumber => ({
  ticket: visitId(no),
  label: `A${String(no).padStart(3, '0')}` as TicketLabel,
  kind: 'elderly',
  givenAt: '2026-11-24T01:00:00.000Z' as Instant,
  window: window as WindowNo | null,
  takenAt: window === null ? null : ('2026-11-24T01:05:00.000Z' as Instant),
})
const given = (no: number): VisitNote => ({ ...deed(no, 'given'), kind: 'elderly' }) as VisitNote
const labels = (numbers: readonly HallNumber[]) => numbers.map(({ label }) => label)

test('R-VISIT-14: a number of the hall waits for no window of its own, whoever gave it, and who received the person first stays named', () => {
  const tickets = ticketsOf([visitLine(1, 2, given(1)), visitLine(2, 2, deed(2, 'given'))])
  expect(waitingFor(tickets, 2 as WindowNo).map(({ label }) => label)).toEqual(['A002'])
  expect(labels(waitingInHall([number(1)], tickets))).toEqual(['A001'])
  const called = ticketsOf([visitLine(1, 2, given(1)), visitLine(3, 4, deed(1, 'called'))])
  expect(called).toMatchObject([{ state: 'serving', window: 4, first: { window: 2 } }])
})

test('R-VISIT-15: what was called without the bureau waits here no longer; what was taken and never called comes first', () => {
  const tickets = ticketsOf([visitLine(3, 4, deed(1, 'called'))])
  const numbers = [number(1), number(2), number(3, 4), number(4, 5)]
  expect(labels(waitingInHall(numbers, tickets))).toEqual(['A002'])
  expect(labels(takenUncalled(numbers, tickets, 4 as WindowNo))).toEqual(['A003'])
  expect(takenUncalled(numbers, ticketsOf([visitLine(3, 4, deed(3, 'called'))]), 4 as WindowNo)).toEqual([])
})

test('R-VISIT-14: each kind has a series of its own', () => {
  expect([hallLabel('relief', 1), hallLabel('elderly', 12), hallLabel('basic', 1000)]).toEqual([
    'J001',
    'Y012',
    'F1000',
  ])
})
