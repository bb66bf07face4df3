/** Every state that lawful acts can bring a case of an item to, walked over an abstraction of the case: what later law asks about. */
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { openQuestions } from '../../shared/case/answers.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { check } from '../../shared/case/check.ts'
import { acceptanceOf } from '../../shared/case/clock.ts'
import type { Actor } from '../../shared/case/context.ts'
import { coolingOf, coolingPhase } from '../../shared/case/cooling.ts'
import { type AnyEvent, eventVersion, type Payloads } from '../../shared/case/event.ts'
import { type ActId, eventId, type Instant } from '../../shared/case/ids.ts'
import { stillCounts } from '../../shared/case/needs.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import { rowsFrom } from '../../shared/case/rows.ts'
import { type SeatNeeded, seatsFor } from '../../shared/case/seats.ts'
import { passedSteps, stepsOf } from '../../shared/case/steps.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar, hall } from './catalogue.ts'
import { actor, type Life, testMoment } from './life.ts'
import { payloadOf } from './payloads.ts'

export type State = { key: string; kase: Case; now: Instant; way: readonly string[] }
type Try = { type: EventType; data: unknown; by: Actor }

/** Acts that bring a case nowhere, in whichever state. */
const still: ReadonlySet<EventType> = new Set([
  'printed',
  'reprinted',
  'numberLinked',
  'urged',
  'coExaminerAdded',
  'correctedOnSpot',
  'detailsCorrected',
  'paperCorrected',
  'partiesInformed',
  'extended',
])

/** Besides the usual payload: what leads elsewhere. */
const variants: { [T in EventType]?: (usual: Payloads[T], kase: Case, item: Item) => Payloads[T][] } = {
  supplemented: (usual) => [{ ...usual, materials: [], complete: false }],
  objectionResolved: (usual) => [{ ...usual, upheld: true }],
  // The usual one goes back to the step before; any step that was passed can be gone back to.
  stepReturned: (usual, kase, item) => passedSteps(kase, item).map(({ key }) => ({ ...usual, to: key })),
  decisionReturned: (usual, kase, item) => passedSteps(kase, item).map(({ key }) => ({ ...usual, to: key })),
}

/** Days that are waited, from one state to another. */
const WAITS = [9, 66]

/** What the case is, as far as the law will ask about it. */
function keyOf(kase: Case, item: Item, now: Instant): string {
  const today = dayOf(now)
  const cooling = coolingOf(kase, item, calendar)
  const passed = (day: Day | undefined) => (day === undefined ? '-' : today > day)
  return [
    kase.status,
    kase.outcome,
    stepsOf(kase, item).map(({ key }) => key),
    kase.stepsDone.length,
    kase.owed.length > 0,
    kase.corrections.length > 0,
    kase.completedAt !== null,
    kase.committed.length > 0,
    openQuestions(item, kase.answers).length > 0,
    Object.values(kase.answers).includes(false),
    kase.pauses.some(({ until }) => until === null),
    kase.hearing,
    kase.objections > 0,
    // What was done before the case was sent back, and what of it still counts.
    stepsOf(kase, item).map((step) =>
      step.needs === undefined
        ? ''
        : stillCounts(step.needs === 'factsChecked' ? kase.factsChecked : kase.publicity, item, step) !== undefined,
    ),
    passed(kase.publicity?.until),
    passed(kase.hearingRequestBy),
    kase.hearingAt !== undefined && today >= dayOf(kase.hearingAt),
    kase.certificate !== null,
    (kase.attempts ?? []).length > 0,
    kase.assignee !== null,
    kase.coExaminers.length > 0,
    acceptanceOf(kase, calendar, now).deemed,
    cooling === null ? '' : coolingPhase(cooling, today),
  ].join(' ')
}

const later = (now: Instant, days: number): Instant => `${addDays(dayOf(now), days)}T02:00:00.000Z` as Instant

/** Somebody who sits there; who decides is never who accepted. */
const sitting = ({ role, office }: SeatNeeded): Actor => actor(role, office ?? 'window')

/** What people in these seats might try from here. */
function tries({ kase, now }: State, item: Item, seats?: readonly SeatNeeded[], more?: EventType): Try[] {
  return rowsFrom(kase.status, kase.kind)
    .filter(({ event }) => event === more || !still.has(event))
    .flatMap((row) => {
      const mine = seatsFor(row, kase, item).filter(
        (seat) => seats === undefined || seats.some(({ role, office }) => covers(seat, { role, office })),
      )
      const [seat] = mine
      if (seat === undefined) return []
      const usual = payloadOf[row.event]({ kase, item, seed: 1, at: now, missing: [], set: {} })
      const others = variants[row.event] as ((usual: unknown, kase: Case, item: Item) => unknown[]) | undefined
      // 会办意见: whoever was asked, wherever they sit.
      const [asked] = kase.coExaminers
      const by =
        row.event === 'opinionGiven' && asked !== undefined ? { ...sitting(seat), person: asked } : sitting(seat)
      return [usual, ...(others?.(usual, kase, item) ?? [])].map((data) => ({ type: row.event, data, by }))
    })
}

const covers = (asked: SeatNeeded, mine: SeatNeeded) =>
  asked.role === mine.role && (asked.office === null || mine.office === null || asked.office === mine.office)

function factOf(kase: Case, { type, data }: Try) {
  return { type, v: eventVersion, case: kase.id, after: kase.last, data }
}

function refusalOf(kase: Case, item: Item, now: Instant, tried: Try): Refusal | undefined {
  const context = { now, actor: tried.by, item, calendar, settings: hall.settings }
  return check(kase, factOf(kase, tried), context)
}

let acts = 0

function after(kase: Case, now: Instant, tried: Try): Case {
  acts += 1
  const id = eventId(`00000000-0000-4000-8000-${String(acts).padStart(12, '0')}` as ActId, 0)
  const by = { person: tried.by.person, name: '测试员', role: tried.by.role, office: tried.by.office }
  const stamp = { act: id.slice(0, 36), at: now, by, hall: kase.hall, terminal: 1, seq: 1, window: null }
  return apply(kase, { ...factOf(kase, tried), id, standing: null, stamp } as unknown as AnyEvent)!
}

export type Walked = { states: Map<string, State>; edges: Map<string, Set<string>> }

/** Walks from these lives until nothing new is met; `more` is walked too, though it brings a case nowhere. */
export function walk(item: Item, lives: readonly Life[], more?: EventType): Walked {
  const states = new Map<string, State>()
  const edges = new Map<string, Set<string>>()
  const meet = (kase: Case, now: Instant, way: readonly string[]): string => {
    const key = keyOf(kase, item, now)
    if (!states.has(key)) states.set(key, { key, kase, now, way })
    return key
  }
  for (const life of lives) meet(life.kase, testMoment, ['received'])
  for (const state of states.values()) {
    const to = new Set<string>()
    edges.set(state.key, to)
    for (const tried of tries(state, item, undefined, more))
      if (refusalOf(state.kase, item, state.now, tried) === undefined)
        to.add(meet(after(state.kase, state.now, tried), state.now, [...state.way, tried.type]))
    for (const days of state.kase.status === 'closed' ? [] : WAITS)
      to.add(meet(state.kase, later(state.now, days), [...state.way, `${days} days`]))
  }
  return { states, edges }
}

/** Whether somebody in one of these seats can do something lawful, now or on a later day. */
export function canAct(state: State, item: Item, seats: readonly SeatNeeded[]): boolean {
  return [0, ...WAITS].some((days) => {
    const now = days === 0 ? state.now : later(state.now, days)
    return tries({ ...state, now }, item, seats).some((tried) => refusalOf(state.kase, item, now, tried) === undefined)
  })
}

/** Whether this act is lawful now for who is asked to do it. */
export function mayDo(state: State, item: Item, type: EventType): boolean {
  return tries(state, item).some(
    (tried) => tried.type === type && refusalOf(state.kase, item, state.now, tried) === undefined,
  )
}

/** The states from which no way leads to the end. */
export function deadEnds({ states, edges }: Walked): State[] {
  const from = new Map<string, string[]>()
  for (const [key, next] of edges) for (const to of next) from.set(to, [...(from.get(to) ?? []), key])
  const ends = [...states.values()].filter(({ kase }) => kase.status === 'closed').map(({ key }) => key)
  const reaching = new Set(ends)
  for (const key of reaching) for (const before of from.get(key) ?? []) reaching.add(before)
  return [...states.values()].filter(({ key }) => !reaching.has(key))
}
