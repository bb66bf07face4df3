/** Which made-up cases the desk to try has: some twelve working days of six windows, each case lived through the law's own check. */

import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { addWorkdays, workdaysBetween } from '../../shared/calendar/workdays.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { ActId, Instant } from '../../shared/case/ids.ts'
import { nextEvent } from '../../shared/case/turn.ts'
import type { Item } from '../../shared/item/item.ts'
import { type Chance, chance } from '../../tests/chaos/random.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { type Life, life, type Step } from '../../tests/make/life.ts'

/** One act as it was lived: its events still bear the names of nobody. */
export type PlannedAct = { act: ActId; at: Instant; events: readonly AnyEvent[] }

/** What the made-up applicants came for, turn by turn. */
const CAME_FOR = ['GL-BT', 'ST-BG', 'GL-BT', 'YL-YD']
const WORKDAYS = 12
const CASES_A_DAY = 4
/** What becomes of a case, beside the ordinary way: one in so many. */
const turns = ['lacks', 'plain', 'withdrawn', 'plain', 'refused', 'plain', 'plain', 'lacks', 'plain', 'voided'] as const

/** Every act up to `now`, in the order in which they were done. */
export function planCases(items: readonly Item[], now: Instant, seed = 1): PlannedAct[] {
  const dice = chance(seed)
  const today = dayOf(now)
  const days = workdaysUpTo(today, WORKDAYS)
  const acts: PlannedAct[] = []
  const cameFor = CAME_FOR.flatMap((code) => items.filter((item) => item.code === code))
  for (const [dayNo, day] of days.entries())
    for (let nth = 0; nth < CASES_A_DAY; nth += 1) {
      const no = dayNo * CASES_A_DAY + nth
      const lived = live(cameFor[no % cameFor.length]!, no + 1, day, turns[no % turns.length]!, dice)
      acts.push(...actsOf(lived.events))
    }
  return acts.filter((act) => act.at <= now).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** The last `count` working days, today or the last one before it at the end. */
export function workdaysUpTo(today: Day, count: number): Day[] {
  const days: Day[] = []
  for (let day = today; days.length < count; day = addDays(day, -1))
    if (workdaysBetween(calendar, addDays(day, -1), day) === 1) days.unshift(day)
  return days
}

/** A moment in office hours on the `after`th working day from `day`. */
function officeTime(day: Day, after: number, dice: Chance): Instant {
  const on = after === 0 ? day : addWorkdays(calendar, day, after).day
  const minutes = 9 * 60 + 5 + dice.below(10) * 42 + dice.below(30)
  return new Date(Date.parse(`${on}T00:00:00+08:00`) + minutes * 60_000).toISOString() as Instant
}

function live(item: Item, no: number, day: Day, turn: (typeof turns)[number], dice: Chance): Life {
  const missing = turn === 'lacks' ? item.materials.slice(-1).map((material) => material.key) : []
  const lived = life({ item, seed: no, at: officeTime(day, 0, dice), missing, calendar })
  const [law] = item.legalBasis
  const refused: Step = [
    'refused',
    { reasons: '经核对，不符合规定的条件', basis: law === undefined ? item.name : `《${law.name}》`, document: null },
  ]
  let passed = 0
  const goOn = (workdays: number) => {
    passed += workdays
    return lived.goTo(officeTime(day, passed, dice))
  }
  if (turn === 'voided') return lived.do('received').do(['voided', { reason: '选错了事项', paper: 'recovered' }])
  if (missing.length > 0) {
    lived.act(['received', 'correctionRequested'])
    if (no % 3 === 0) return lived
    goOn(2).act(['supplemented', 'accepted'])
  } else if (item.processing === 'onTheSpot')
    return lived.act(['received', 'accepted', 'granted', 'prepared', 'delivered'])
  else lived.act(['received', 'accepted'])
  if (turn === 'withdrawn') goOn(1).do('withdrawn')
  for (let next = nextEvent(lived.kase, item); next !== undefined; next = nextEvent(lived.kase, item))
    goOn(1).do(next === 'granted' && turn === 'refused' ? refused : next)
  return lived
}

/** What was done to a case, act by act. */
export function actsOf(events: readonly AnyEvent[]): PlannedAct[] {
  const acts = new Map<ActId, AnyEvent[]>()
  for (const event of events) acts.set(event.stamp.act, [...(acts.get(event.stamp.act) ?? []), event])
  return [...acts].map(([act, own]) => ({ act, at: own[0]!.stamp.at, events: own }))
}
