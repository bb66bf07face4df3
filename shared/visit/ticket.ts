/** The queue at the windows (叫号), as the lines of a day tell it. Pure: every window that has the same lines sees the same queue. */
import type { Instant, PersonId, WindowNo } from '../case/ids.ts'
import { plainNumber } from '../identity/typed-text.ts'
import type { VisitLine } from './line.ts'
import { type Deed, TicketLabel, type TicketNote, type VisitId } from './notes.ts'

export type TicketStep = { did: Deed; at: Instant; window: WindowNo | null; personName: string; to: WindowNo | null }

export type Ticket = {
  id: VisitId
  label: TicketLabel
  /** waiting: given, or passed to a window, and not called there yet · serving: called and not over */
  state: 'waiting' | 'serving' | 'missed' | 'abandoned' | 'done'
  /** It waits for the whole hall, as its list says, and for no window of its own. */
  inHall: boolean
  /** Where it waits, is served or was last. */
  window: WindowNo | null
  /** When it came into this state; a recall does not begin it anew. */
  since: Instant
  calledAt: Instant | null
  /** How often it was called where it is now. */
  calls: number
  /** 首问: who received the person first. */
  first: { person: PersonId; personName: string; window: WindowNo | null }
  steps: TicketStep[]
}

const stateAfter: Record<Deed, Ticket['state']> = {
  given: 'waiting',
  called: 'serving',
  missed: 'missed',
  passed: 'waiting',
  abandoned: 'abandoned',
  done: 'done',
}

/** What may be done with a ticket in a state; whatever two windows did at once, the later line counts. */
const possible: Record<Ticket['state'], readonly Deed[]> = {
  waiting: ['called', 'passed', 'abandoned'],
  serving: ['called', 'missed', 'passed', 'abandoned', 'done'],
  missed: ['called', 'passed', 'abandoned'],
  abandoned: ['called'],
  done: ['called'],
}

export function mayDo({ state }: Pick<Ticket, 'state'>, did: Deed): boolean {
  return possible[state].includes(did)
}

/** Every ticket of the lines, in the order in which they came. `lines` in order. */
export function ticketsOf(lines: readonly VisitLine[]): Ticket[] {
  const tickets = new Map<VisitId, Ticket>()
  for (const line of lines)
    if (line.note.type === 'ticket')
      tickets.set(line.note.ticket, after(tickets.get(line.note.ticket), line, line.note))
  return [...tickets.values()]
}

function after(before: Ticket | undefined, line: VisitLine, { ticket, label, did, to, kind }: TicketNote): Ticket {
  const { at, person, personName } = line
  const window = did === 'passed' && to !== null ? to : line.window
  const state = stateAfter[did]
  const again = did === 'called' && before?.state === 'serving' && before.window === window
  return {
    id: ticket,
    label,
    state,
    inHall: did === 'given' && kind !== undefined,
    window,
    since: again ? before.since : at,
    calledAt: state === 'serving' ? (again ? before.calledAt : at) : (before?.calledAt ?? null),
    calls: did === 'called' ? (again ? before.calls : 0) + 1 : (before?.calls ?? 0),
    first: before?.first ?? { person, personName, window: line.window },
    steps: [...(before?.steps ?? []), { did, at, window: line.window, personName, to }],
  }
}

/** The ticket that this window serves now: the one called last. */
export function servedAt(tickets: readonly Ticket[], window: WindowNo | null): Ticket | undefined {
  return tickets
    .filter((ticket) => ticket.state === 'serving' && ticket.window === window)
    .toSorted(bySince)
    .at(-1)
}

/** Who waits for this window, the longest first; who was passed on has waited before. */
export function waitingFor(tickets: readonly Ticket[], window: WindowNo | null): Ticket[] {
  return tickets
    .filter((ticket) => ticket.state === 'waiting' && !ticket.inHall && ticket.window === window)
    .toSorted(byPassedThenSince)
}

function byPassedThenSince(a: Ticket, b: Ticket): number {
  const passed = (ticket: Ticket) => (ticket.steps.at(-1)?.did === 'passed' ? 0 : 1)
  return passed(a) - passed(b) || bySince(a, b)
}

function bySince(a: Ticket, b: Ticket): number {
  return a.since === b.since ? 0 : a.since < b.since ? -1 : 1
}

/** 过号: they may still come. */
export function missedAt(tickets: readonly Ticket[], window: WindowNo | null): Ticket[] {
  return tickets.filter((ticket) => ticket.state === 'missed' && ticket.window === window).toSorted(bySince)
}

/** The next number of a window's own series (2-001, 2-002 …), for halls without a ticket machine: no window gives another's,
 *  with or without the network. */
export function nextLabel(tickets: readonly Ticket[], window: WindowNo | null): TicketLabel {
  const series = `${window ?? 0}-`
  const given = tickets.flatMap(({ label }) => (label.startsWith(series) ? Number(label.slice(series.length)) : []))
  return `${series}${String(Math.max(0, ...given.filter(Number.isInteger)) + 1).padStart(3, '0')}`
}

/** A typed ticket number as it is kept: full-width and small letters made uniform; undefined when it is none. */
export function readLabel(typed: string): TicketLabel | undefined {
  return TicketLabel.safeParse(plainNumber(typed).toUpperCase()).data
}

/** The ticket of a number that is not over yet, else the last one that was. */
export function findTicket(tickets: readonly Ticket[], label: TicketLabel): Ticket | undefined {
  const same = tickets.filter((ticket) => ticket.label === label)
  return same.findLast(({ state }) => state !== 'done' && state !== 'abandoned') ?? same.at(-1)
}
