/** apply(kase, event): what is the case then? Pure and total: it never refuses, so that one bad page cannot make the book unreadable. */

import type { Case } from './case.ts'
import { type AnyEvent, type Event, type EventOf, readFact } from './event.ts'
import { nobodys, remember } from './remember.ts'
import { findRow } from './rows.ts'
import type { Status } from './workflow.ts'

/** The case after one more event. An event that no row allows from here, or that was judged out of turn, leaves a mark
 *  and changes nothing else; one this program does not know makes the case untouchable here. A first event that is not
 *  a readable `received` gives no case. */
export function apply(kase: Case | undefined, event: AnyEvent): Case | undefined {
  const known = readFact(event) as Event | undefined
  if (kase === undefined) return known?.type === 'received' ? open(known) : undefined
  const seen: Case = { ...kase, last: event.id, lastAt: event.stamp.at }
  if (known === undefined) return { ...seen, unknown: true }
  const row = findRow(known.type, kase.status, kase.kind)
  if (row === undefined || known.standing === 'outOfTurn') {
    const marked = { ...seen, outOfTurn: [...kase.outOfTurn, event.id] }
    // A paper was made whatever its act turned out to be worth.
    return known.type === 'printed' || known.type === 'reprinted' ? remember(marked, known) : marked
  }
  return remember({ ...seen, ...(handsOn(kase.status, row.to) ? nobodys : {}), status: row.to }, known)
}

/** Given to somebody, or joined in by them, a case is theirs while its seat stays the same: where another has the next act, it is on
 *  that one's list. */
function handsOn(from: Status, to: Status): boolean {
  const ofEntry = (status: Status) => status === 'received' || status === 'awaitingCorrection'
  return from !== to && !(ofEntry(from) && ofEntry(to))
}

/** The case that a history adds up to; undefined for a history without a beginning. */
export function replay(events: Iterable<AnyEvent>): Case | undefined {
  let kase: Case | undefined
  for (const event of events) kase = apply(kase, event)
  return kase
}

function open(event: EventOf<'received'>): Case {
  const { data, stamp } = event
  return {
    id: event.case,
    number: data.number,
    hall: stamp.hall,
    terminal: stamp.terminal,
    window: stamp.window,
    item: data.item,
    kind: data.kind,
    processing: data.processing,
    editions: data.editions,
    applicant: data.applicant,
    agent: data.agent,
    form: data.form,
    materials: data.materials,
    answers: data.answers,
    visit: data.visit,
    remark: data.remark,
    status: 'received',
    received: { at: stamp.at, by: stamp.by.person },
    corrections: [],
    answeredAt: null,
    completedAt: null,
    accepted: null,
    owed: [],
    committed: [],
    stepsDone: [],
    pauses: [],
    extension: null,
    hearing: 'none',
    objections: 0,
    proposal: null,
    decided: null,
    certificate: null,
    outcome: null,
    readyAt: null,
    closedAt: null,
    ...nobodys,
    urgedAt: null,
    links: [],
    papers: [],
    outOfTurn: [],
    unknown: false,
    last: event.id,
    lastAt: stamp.at,
  }
}
