/** How urgent a case is, and in which words: the light beside it and the sentence it stands for. Pure. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import { type Light, type LightThresholds, light } from '../../shared/calendar/light.ts'
import { remainingWorkdays } from '../../shared/calendar/workdays.ts'
import type { Case } from '../../shared/case/case.ts'
import { clockOf } from '../../shared/case/clock.ts'
import { type Cooling, coolingPhase } from '../../shared/case/cooling.ts'
import { deliveryDue } from '../../shared/case/delivery.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { type Deadline, isOver } from '../../shared/item/last-day.ts'
import { isInHand } from '../../shared/report/figures.ts'
import { momentText } from '../words/dates.ts'
import { timeLeftWords } from '../words/time-left.ts'

export type TimeLeft = {
  /** none: no day is waited for. */
  light: Light | 'standing' | 'none'
  words: string
  day: Day | null
  provisional: boolean
  /** Promise and statute side by side, where both run. */
  both?: string
}

export type Measures = { calendar: Calendar; lights: LightThresholds; now: Instant; closesAt?: string | undefined }

/** What is left of the time that runs now: to tell, to decide or to deliver. */
export function timeLeft(kase: Case, item: Item, measures: Measures): TimeLeft {
  const { calendar, now } = measures
  const clock = clockOf(kase, item, calendar, now)
  if (!isInHand(kase)) {
    const last = deliveryDue(kase, item, calendar)
    return last === null
      ? { light: 'none', words: untimed(kase), day: null, provisional: false }
      : until(last, measures, timeLeftWords.deliver, timeLeftWords.deliverLate)
  }
  if (clock.standing !== null) {
    const { suspension, since } = clock.standing
    const name = item.suspensions.find(({ key }) => key === suspension)?.name ?? suspension
    return { light: 'standing', words: timeLeftWords.standing(name), day: since, provisional: false }
  }
  if (clock.cooling !== null) return cooled(clock.cooling, measures)
  if (clock.due !== null) {
    const left = until(clock.due, measures, timeLeftWords.left, timeLeftWords.overdue)
    const { promised, statutory } = clock
    if (promised === null || statutory === null) return left
    return { ...left, both: timeLeftWords.both(shortDay(promised, now), shortDay(statutory, now)) }
  }
  // Silence counts as acceptance only once the day is over.
  const wholeDay = { ...measures, closesAt: undefined }
  if (clock.noticeBy !== null) return until(clock.noticeBy, wholeDay, timeLeftWords.notice, timeLeftWords.overdue)
  return { light: 'none', words: untimed(kase), day: null, provisional: false }
}

/** 冷静期: the day from which both may come, then the last on which they may. */
function cooled(cooling: Cooling, measures: Measures): TimeLeft {
  const { collectFrom, collectEnd, provisional } = cooling
  const phase = coolingPhase(cooling, dayOf(measures.now))
  if (phase === 'cooling')
    return {
      ...{ light: 'none', day: collectFrom, provisional },
      words: timeLeftWords.cooling(shortDay({ day: collectFrom, provisional: false }, measures.now)),
    }
  const left = until(
    { day: collectEnd, provisional },
    // That day is theirs to its end.
    { ...measures, closesAt: undefined },
    timeLeftWords.collect,
    () => timeLeftWords.notCollected,
  )
  // What ends it is the couple's, not the bureau's: it is written down, and nobody is late.
  return phase === 'over' ? { ...left, light: 'red' } : { ...left, light: 'green' }
}

/** A day as a list has room for it: with its year only where that is another. */
function shortDay({ day, provisional }: Deadline, now: Instant): string {
  const said = day.slice(0, 4) === dayOf(now).slice(0, 4) ? day.slice(5) : day
  return provisional ? `${said}${timeLeftWords.provisional}` : said
}

function untimed({ status }: Case): string {
  if (status === 'closed') return timeLeftWords.ended
  if (status === 'ready') return timeLeftWords.pickup
  if (status === 'received') return timeLeftWords.toAccept
  return status === 'awaitingCorrection' ? timeLeftWords.waiting : timeLeftWords.none
}

function until(
  last: Deadline,
  { calendar, lights, now, closesAt }: Measures,
  left: (workdays: number) => string,
  late: (workdays: number) => string,
): TimeLeft {
  const { day, provisional, at } = last
  const today = dayOf(now)
  const remaining = remainingWorkdays(calendar, today, day)
  // A limit in hours ends to the minute.
  if (at !== undefined && remaining >= 0)
    return now > at
      ? { light: 'overdue', words: timeLeftWords.hourPassed, day, provisional }
      : { light: 'red', words: timeLeftWords.byHour(momentText(at, today)), day, provisional }
  if (day === today && isOver(last, now, closesAt))
    return { light: 'overdue', words: timeLeftWords.closed, day, provisional }
  const words = remaining < 0 ? late(-remaining) : left(remaining)
  return { light: light(calendar, today, day, lights), words, day, provisional }
}
