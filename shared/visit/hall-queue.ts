/** 大厅等候: numbers that the hall gives out by kind of matter, and any window takes the next of. Who gets which number the bureau says,
 *  one after the other; what is done with a number then stands in the lines of the day like every ticket. Pure. */
import { z } from 'zod'
import { Instant, WindowNo } from '../case/ids.ts'
import { QueueKind, TicketLabel, VisitId } from './notes.ts'
import type { Ticket } from './ticket.ts'

export const queueKinds = QueueKind.options

/** The letter before a kind's numbers (救助 养老 治理 服务), none that ticket machines begin with. */
export const kindLetters: Readonly<Record<QueueKind, string>> = {
  relief: 'J',
  elderly: 'Y',
  governance: 'Z',
  basic: 'F',
}

/** A number of the day. `window` and `takenAt` null: it waits. */
export const HallNumber = z.strictObject({
  ticket: VisitId,
  label: TicketLabel,
  kind: QueueKind,
  givenAt: Instant,
  window: WindowNo.nullable(),
  takenAt: Instant.nullable(),
})
export type HallNumber = z.infer<typeof HallNumber>

/** The number of a kind: J001. */
export function hallLabel(kind: QueueKind, no: number): TicketLabel {
  return `${kindLetters[kind]}${String(no).padStart(3, '0')}`
}

/** Those that wait, the longest first. A number that a window called without the bureau is over here too: its line says so. */
export function waitingInHall(numbers: readonly HallNumber[], tickets: readonly Ticket[]): HallNumber[] {
  const called = new Set(
    tickets.filter(({ calledAt, state }) => calledAt !== null || state !== 'waiting').map(({ id }) => id),
  )
  return numbers.filter(({ ticket, takenAt }) => takenAt === null && !called.has(ticket))
}

/** Taken for this window and never called, because the program ended in between: they come first. */
export function takenUncalled(
  numbers: readonly HallNumber[],
  tickets: readonly Ticket[],
  window: WindowNo | null,
): HallNumber[] {
  const known = new Set(tickets.filter(({ calledAt }) => calledAt !== null).map(({ id }) => id))
  return numbers.filter((each) => each.takenAt !== null && each.window === window && !known.has(each.ticket))
}
