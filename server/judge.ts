/** Judging one act: `check` on its cases as they now stand; the act is confirmed, refused, out of turn or waiting as a whole. Pure. */
import type { Calendar } from '../shared/calendar/calendar.ts'
import { dayOf } from '../shared/calendar/day.ts'
import { apply } from '../shared/case/apply.ts'
import type { Case } from '../shared/case/case.ts'
import { check } from '../shared/case/check.ts'
import { type AnyEvent, readFact } from '../shared/case/event.ts'
import type { BrokenPromise } from '../shared/case/former.ts'
import type { CaseId, EventId, Instant, PersonId } from '../shared/case/ids.ts'
import { foreignNumber } from '../shared/case/own-number.ts'
import { type Refusal, refuse, turnsOnTime } from '../shared/case/refusal.ts'
import { bindingOf } from '../shared/case/rows.ts'
import type { EventType } from '../shared/case/workflow.ts'
import type { Task, Verdict } from '../shared/contract/views.ts'
import type { Item } from '../shared/item/item.ts'
import { holdingsOn, type Person } from '../shared/people/role.ts'
import { type ActRecord, eventsOf } from '../shared/record/record.ts'

/** What became of an event. `elsewhere`: another hall has it. `unknown`: the bureau has never seen it. */
export type Fate = 'confirmed' | 'refused' | 'elsewhere' | 'unknown'

/** What judging may ask; everything is loaded before. */
export type Bench = {
  calendar: Calendar
  settings: Readonly<Record<string, string>>
  /** When the hall closes. */
  closesAt?: string | undefined
  itemOf(edition: string, code: string): Item | undefined
  person(id: PersonId): Person | undefined
  /** Has this person ever signed in online at the terminal that is judged? */
  signedInHere(person: PersonId): boolean
  kase(id: CaseId): Case | undefined
  /** Where the applicant's promise was found untrue, if it was. */
  brokenPromise(kase: Case, by: Instant): BrokenPromise | undefined
  fate(event: EventId): Fate
  /** Does an earlier act on this case wait for what this server does not understand? */
  isBlocked(id: CaseId): boolean
  /** False: what waits for an event that will never come is judged without it. */
  patient: boolean
}

export type Marked = { kind: Task['kind']; event: AnyEvent; refusal: Refusal }
export type Judgement = {
  verdicts: Verdict[]
  /** In order, with the case after each. */
  confirmed: { event: AnyEvent; after: Case | undefined }[]
  /** What the maker must look at. */
  tasks: Marked[]
  /** Null when it was judged; `blocks`: later acts on its cases wait behind it. */
  waits: { cases: CaseId[]; blocks: boolean } | null
}

/** An event as examined: what stands against it, what is doubtful about it, and its case around it. */
type Examined = {
  event: AnyEvent
  before: Case | undefined
  after: Case | undefined
  refusal: Refusal | null
  doubt: Refusal | null
}

/** Judges one act of a hall's terminal. */
export function judge(record: ActRecord, bench: Bench): Judgement {
  const events = eventsOf(record)
  if (events.some((event) => bench.isBlocked(event.case) || !isUnderstood(event, bench))) return wait(events, true)
  if (bench.patient && events.some((event) => isAhead(event, record, bench))) return wait(events, false)

  const examined = examine(record, events, bench)
  const bad = examined.find((each) => each.refusal !== null)
  if (bad === undefined) return confirm(examined)
  return examined.some(binds) ? confirmOutOfTurn(examined) : refuseAll(examined, bad)
}

/** Does this server know the event's type, all that it carries, and the editions it names? A later program may write more. */
function isUnderstood(event: AnyEvent, bench: Bench): boolean {
  const fact = readFact(event)
  if (fact === undefined) return false
  if (fact.type === 'received') return bench.itemOf(fact.data.editions.catalogue, fact.data.item) !== undefined
  if (fact.type !== 'accepted' && fact.type !== 'acceptedIncomplete') return true
  // An acceptance may renew the editions of its case.
  const code = bench.kase(event.case)?.item
  const renewed = fact.data.editions
  return renewed === null || code === undefined || bench.itemOf(renewed.catalogue, code) !== undefined
}

/** Does it name an event that the bureau has yet to get? After a restore terminals send again in any order. */
function isAhead({ after }: AnyEvent, { act }: ActRecord, bench: Bench): boolean {
  return after !== null && !after.startsWith(`${act}#`) && bench.fate(after) === 'unknown'
}

/** Asks the law about each event in turn, each on the case as the one before left it. */
function examine(record: ActRecord, events: readonly AnyEvent[], bench: Bench): Examined[] {
  const { by, at } = record
  const person = bench.person(by.person)
  const held = (person === undefined ? [] : holdingsOn(person, dayOf(at))).filter(
    (each) => each.role === by.role && each.office === by.office && each.standsInFor === by.standsInFor,
  )
  const entitled = held.length > 0 && bench.signedInHere(by.person)
  const qualifications = held.flatMap((each) => each.qualifications ?? [])
  const kases = new Map<CaseId, Case | undefined>()

  return events.map((event) => {
    const before = kases.has(event.case) ? kases.get(event.case) : bench.kase(event.case)
    const refusal = entitled
      ? lawOf(event, before, { ...record, qualifications }, bench)
      : refuse('notYours', { event: event.type, seats: [] })
    const after = apply(before, { ...event, standing: 'confirmed' })
    kases.set(event.case, after)
    if (refusal === null) return { event, before, after, refusal, doubt: null }
    return isOnlyDoubt(event, before, after, refusal)
      ? { event, before, after, refusal: null, doubt: refusal }
      : { event, before, after, refusal, doubt: null }
  })
}

function lawOf(
  event: AnyEvent,
  before: Case | undefined,
  record: ActRecord & { qualifications: readonly string[] },
  bench: Bench,
): Refusal | null {
  const fate = event.after === null ? 'confirmed' : bench.fate(event.after)
  if (fate === 'refused') return refuse('behind')
  if (fate === 'elsewhere') return refuse('caseUnknown')
  const fact = readFact(event)
  const made = fact?.type === 'received' ? fact.data : null
  const foreign = made === null ? undefined : foreignNumber(made.number, record.terminal)
  if (foreign !== undefined) return foreign
  const { by, at, qualifications } = record
  const refusal = check(
    before,
    // The bureau judges on the case as it stands: that somebody acted in between is no reason by itself.
    { type: event.type, v: event.v, case: event.case, data: event.data, after: before?.last ?? null },
    {
      now: at,
      actor: { ...by, qualifications },
      item: bench.itemOf((made ?? before)?.editions.catalogue ?? '', (made ?? before)?.item ?? ''),
      calendar: bench.calendar,
      settings: bench.settings,
      closesAt: bench.closesAt,
      brokenPromise: event.type === 'committed' && before !== undefined ? bench.brokenPromise(before, at) : undefined,
      holdingsOf: (person) => {
        const other = bench.person(person)
        return other === undefined ? [] : holdingsOn(other, dayOf(at))
      },
    },
  )
  return refusal ?? null
}

/** What turns on clock or calendar, and what is said against a receipt or a printed paper, is a doubt for people to look at. */
function isOnlyDoubt(event: AnyEvent, before: Case | undefined, after: Case | undefined, refusal: Refusal): boolean {
  if (after === undefined) return false
  if (turnsOnTime(refusal)) return true
  return bindingOf(event.type as EventType) === 'always' && !(event.type === 'received' && before !== undefined)
}

/** Is something of it in the applicant's hands? */
function binds({ event, before, after }: Examined): boolean {
  if (after === undefined) return false
  return event.type === 'received' || bindingOf(event.type as EventType, before?.processing) === 'served'
}

/** Not judged yet; with `blocks` the later acts on its cases wait behind it. */
export function wait(events: readonly AnyEvent[], blocks: boolean): Judgement {
  return {
    verdicts: events.map((event) => ({ event: event.id, case: event.case, standing: 'waiting', refusal: null })),
    confirmed: [],
    tasks: [],
    waits: { cases: [...new Set(events.map((event) => event.case))], blocks },
  }
}

function confirm(examined: readonly Examined[]): Judgement {
  return {
    verdicts: examined.map(({ event, doubt }) => verdict(event, 'confirmed', doubt)),
    confirmed: examined.map(({ event, after }) => ({ event: { ...event, standing: 'confirmed' }, after })),
    tasks: onceEach(
      examined.flatMap(({ event, doubt }) => (doubt === null ? [] : [{ kind: 'doubt', event, refusal: doubt }])),
    ),
    waits: null,
  }
}

function refuseAll(examined: readonly Examined[], bad: Examined): Judgement {
  const refusal = bad.refusal ?? refuse('notNow')
  return {
    verdicts: examined.map(({ event }) => verdict(event, 'refused', refusal)),
    confirmed: [],
    tasks: [{ kind: 'refused', event: bad.event, refusal }],
    waits: null,
  }
}

/** 收件 itself stands, and what was handed over with it is marked; a second 收件 of a case is marked too. */
function confirmOutOfTurn(examined: readonly Examined[]): Judgement {
  const kases = new Map<CaseId, Case | undefined>()
  const tasks: Marked[] = []
  const confirmed = examined.map(({ event, before: first, refusal, doubt }) => {
    const before = kases.has(event.case) ? kases.get(event.case) : first
    const standing = event.type === 'received' && before === undefined ? 'confirmed' : 'outOfTurn'
    const stood: AnyEvent = { ...event, standing }
    const after = apply(before, stood)
    kases.set(event.case, after)
    const against = refusal ?? doubt
    if (against !== null)
      tasks.push({
        kind: standing === 'outOfTurn' && refusal !== null ? 'outOfTurn' : 'doubt',
        event,
        refusal: against,
      })
    return { event: stood, after, against }
  })
  return {
    verdicts: confirmed.map(({ event, against }) => verdict(event, event.standing ?? 'confirmed', against)),
    confirmed,
    tasks: onceEach(tasks),
    waits: null,
  }
}

/** One task for one thing to look at, however many events of the act it is said of. */
function onceEach(tasks: readonly Marked[]): Marked[] {
  const first = new Map<string, Marked>()
  for (const task of tasks) {
    const key = `${task.kind} ${task.event.case} ${task.refusal.code}`
    if (!first.has(key)) first.set(key, task)
  }
  return [...first.values()]
}

function verdict(event: AnyEvent, standing: Verdict['standing'], refusal: Refusal | null): Verdict {
  return { event: event.id, case: event.case, standing, refusal }
}
