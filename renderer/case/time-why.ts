/** Why a case has the days it has: which limit runs, from when, what stopped it, and whether it is certain. Pure. */
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { Case } from '../../shared/case/case.ts'
import { clockOf } from '../../shared/case/clock.ts'
import type { Cooling } from '../../shared/case/cooling.ts'
import { deliveryDue } from '../../shared/case/delivery.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Deadline } from '../../shared/item/last-day.ts'
import { extensionWords, limitWords, startWords } from '../../shared/paper/say.ts'
import { whyWords } from '../words/case.ts'
import { dayText } from '../words/dates.ts'
import { timeLeftWords } from '../words/time-left.ts'

/** Sentences, the most telling first. */
export function timeWhy(kase: Case, item: Item, calendar: Calendar, now: Instant, closesAt?: string): string[] {
  const clock = clockOf(kase, item, calendar, now, closesAt)
  const deliver = deliveryDue(kase, item, calendar)
  if (clock.endedOn !== null) {
    return [
      ...(kase.decided === null ? [] : [whyWords.ended(dayText(clock.endedOn))]),
      ...(clock.late ? [whyWords.late] : []),
      ...(deliver === null ? [] : [whyWords.deliver(lastDayText(deliver))]),
    ]
  }
  if (clock.acceptedOn === null) {
    if (clock.noticeBy !== null) return [whyWords.notice(lastDayText(clock.noticeBy))]
    return kase.status === 'awaitingCorrection' ? [whyWords.correction] : []
  }
  if (clock.cooling !== null) return coolingWhy(clock.cooling)
  const day = dayText(clock.acceptedOn)
  const { promised, statutory } = clock
  const suspension = clock.standing
  const limits = [
    promised !== null && item.limits.promised !== null
      ? whyWords.promised(limitWords(item.limits.promised), lastDayText(promised))
      : '',
    statutory !== null && item.limits.statutory !== null
      ? whyWords.statutory(limitWords(item.limits.statutory), lastDayText(statutory))
      : '',
  ].filter((text) => text !== '')
  return [
    ...(suspension === null ? [] : [standing(suspension, item)]),
    clock.deemed ? whyWords.deemed(day) : began(clock.acceptedOn, clock.countsFrom, item),
    ...limits,
    ...(limits.length > 1 ? [whyWords.earlier] : []),
    ...(limits.length === 0 && suspension === null ? [whyWords.none] : []),
    ...(kase.extension === null ? [] : [whyWords.extended(extensionWords(item, kase.extension.workdays))]),
    ...(clock.used === null || clock.used === 0 ? [] : [whyWords.used(clock.used)]),
    ...(clock.due?.provisional === true ? [whyWords.provisional] : []),
  ]
}

/** From which day the limits count: from acceptance, or as the item's own law says. */
function began(accepted: Day, from: Day | null, { clock }: Item): string {
  return from === null || from === accepted
    ? whyWords.accepted(dayText(accepted))
    : whyWords.countedFrom(dayText(from), startWords[clock.startsAt])
}

/** A last day, and that it may still move. */
function lastDayText({ day, provisional }: Pick<Deadline, 'day' | 'provisional'>): string {
  return provisional ? `${dayText(day)}（${timeLeftWords.provisional}）` : dayText(day)
}

/** Both windows of days, whatever today is. */
function coolingWhy({ coolingEnd, collectFrom, collectEnd, provisional, basis }: Cooling): string[] {
  return [
    whyWords.cooling(dayText(coolingEnd)),
    whyWords.collect(dayText(collectFrom), dayText(collectEnd)),
    basis,
    ...(provisional ? [whyWords.provisional] : []),
  ]
}

function standing(
  { suspension, since, longest }: NonNullable<ReturnType<typeof clockOf>['standing']>,
  item: Item,
): string {
  const name = item.suspensions.find(({ key }) => key === suspension)?.name ?? suspension
  return whyWords.standing(name, dayText(since), longest === undefined ? null : dayText(longest))
}
