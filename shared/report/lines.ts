/** What a case counts for, line by line. Pure: each event adds lines or takes some back, given the case before and after it, so that
 *  counting as events come and counting anew from the first of them give the same. */
import type { Calendar } from '../calendar/calendar.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import type { Case } from '../case/case.ts'
import type { AnyEvent } from '../case/event.ts'
import type { EventId, PersonId, WindowNo } from '../case/ids.ts'
import type { EventType } from '../case/workflow.ts'
import type { Item, ItemCode } from '../item/item.ts'
import { causesOf } from './causes.ts'
import { decisionParts } from './decision-parts.ts'
import { isInHand } from './figures.ts'
import type { Part } from './parts.ts'
import { overdueOn, silentOn } from './pending.ts'
import { placeOf } from './place.ts'
import { workingMinutes } from './working-minutes.ts'

/** One more of a part, on the Beijing day of the act, for the window and the person that did it. What comes by itself counts at the
 *  window that received the case. An event gives each part once at most. */
export type Line = {
  event: EventId
  part: Part
  day: Day
  window: WindowNo | null
  person: PersonId
  personName: string
  item: ItemCode
  street: string
  community: string
  amount: number
  /** The Beijing hour of the act; absent for what comes by itself. */
  hour?: number
  /** Why the applicant was told to come again, or turned away. */
  causes?: readonly string[]
  /** Its day may not have come: an act of before that day takes it back. */
  pending?: true
}

export type CountedAct = {
  before: Case | undefined
  event: AnyEvent
  after: Case | undefined
  /** By the case's editions; undefined where this program does not know it: then nothing of its limits counts. */
  item: Item | undefined
  calendar: Calendar
  /** Only the bureau knows. */
  offline?: boolean | undefined
}

type Added = { part: Part; amount?: number }

/** Acts that neither count nor move a day. */
const still: ReadonlySet<string> = new Set<EventType>([
  'printed',
  'numberLinked',
  'urged',
  'reassigned',
  'coExaminerAdded',
  'opinionGiven',
  'paperCorrected',
  'commitmentVerified',
])

/** The lines of a case after one more event. */
export function countOn(lines: readonly Line[], act: CountedAct): readonly Line[] {
  const { event, after } = act
  if (after === undefined || still.has(event.type) || after.outOfTurn.includes(event.id)) return lines
  const line = lineBy(act, after)
  // 冲正: the application was never there, and only that is left to count.
  if (after.outcome === 'voided') return event.type === 'voided' ? [line({ part: 'voided' })] : lines
  const settled = settle(lines, dayOf(event.stamp.at))
  const counted = withComing([...settled, ...partsOf(settled, act, after).map(line)], act, after, line)
  const all = withEnd(counted, act, after)
  return [...all, ...foreseen(all, after, act)]
}

/** The lines of a running case as another calendar foresees them; what has settled stays. */
export function foreseeAnew(
  lines: readonly Line[],
  kase: Case,
  books: Pick<CountedAct, 'item' | 'calendar'>,
): readonly Line[] {
  if (kase.outcome === 'voided' || !isInHand(kase)) return lines
  const settled = lines.filter(({ pending }) => pending !== true)
  return [...settled, ...foreseen(settled, kase, books)]
}

/** What was foreseen for a day that has come is so; the rest is taken back, and foreseen anew from the case as it then is. */
function settle(lines: readonly Line[], day: Day): Line[] {
  return lines.flatMap((line) => {
    if (line.pending !== true) return [line]
    const { pending: _, ...so } = line
    return line.day <= day ? [so] : []
  })
}

/** Lines that say why. */
const withCauses: ReadonlySet<Part> = new Set<Part>(['told', 'amended', 'notAccepted', 'refused'])
const BEIJING_AHEAD_OF_UTC = 8

function lineBy({ event, item }: CountedAct, after: Case): (added: Added) => Line {
  const { at, by, window } = event.stamp
  const hour = (Number(at.slice(11, 13)) + BEIJING_AHEAD_OF_UTC) % 24
  const causes = causesOf(event, item)
  return ({ part, amount = 0 }) => ({
    event: event.id,
    part,
    day: dayOf(at),
    window,
    person: by.person,
    personName: by.name,
    item: after.item,
    ...placeFor(after, item),
    amount,
    hour,
    ...(withCauses.has(part) && causes.length > 0 ? { causes } : {}),
  })
}

/** Of sealed matters (收养 …) no figure goes by place: a small number would tell whose it is. */
function placeFor(kase: Case, item: Item | undefined): { street: string; community: string } {
  return item === undefined || item.sealedTo !== undefined
    ? { street: '', community: '' }
    : placeOf(kase.applicant?.address ?? null)
}

/** What an act adds by itself. */
const simple: { [T in EventType]?: readonly Part[] } = {
  received: ['received'],
  correctionRequested: ['told'],
  correctionAmended: ['amended'],
  accepted: ['accepted'],
  acceptedIncomplete: ['accepted', 'incomplete'],
  deemedAcceptanceNoted: ['accepted'],
  notAccepted: ['notAccepted'],
  notRequired: ['notRequired'],
  redirected: ['redirected'],
  lapsed: ['lapsed'],
  terminated: ['terminated'],
  reprinted: ['reprinted'],
  reopened: ['reopened'],
}

function partsOf(settled: readonly Line[], act: CountedAct, after: Case): Added[] {
  const { before, event, calendar, offline } = act
  const { at } = event.stamp
  const has = (part: Part) => settled.some((line) => line.part === part)
  switch (event.type) {
    case 'received':
      return offline === true ? [{ part: 'received' }, { part: 'receivedOffline' }] : [{ part: 'received' }]
    case 'supplemented': {
      const told = before?.corrections.at(-1)?.at
      return told === undefined ? [] : [{ part: 'waited', amount: workingMinutes(calendar, told, at) }]
    }
    case 'withdrawn':
      return [{ part: 'withdrawn', amount: has('accepted') ? 0 : 1 }]
    case 'granted':
    case 'refused':
    case 'recorded':
      return decisionParts(event.type, after, act)
    case 'delivered':
      return [{ part: 'delivered', amount: after.decided === null ? 0 : 1 }]
    default: {
      const added = (simple as Record<string, readonly Part[] | undefined>)[event.type] ?? []
      // Accepted by silence before: it counts once.
      return added.filter((part) => part !== 'accepted' || !has('accepted')).map((part) => ({ part }))
    }
  }
}

/** Acts for which somebody stands at the counter; a delivery only where it was handed over there. */
const coming: ReadonlySet<string> = new Set<EventType>([
  'received',
  'correctedOnSpot',
  'supplemented',
  'lateMaterialReceived',
  'withdrawn',
  'delivered',
])

/** 到场: a day counts once, however much is done on it. And 只跑一次: at the delivery of what was decided there was one such day. */
function withComing(lines: Line[], { event }: CountedAct, after: Case, line: (added: Added) => Line): Line[] {
  if (!coming.has(event.type)) return lines
  const came = lines.filter(({ part }) => part === 'came')
  const here = event.type !== 'delivered' || (event.data as { manner?: unknown } | null)?.manner === 'inPerson'
  const isNew = here && !came.some(({ day }) => day === dayOf(event.stamp.at))
  const days = came.length + (isNew ? 1 : 0)
  const once = event.type === 'delivered' && after.decided !== null && days === 1
  return [...lines, ...(isNew ? [line({ part: 'came' })] : []), ...(once ? [line({ part: 'once' })] : [])]
}

/** Being overdue ends with what is done, with a later last day, or while no day runs. It ends where it began, whoever ended it. */
function withEnd(lines: readonly Line[], act: CountedAct, after: Case): readonly Line[] {
  const first = receiptIn(lines)
  if (first === undefined || !isOverdue(lines)) return lines
  const day = dayOf(act.event.stamp.at)
  const next = overdueOn(after, act)
  const ends = !isInHand(after) || next === null || next > day
  return ends ? [...lines, { ...byItself(first), event: act.event.id, part: 'overdueEnded', day, amount: 0 }] : lines
}

/** What comes by itself if nothing more is done; it follows from what has settled and from the case, not from how it came about. */
function foreseen(settled: readonly Line[], kase: Case, books: Pick<CountedAct, 'item' | 'calendar'>): Line[] {
  const first = receiptIn(settled)
  if (first === undefined) return []
  const silent = settled.some(({ part }) => part === 'accepted') ? null : silentOn(kase, books.calendar)
  const overdue = isOverdue(settled) ? null : overdueOn(kase, books)
  const since = settled.findLast(({ part }) => part === 'overdueEnded') ?? first
  const line = (part: Part, day: Day, { event }: Line): Line => ({
    ...byItself(first),
    event,
    part,
    day,
    amount: 0,
    pending: true,
  })
  return [
    ...(silent === null ? [] : [line('accepted', silent, first), line('acceptedBySilence', silent, first)]),
    ...(overdue === null ? [] : [line('overdue', overdue, since)]),
  ]
}

/** Nobody did it at an hour. */
function byItself({ hour: _, ...first }: Line): Line {
  return first
}

function receiptIn(lines: readonly Line[]): Line | undefined {
  return lines.find(({ part }) => part === 'received')
}

function isOverdue(lines: readonly Line[]): boolean {
  const of = (part: Part) => lines.filter((line) => line.part === part).length
  return of('overdue') > of('overdueEnded')
}
