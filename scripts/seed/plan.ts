/** What a year brings to the hall: cases, papers printed again, questions and slips of praise or blame, by the seed alone. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { ActId, CaseId, Instant } from '../../shared/case/ids.ts'
import { isInForce } from '../../shared/item/in-force.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Note } from '../../shared/record/record.ts'
import type { RatedNote } from '../../shared/report/rating.ts'
import type { EnquiredNote } from '../../shared/visit/notes.ts'
import { type Chance, chance } from '../../tests/chaos/random.ts'
import { actsOf, type PlannedAct } from '../demo-cases/plan.ts'
import { arrivals, at, type Spell, spells, weighted } from './days.ts'
import { live } from './story.ts'
import { turns } from './turns.ts'

export type Asked = { cases: number; days: number; seed: number; until: Day }
type Told =
  | { is: 'act'; planned: PlannedAct }
  | { is: 'reprint'; case: CaseId; act: ActId }
  | { is: 'question'; note: EnquiredNote }
  | { is: 'rating'; note: RatedNote }
  | { is: 'opened'; note: Extract<Note, { type: 'opened' }> }
/** At a window something happens; what nobody does at a window happens in the offices behind. */
export type Happening = { at: Instant; window: number } & Told
export type Year = { happenings: Happening[]; spells: ReadonlyMap<number, readonly Spell[]> }

export const WINDOWS = [1, 2, 3, 4, 5, 6]
/** Only here sits somebody who may register marriages. */
const REGISTRY = [1, 2]
const QUESTIONS = 0.15
const CLOSED = 17 * 60
const words = ['公墓在哪里', '补助什么时候到账', '今天还能取号吗', '材料可以寄来吗', '可以替老人来办吗', '复印在哪里']
/** Why somebody opens what is masked. */
const reasons = ['电话通知补正', '核对银行账号', '申请人来电问进度', '打印前核对姓名', '联系不上，换号码再打']
const levels = weighted<RatedNote['level']>([
  ['verySatisfied', 60],
  ['satisfied', 28],
  ['basic', 8],
  ['dissatisfied', 3],
  ['veryDissatisfied', 1],
])
/** How often something is asked for: what is done at once for a person most, what an organisation needs least. */
const often = (item: Item) =>
  (item.applicantKind === 'person' ? 2 : 1) *
  (item.processing === 'onTheSpot' ? 3 : 1) *
  (item.kind === 'benefit' ? 2 : 1)

export function planYear(
  asked: Asked,
  days: readonly Day[],
  items: readonly Item[],
  calendar: Calendar,
  reached: (fraction: number) => void = () => undefined,
): Year {
  const dice = chance(asked.seed * 7_919 + 1)
  const until = at(asked.until, 18 * 60)
  const happenings: Happening[] = []
  const some = weighted(items.map((item) => [item, often(item)] as const))
  const came = arrivals(calendar, days, asked.cases, dice)
  const wanted = wantedBy(came, items, some, dice)
  for (const [no, received] of came.entries()) {
    const item = wanted[no]!
    const fitting = turns.filter(({ kinds, fits }) => kinds.includes(item.kind) && fits?.(item) !== false)
    const turn = weighted(fitting.map((each) => [each, each.weight] as const))(dice)
    const window = dice.pick(item.decider.mustHold === undefined ? WINDOWS : REGISTRY)
    const { events } = live({ item, turn, seed: asked.seed * 100_003 + no, received, calendar, until })
    for (const planned of actsOf(events)) {
      if (planned.at > until) continue
      happenings.push({ at: planned.at, window, is: 'act', planned })
      happenings.push(...around(planned, window, dice).filter((each) => each.at <= until))
    }
    reached((no + 1) / came.length)
  }
  const questions = arrivals(calendar, days, Math.round(asked.cases * QUESTIONS), dice)
  for (const moment of questions)
    happenings.push({ at: moment, window: dice.pick(WINDOWS), is: 'question', note: question(some(dice), dice) })
  const own = WINDOWS.map((window) => [window, spells(calendar, days, dice)] as const)
  return { happenings: happenings.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), spells: new Map(own) }
}

/** What follows an act now and then: its paper is lost and printed again, or somebody writes a slip. */
function around({ at: done, events }: PlannedAct, window: number, dice: Chance): Happening[] {
  const [reprint, slip] = [dice.happens(0.03), dice.happens(0.12)]
  const opens = dice.happens(0.04)
  // Now and then somebody answers for another window.
  const desk = dice.happens(0.9) ? window : dice.pick(WINDOWS)
  const reason = dice.pick(reasons)
  const [act, rating] = [dice.uuid() as ActId, dice.uuid()]
  const level = levels(dice)
  const [first] = events
  const ended = events.at(-1)?.type === 'delivered'
  const soon = new Date(Date.parse(done) + 7 * 60_000).toISOString() as Instant
  const day = dayOf(done)
  return [
    ...(reprint && first?.stamp.by.role === 'clerk'
      ? [{ at: soon, window, is: 'reprint' as const, case: first.case, act }]
      : []),
    ...(opens && first !== undefined && at(day, CLOSED) > soon
      ? [
          {
            at: soon,
            window: desk,
            is: 'opened' as const,
            note: { type: 'opened' as const, case: first.case, what: 'details', reason },
          },
        ]
      : []),
    ...(slip && ended
      ? [
          {
            at: at(day, 17 * 60 + 5),
            window,
            is: 'rating' as const,
            note: { type: 'rated' as const, rating, level, window: window as never, person: null, day },
          },
        ]
      : []),
  ]
}

function question(item: Item, dice: Chance): EnquiredNote {
  const about = dice.happens(0.7)
    ? { is: 'item' as const, code: item.code }
    : { is: 'words' as const, words: dice.pick(words) }
  const how = dice.happens(0.9) ? 'answered' : 'sent'
  const to = how === 'sent' ? '示例区邻局' : null
  return { type: 'enquired', enquiry: dice.uuid(), about, how, to, phone: null, visit: null }
}

/** What each of them wants, of what is in force that day: everything at least once, where there are people enough. */
function wantedBy(
  came: readonly Instant[],
  items: readonly Item[],
  some: (dice: Chance) => Item,
  dice: Chance,
): Item[] {
  const drawn = came.map((moment) => {
    for (;;) {
      const item = some(dice)
      if (isInForce(item, dayOf(moment))) return item
    }
  })
  const left = came.map((_, no) => no)
  for (const item of items) {
    const able = left.filter((no) => isInForce(item, dayOf(came[no]!)))
    if (able.length === 0) continue
    const no = dice.pick(able)
    drawn[no] = item
    left.splice(left.indexOf(no), 1)
  }
  return drawn
}
