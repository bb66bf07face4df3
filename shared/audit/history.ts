/** What happened to a case, as an audit reads it: each act with the case before and after it, and what the clock and the papers say. */
import { type Day, dayOf } from '../calendar/day.ts'
import { noticeBy } from '../calendar/permit-terms.ts'
import { apply } from '../case/apply.ts'
import type { Case } from '../case/case.ts'
import { acceptanceOf, clockOf, endOfCase } from '../case/clock.ts'
import { deliveryDue } from '../case/delivery.ts'
import { type AnyEvent, type Event, readFact } from '../case/event.ts'
import type { Instant } from '../case/ids.ts'
import { findRow } from '../case/rows.ts'
import type { EventType } from '../case/workflow.ts'
import type { Item } from '../item/item.ts'
import { isOver } from '../item/last-day.ts'
import { type Acted, papersOwed } from '../paper/compose.ts'
import type { PointKey } from './points.ts'
import type { ChecklistContext, Found, Why, WhyCode } from './why.ts'

export type HistoryStep = { event: AnyEvent; before: Case | undefined; after: Case | undefined }
export type History = {
  steps: readonly HistoryStep[]
  /** As it stands now. */
  kase: Case | undefined
  /** Was one of these done, and in turn? */
  did(...types: EventType[]): boolean
}

export function historyOf(events: readonly AnyEvent[]): History {
  let kase: Case | undefined
  const steps = events.map((event): HistoryStep => {
    const before = kase
    kase = apply(before, event)
    return { event, before, after: kase }
  })
  const done = new Set(steps.filter(inTurn).map(({ event }) => event.type))
  const did = (...types: EventType[]) => types.some((type) => done.has(type))
  return { steps, kase, did }
}

/** Did it change what its case is? */
function inTurn({ event, before, after }: HistoryStep): boolean {
  return after !== undefined && !after.unknown && (before?.outOfTurn.length ?? 0) === after.outOfTurn.length
    ? readFact(event) !== undefined
    : false
}

function why(code: WhyCode, facts: Why['facts'], event?: AnyEvent, wrong = true): Why {
  if (event === undefined) return { code, facts, wrong, event: null, type: null, person: null, at: null }
  const { id, type, stamp } = event
  return { code, facts, wrong, event: id, type, person: stamp.by.person, at: stamp.at }
}

/** What no refusal says: what came too late, was never done, or has no paper. `kept`: limits that had an end, and were kept. */
export function factsOfHistory(
  history: History,
  item: Item,
  context: ChecklistContext,
): { found: Found[]; kept: ReadonlySet<PointKey> } {
  const { found, kept } = limitsOf(history, item, context)
  const others = [
    ...owed(history, item, context),
    ...promises(history, context),
    ...told(history, context),
    ...deliveries(history, item, context),
    ...papers(history),
  ]
  return { found: [...found, ...others], kept }
}

/** 承诺时限、法定时限: at each end that the case came to, and today while it runs. */
function limitsOf(
  { steps, kase }: History,
  item: Item,
  { calendar, now, closesAt }: ChecklistContext,
): { found: Found[]; kept: Set<PointKey> } {
  const ends = steps.flatMap(({ event, before, after }): { kase: Case; at: Instant; by?: AnyEvent }[] =>
    after !== undefined && endOfCase(after) !== null && (before === undefined || endOfCase(before) === null)
      ? [{ kase: after, at: event.stamp.at, by: event }]
      : [],
  )
  const kept = new Set<PointKey>()
  const found: Found[] = []
  if (kase !== undefined && endOfCase(kase) === null) ends.push({ kase, at: now })
  for (const { kase: then, at, by } of ends) {
    const clock = clockOf(then, item, calendar, at, closesAt)
    for (const [point, last] of [
      ['inPromise', clock.promised],
      ['inStatute', clock.statutory],
    ] as const) {
      if (last === null) continue
      if (isOver(last, at, closesAt)) found.push({ point, why: why('overdue', { due: last.day, on: dayOf(at) }, by) })
      else if (by !== undefined) kept.add(point)
    }
  }
  return { found, kept }
}

/** 容缺: brought by the day that was agreed on. */
function owed({ steps, kase }: History, item: Item, { now }: ChecklistContext): Found[] {
  const waiting = new Map<string, { until: Day; event: AnyEvent }>()
  const found: Found[] = []
  const named = (key: string) => item.materials.find((each) => each.key === key)?.name ?? key
  for (const { event, before, after } of steps) {
    const day = dayOf(event.stamp.at)
    const still = new Map((after?.owed ?? []).map(({ key, until }) => [key, until]))
    for (const [key, until] of still) if (!waiting.has(key)) waiting.set(key, { until, event })
    for (const { key } of before?.owed ?? []) {
      const agreed = waiting.get(key)
      if (still.has(key) || agreed === undefined) continue
      waiting.delete(key)
      if (day > agreed.until)
        found.push({
          point: 'owedBrought',
          why: why('owedLate', { material: named(key), due: agreed.until, on: day }, event),
        })
    }
  }
  // Ended without a grant, nothing is waited for any more.
  const end = kase === undefined ? null : endOfCase(kase)
  for (const [key, { until, event }] of waiting)
    if (until < dayOf(end ?? now))
      found.push({ point: 'owedBrought', why: why('owedNever', { material: named(key), due: until }, event) })
  return found
}

/** 告知承诺: what was promised is looked into (事后核查). */
function promises({ kase, did }: History, { now }: ChecklistContext): Found[] {
  if (kase === undefined || kase.committed.length === 0) return []
  const one = (code: WhyCode, facts: Why['facts'], wrong: boolean): Found[] => [
    { point: 'promiseChecked', why: why(code, facts, undefined, wrong) },
  ]
  if (kase.commitmentBroken !== undefined && !did('revoked')) return one('promiseBroken', {}, false)
  if (kase.commitmentChecked === true || kase.outcome !== 'granted' || kase.commitmentBroken !== undefined) return []
  if (kase.checkBy === undefined) return one('promiseUnchecked', {}, false)
  return kase.checkBy < dayOf(now) ? one('promiseUnchecked', { due: kase.checkBy }, true) : []
}

/** 一次性告知, and in five working days. */
function told({ steps, kase }: History, { calendar, now }: ChecklistContext): Found[] {
  const again = steps
    .filter((step) => step.event.type === 'correctionAmended' && inTurn(step))
    .map(({ event }): Found => ({ point: 'toldOnce', why: why('toldAgain', {}, event, false) }))
  const acceptance = kase === undefined ? undefined : acceptanceOf(kase, calendar, now)
  if (acceptance?.day == null || !acceptance.deemed) return again
  const by = noticeBy(calendar, acceptance.day).day
  const first = steps.find(({ before, after }) => before?.answeredAt === null && after?.answeredAt !== null)
  return [...again, { point: 'toldInTime', why: why('silent', { due: by }, first?.event) }]
}

/** 送达: within its time; what went round by public notice was long on its way by law. */
function deliveries({ steps, kase }: History, item: Item, context: ChecklistContext): Found[] {
  const { calendar, now, closesAt } = context
  const late = steps.flatMap((step): Found[] => {
    const { event, before } = step
    if (event.type !== 'delivered' || before === undefined || !inTurn(step)) return []
    const due = deliveryDue(before, item, calendar)
    if (due === null || !isOver(due, event.stamp.at, closesAt)) return []
    const facts = { due: due.day, on: dayOf(event.stamp.at) }
    return [
      {
        point: 'deliveredInTime',
        why: why('deliveredLate', facts, event, (before.attempts ?? []).length === 0),
      },
    ]
  })
  const due = kase === undefined ? null : deliveryDue(kase, item, calendar)
  if (due === null || !isOver(due, now, closesAt)) return late
  const tried = (kase?.attempts ?? []).length > 0
  return [...late, { point: 'deliveredInTime', why: why('notDelivered', { due: due.day }, undefined, !tried) }]
}

/** 文书: each act that hands one over made it, in the same act. */
function papers({ steps }: History): Found[] {
  const acts = new Map<string, HistoryStep[]>()
  for (const step of steps) acts.set(step.event.stamp.act, [...(acts.get(step.event.stamp.act) ?? []), step])
  return [...acts.values()].flatMap((own): Found[] => {
    const acted = own.flatMap((step): Acted[] => {
      const { event, before, after } = step
      if (after === undefined || !inTurn(step)) return []
      const row = findRow(event.type as EventType, before?.status ?? 'new', after.kind)
      return row === undefined ? [] : [{ row, event, before, after }]
    })
    const made = own.map(({ event }) => {
      const fact = readFact(event) as Event | undefined
      return fact?.type === 'printed' ? fact.data.paper.key : undefined
    })
    return papersOwed(acted)
      .filter(({ key }) => !made.includes(key))
      .map(({ key, act }) => ({ point: 'papersMade', why: why('paperMissing', { paper: key }, act.event) }))
  })
}
