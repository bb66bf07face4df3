/** Judging: `check` on the case as it now stands, in the hall's one order; an act is confirmed, refused or out of turn as a whole. */
import type { Calendar } from '../shared/calendar/calendar.ts'
import { dayOf } from '../shared/calendar/day.ts'
import { apply } from '../shared/case/apply.ts'
import type { Case } from '../shared/case/case.ts'
import { check } from '../shared/case/check.ts'
import { type AnyEvent, isKnownType } from '../shared/case/event.ts'
import type { CaseId, EventId } from '../shared/case/ids.ts'
import { type Refusal, refuse, turnsOnTime } from '../shared/case/refusal.ts'
import { bindingOf } from '../shared/case/rows.ts'
import type { EventType } from '../shared/case/workflow.ts'
import type { Verdict } from '../shared/contract/views.ts'
import type { Item } from '../shared/item/item.ts'
import { holdingsOn, type Person } from '../shared/people/role.ts'
import { type ActRecord, eventsOf } from '../shared/record/record.ts'

/** What judging may ask; everything is loaded before. */
export type Bench = {
  calendar: Calendar
  /** The item of a case's edition; undefined when that edition is not published here. */
  itemOf(edition: string, code: string): Item | undefined
  person(id: string): Person | undefined
  signedInHere(terminal: number, person: string): boolean
  kase(id: CaseId): Case | undefined
  /** Has an event been refused? */
  wasRefused(event: EventId): boolean
  /** Does an earlier act on this case wait for what this server does not know? */
  waits(id: CaseId): boolean
}

export type Judgement = {
  verdicts: Verdict[]
  /** Confirmed events in order, with the case after each. */
  confirmed: { event: AnyEvent; after: Case | undefined }[]
  /** What the maker must look at. */
  tasks: { kind: 'refused' | 'outOfTurn' | 'doubt'; event: AnyEvent; refusal: Refusal | null }[]
  waiting: CaseId[]
}

/** Judges one act of a hall's terminal. */
export function judge(record: ActRecord, bench: Bench): Judgement {
  const events = eventsOf(record)
  if (events.some((event) => isNotUnderstood(event, bench) || bench.waits(event.case)))
    return {
      verdicts: events.map((event) => verdict(event, 'waiting', null)),
      confirmed: [],
      tasks: [],
      waiting: [...new Set(events.map((event) => event.case))],
    }
  const { refusals, doubts } = examine(record, events, bench)
  const refused = refusals
  const bad = refused.find((refusal) => refusal !== null) ?? null
  if (bad === null)
    return confirm(
      events,
      events.map(() => 'confirmed' as const),
      bench,
      doubts.map((refusal, i) => (refusal === null ? null : { kind: 'doubt' as const, event: events[i]!, refusal })),
    )
  const binds = events.some(
    (event) => bindingOf(event.type as EventType, bench.kase(event.case)?.processing) === 'served',
  )
  const receives = new Set(
    events
      .filter((event) => event.type === 'received' && bench.kase(event.case) === undefined)
      .map((event) => event.case),
  )
  if (!binds && receives.size === 0) {
    const first = events.find((_, i) => refused[i] !== null)!
    return {
      verdicts: events.map((event) => verdict(event, 'refused', bad)),
      confirmed: [],
      tasks: [{ kind: 'refused', event: first, refusal: bad }],
      waiting: [],
    }
  }
  const standings = events.map((event) =>
    event.type === 'received' && receives.has(event.case) ? ('confirmed' as const) : ('outOfTurn' as const),
  )
  const marked = events.map((event, i) =>
    refused[i] === null
      ? null
      : {
          kind: standings[i] === 'outOfTurn' ? ('outOfTurn' as const) : ('doubt' as const),
          event,
          refusal: refused[i] ?? null,
        },
  )
  return confirm(events, standings, bench, marked)
}

function isNotUnderstood(event: AnyEvent, bench: Bench): boolean {
  if (!isKnownType(event)) return true
  if (event.type !== 'received') return false
  const data = event.data as { editions?: { catalogue?: string }; item?: string }
  return bench.itemOf(data.editions?.catalogue ?? '', data.item ?? '') === undefined
}

function examine(
  record: ActRecord,
  events: AnyEvent[],
  bench: Bench,
): { refusals: (Refusal | null)[]; doubts: (Refusal | null)[] } {
  const person = bench.person(record.by.person)
  const held =
    person !== undefined &&
    holdingsOn(person, dayOf(record.at)).some(
      (each) => each.role === record.by.role && each.office === record.by.office,
    )
  const entitled = held && bench.signedInHere(record.terminal, record.by.person)
  const kases = new Map<CaseId, Case | undefined>()
  const refusals: (Refusal | null)[] = []
  const doubts: (Refusal | null)[] = []
  for (const event of events) {
    const kase = kases.has(event.case) ? kases.get(event.case) : bench.kase(event.case)
    let refusal: Refusal | null = null
    if (!entitled) refusal = refuse('notYours', { event: event.type, seats: [] })
    else if (event.after !== null && bench.wasRefused(event.after)) refusal = refuse('behind')
    else if (kase !== undefined && kase.hall !== record.hall) refusal = refuse('caseUnknown')
    else {
      const fact = { type: event.type, v: event.v, case: event.case, data: event.data, after: kase?.last ?? null }
      const edition =
        event.type === 'received'
          ? (event.data as { editions: { catalogue: string } }).editions.catalogue
          : (kase?.editions.catalogue ?? '')
      const code = event.type === 'received' ? (event.data as { item: string }).item : (kase?.item ?? '')
      refusal =
        check(kase, fact, {
          now: record.at,
          actor: { person: record.by.person, role: record.by.role, office: record.by.office },
          item: bench.itemOf(edition, code),
          calendar: bench.calendar,
        }) ?? null
    }
    const doubtful =
      refusal !== null &&
      (turnsOnTime(refusal) ||
        (bindingOf(event.type as EventType) === 'always' && !(event.type === 'received' && kase !== undefined)))
    refusals.push(doubtful ? null : refusal)
    // A paper that was printed is a fact; what it belongs to has its own verdict.
    doubts.push(
      doubtful && event.type === 'received'
        ? refusal
        : doubtful && refusal !== null && turnsOnTime(refusal)
          ? refusal
          : null,
    )
    kases.set(event.case, apply(kase, { ...event, standing: 'confirmed' }))
  }
  return { refusals, doubts }
}

function confirm(
  events: AnyEvent[],
  standings: ('confirmed' | 'outOfTurn')[],
  bench: Bench,
  marked: (Judgement['tasks'][number] | null)[],
): Judgement {
  const kases = new Map<CaseId, Case | undefined>()
  const confirmed = events.map((event, i) => {
    const before = kases.has(event.case) ? kases.get(event.case) : bench.kase(event.case)
    const standing = { ...event, standing: standings[i] ?? null }
    const after = apply(before, standing)
    kases.set(event.case, after)
    return { event: standing, after }
  })
  return {
    verdicts: events.map((event, i) => verdict(event, standings[i]!, marked[i]?.refusal ?? null)),
    confirmed,
    tasks: marked.filter((each) => each !== null),
    waiting: [],
  }
}

function verdict(event: AnyEvent, standing: Verdict['standing'], refusal: Refusal | null): Verdict {
  return { event: event.id, case: event.case, standing, refusal }
}
