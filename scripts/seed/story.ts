/** One made-up case from the counter to its end, each act at its hour and through the law's own check. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { addWorkdays, workdayFrom } from '../../shared/calendar/workdays.ts'
import type { Case } from '../../shared/case/case.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { type Refusal, turnsOnTime } from '../../shared/case/refusal.ts'
import { nextEvent } from '../../shared/case/turn.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { isInHand } from '../../shared/report/figures.ts'
import { dueDay } from '../../shared/report/pending.ts'
import { type Chance, chance } from '../../tests/chaos/random.ts'
import { form } from '../../tests/make/form.ts'
import { type Life, life } from '../../tests/make/life.ts'
import { at, moment, weighted } from './days.ts'
import { stepOf, type Turn } from './turns.ts'

export type Story = { item: Item; turn: Turn; seed: number; received: Instant; calendar: Calendar; until: Instant }

const families = [...'张李王赵陈杨黄周吴徐孙马朱胡郭何高林罗郑']
const given = ['示例', '样例', '测试', '演示', '试填', '假名', '示范', '例甲', '例乙', '例丙', '例丁', '例戊']
/** Working days until somebody takes the case up again; applicants take longer than offices. */
const office = weighted([
  [0, 3],
  [1, 6],
  [2, 3],
])
const applicant = weighted([
  [1, 3],
  [2, 4],
  [4, 3],
  [8, 1],
])
const ofApplicants: ReadonlySet<EventType> = new Set(['supplemented', 'lateMaterialReceived', 'delivered'])
/** How often an office that has little time left does what is to be done at once. */
const SEES_ITS_DAY = 0.98
const LAST_MINUTE = 16 * 60 + 50
const SEEN_TO = 17 * 60 + 25
const MOST_ACTS = 60

/** What happened to the case up to `until`. */
export function live(story: Story): Life {
  const { item, turn, calendar, until } = story
  const dice = chance(story.seed * 31 + 17)
  const lived = open(story, dice)
  const asides = [...(turn.asides ?? [])]
  let waited = false
  for (let acts = 0; acts < MOST_ACTS && lived.at <= until; acts += 1) {
    const [aside] = asides
    if (aside?.in.includes(lived.kase.status as never)) {
      if (!waited) lived.goTo(later(lived.at, aside.days ?? 0, calendar, dice))
      waited = true
      const step = stepOf(aside.act, item)
      if (lived.refusal(step) === undefined) {
        lived.do(step)
        asides.shift()
        waited = false
        continue
      }
    }
    const next = carriesOn(lived, item)
    if (next === undefined) break
    const wait = (ofApplicants.has(next) ? applicant : office)(dice) + (turn.lies ?? 0)
    const usual = later(lived.at, acts === 0 ? Math.max(1, wait) : wait, calendar, dice)
    const hurries = turn.lies === undefined && !ofApplicants.has(next) && dice.happens(SEES_ITS_DAY)
    lived.goTo(hurries && isPressing(lived.kase, usual, story) ? soon(lived.at, calendar, dice) : usual)
    const step = stepOf(next, item)
    const day = dayOfRefusal(lived.refusal(step))
    if (day !== undefined) lived.goTo(moment(calendar, workdayFrom(calendar, addDays(day, 1)).day, dice))
    lived.do(step)
  }
  return lived
}

/** Promised while one waits, or done on its last day or after it if left until then. */
function isPressing(kase: Case, then: Instant, { item, calendar }: Story): boolean {
  if (!isInHand(kase)) return false
  if (item.processing === 'onTheSpot') return true
  const due = dueDay(kase, item, calendar)
  return due !== null && addWorkdays(calendar, dayOf(then), 1).day >= due
}

/** What is owed is brought before anything more is done, and nothing is accepted without what its form asks for. */
function carriesOn({ kase, refusal }: Life, item: Item): EventType | undefined {
  const owes = kase.owed.length > 0 && (kase.status === 'underReview' || kase.status === 'awaitingDecision')
  const next = owes ? 'lateMaterialReceived' : nextEvent(kase, item)
  return next === 'accepted' && refusal(next)?.code === 'materialsMissing' ? 'correctionRequested' : next
}

/** Until which day the law lets it wait; undefined when it may be done. */
function dayOfRefusal(refusal: Refusal | undefined): Day | undefined {
  return refusal !== undefined && turnsOnTime(refusal) ? (refusal.facts.day as Day | undefined) : undefined
}

/** As much at once as the law allows at the counter: which way is remembered by item and turn. */
const ways = new Map<string, number>()

function open({ item, turn, seed, received, calendar }: Story, dice: Chance): Life {
  const set = filled(item, seed, dayOf(received), dice)
  const missing = turn.lacks?.(item) ?? []
  const key = `${item.code} ${turn.name}`
  const tried = waysIn(item, turn)
  for (let way = ways.get(key) ?? 0; ; way += 1) {
    const types = tried[way]
    if (types === undefined) throw new Error(`${item.code} cannot be received as ${turn.name}`)
    try {
      const lived = life({ item, seed, at: received, missing, set, calendar }).act(types)
      ways.set(key, Math.max(way, ways.get(key) ?? 0))
      return lived
    } catch (error) {
      if (way === tried.length - 1) throw error
    }
  }
}

function waysIn(item: Item, turn: Turn): EventType[][] {
  const early = turn.asides?.some((aside) => aside.in.includes('received')) === true
  if (early) return [['received']]
  if (turn.first !== undefined) return [['received', ...turn.first], ['received', 'accepted'], ['received']]
  const end: EventType[][] = [['certificateIssued', 'prepared', 'delivered'], ['prepared', 'delivered'], []]
  const atOnce = turn.asides === undefined && turn.lies === undefined && item.processing === 'onTheSpot'
  const decided: EventType[] = item.kind === 'filing' ? ['recorded'] : ['accepted', 'granted']
  return [
    ...(atOnce ? end.map((rest): EventType[] => ['received', ...decided, ...rest]) : []),
    ['received', 'accepted'],
    ['received'],
  ]
}

/** A form somebody may really hand in. */
function filled(item: Item, seed: number, day: Day, dice: Chance): FormValues {
  const named = { [item.applicant.name]: dice.pick(families) + dice.pick(given) }
  for (let tried = 0; ; tried += 1)
    try {
      return form(item, seed + tried * 7_001, item.applicantKind === 'person' && tried < 3 ? named : {}, day)
    } catch (error) {
      if (tried === 8) throw error
    }
}

/** One thing after the other: whoever was there before five is still seen to. */
function soon(now: Instant, calendar: Calendar, dice: Chance): Instant {
  const today = dayOf(now)
  const then = minuteOf(now) + 4 + dice.below(12)
  return then < SEEN_TO ? at(today, then, dice.below(60_000)) : later(now, 0, calendar, dice)
}

function minuteOf(now: Instant): number {
  return Math.floor((Date.parse(now) - Date.parse(at(dayOf(now), 0))) / 60_000)
}

/** So many working days later; on the same day a while later, as long as the counter is open. */
function later(now: Instant, days: number, calendar: Calendar, dice: Chance): Instant {
  const today = dayOf(now)
  const then = minuteOf(now) + 20 + dice.below(90)
  if (days === 0 && then < LAST_MINUTE) return at(today, then, dice.below(60_000))
  return moment(calendar, addWorkdays(calendar, today, Math.max(1, days)).day, dice)
}
