/** 稽核要点: what the events of a case say of each point, and what only a person can say. Pure and total; the law itself is asked
 *  (`check`, the clock, the papers of an act), never written again here. */
import { z } from 'zod'
import type { Case } from '../case/case.ts'
import { check } from '../case/check.ts'
import { type AnyEvent, readFact } from '../case/event.ts'
import type { Item } from '../item/item.ts'
import { factsOfHistory, type History, historyOf } from './history.ts'
import { type PointKey, pointKeys, pointOfRefusal, points } from './points.ts'
import { sourcesOf } from './sources.ts'
import { type ChecklistContext, type Found, Why } from './why.ts'

/** ok 合格 · bad 不合格 · ask 需人工核对 */
export const Verdict = z.enum(['ok', 'bad', 'ask'])
export type Verdict = z.infer<typeof Verdict>

export const Point = z.strictObject({
  key: z.enum(pointKeys),
  verdict: Verdict,
  whys: z.array(Why),
  sources: z.array(z.string()),
})
export type Point = z.infer<typeof Point>

/** The points that this case has, in order; none without a beginning. */
export function checklistOf(events: readonly AnyEvent[], context: ChecklistContext): Point[] {
  const history = historyOf(events)
  const { kase } = history
  if (kase === undefined) return []
  const item = context.itemOf(kase.editions.catalogue, kase.item)
  if (item === undefined || kase.unknown) return unjudged(kase, item)
  const { found: facts, kept } = factsOfHistory(history, item, context)
  const found = [...refusalsIn(history, context), ...facts]
  return pointKeys.flatMap((key): Point[] => {
    const whys = found.filter((each) => each.point === key).map(({ why }) => why)
    if (whys.length === 0 && !kept.has(key) && !concerns[key]?.(history, item)) return []
    return [{ key, verdict: verdictOf(key, whys), whys, sources: sourcesOf(key, { item, kase }) }]
  })
}

function verdictOf(key: PointKey, whys: readonly Why[]): Verdict {
  if (whys.some(({ wrong }) => wrong)) return 'bad'
  return whys.length > 0 || points[key][1] === 'asked' ? 'ask' : 'ok'
}

/** A case that this program does not understand is for people alone. */
function unjudged(kase: Case, item: Item | undefined): Point[] {
  const why: Why = { code: 'notUnderstood', facts: {}, wrong: false, event: null, type: null, person: null, at: null }
  return pointKeys.map((key) => ({
    key,
    verdict: 'ask',
    whys: points[key][1] === 'judged' ? [why] : [],
    sources: item === undefined ? [] : sourcesOf(key, { item, kase }),
  }))
}

/** Each act asked of the law once more, at its own moment and in its own capacity. */
function refusalsIn({ steps }: History, context: ChecklistContext): Found[] {
  return steps.flatMap(({ event, before }) => {
    const { at, by } = event.stamp
    const fact = readFact(event)
    const made = fact?.type === 'received' ? fact.data : null
    const about = { event: event.id, type: event.type, person: by.person, at }
    const outOfTurn: Found[] =
      event.standing === 'outOfTurn'
        ? [{ point: 'inOrder', why: { code: 'outOfTurn', facts: {}, wrong: true, ...about } }]
        : []
    const { settings, closesAt, calendar } = context
    const refusal = check(
      before,
      { type: event.type, v: event.v, case: event.case, data: event.data, after: before?.last ?? null },
      {
        now: at,
        actor: { person: by.person, name: by.name, role: by.role, office: by.office, standsInFor: by.standsInFor },
        item: context.itemOf((made ?? before)?.editions.catalogue ?? '', (made ?? before)?.item ?? ''),
        calendar,
        closesAt,
        ...(settings === undefined ? {} : { settings }),
      },
    )
    // Out of turn says already that it came too late for its case.
    if (refusal === undefined || (outOfTurn.length > 0 && pointOfRefusal[refusal.code] === 'inOrder')) return outOfTurn
    // The amounts of the place are those of today, and what was asked may stand on paper: that is for a person to see.
    const wrong = !['notEligible', 'settingMissing', 'questionsOpen'].includes(refusal.code)
    return [...outOfTurn, { point: pointOfRefusal[refusal.code], why: { ...refusal, wrong, ...about } }]
  })
}

/** Whether a case has this point at all; what is not here is only there with something to say. */
const concerns: { [P in PointKey]?: (history: History, item: Item) => boolean } = {
  materialsThere: ({ kase }) => kase?.accepted != null || kase?.decided != null,
  owedBrought: ({ did }) => did('acceptedIncomplete'),
  promiseChecked: ({ did }) => did('committed'),
  toldOnce: ({ did }) => did('correctionRequested'),
  eligible: ({ did }) => did('granted'),
  materialsTrue: ({ kase }) => (kase?.materials ?? []).some(({ got }) => got !== 'none'),
  inOrder: () => true,
  lookedInto: ({ did }, item) =>
    did('factsChecked', 'publicized', 'objectionRaised', 'hearingOffered', 'hearingRequested', 'partiesInformed') ||
    (did('stepPassed') && item.steps.some(({ needs }) => needs !== undefined)),
  rightPerson: () => true,
  otherPersonDecides: ({ kase, did }) => kase?.processing === 'promised' && did('granted', 'refused'),
  twoPeople: ({ did }, item) =>
    did('factsChecked') || (did('stepPassed') && item.steps.some(({ seat }) => seat.persons === 2)),
  noInterest: ({ did }) => did('granted', 'refused', 'recorded', 'accepted', 'acceptedIncomplete'),
  toldInTime: ({ kase }) => kase?.kind === 'permit' && (kase.answeredAt !== null || kase.accepted !== null),
  clockLawful: ({ did }) =>
    did('clockPaused', 'clockResumed', 'extended', 'hearingOffered', 'hearingRequested', 'hearingNoticed', 'lapsed'),
  deliveredInTime: ({ did }, item) => item.delivery !== null && did('delivered'),
  papersMade: () => true,
  served: ({ did }) => did('delivered'),
  reasonsGiven: ({ did }) => did('refused', 'notAccepted', 'revoked'),
  papersTrue: ({ kase }) => (kase?.papers ?? []).length > 0,
}
