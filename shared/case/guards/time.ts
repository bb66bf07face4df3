/** What stops the clock, what lengthens it, and the days of a hearing (行政许可法第42、45–48条). */
import { dayOf } from '../../calendar/day.ts'
import { hearingFrom, hearingHoldBy, hearingRequestBy } from '../../calendar/permit-terms.ts'
import { isOver } from '../../item/last-day.ts'
import { clockOf } from '../clock.ts'
import { isWaivable } from '../hearing.ts'
import { stillCounts } from '../needs.ts'
import { refuse } from '../refusal.ts'
import { stepsOf, suspensionsOf } from '../steps.ts'
import { type Guard, isActor } from './known.ts'

/** 延长 (第42条): once, before expiry, within the item's bound. */
export const extendable: Guard<'extended'> = ({ data }, kase, { item, calendar, now, closesAt }) => {
  if (item.extension === null) return refuse('extensionNone')
  if (kase.extension !== null) return refuse('extensionTwice')
  if (item.extension.approver !== undefined && data.document == null)
    return refuse('documentMissing', { step: `报${item.extension.approver}批准延长` })
  if (data.workdays > item.extension.max.count) return refuse('extensionTooLong', { most: item.extension.max.count })
  const { promised, statutory } = clockOf(kase, item, calendar, now)
  const last = item.limits.statutory === null ? promised : statutory
  return last !== null && isOver(last, now, closesAt) ? refuse('extensionTooLate', { day: last.day }) : undefined
}

/** 停表: only what the item lists for this situation, only from the day on which its paper is handed over. */
export const pausable: Guard<'clockPaused'> = ({ data }, kase, { item, now }) => {
  const suspension = suspensionsOf(kase, item).find(
    (each) => each.key === data.suspension && each.phase === 'afterAcceptance' && each.stopsClock,
  )
  if (suspension === undefined) return refuse('suspensionUnknown')
  if (kase.pauses.some((pause) => pause.suspension === data.suspension && pause.until === null))
    return refuse('clockStanding')
  // A notice that hangs out stops the clock only once it hangs.
  const hung = stepsOf(kase, item).find(({ needs }) => needs === 'publicized')
  if (
    suspension.paper === 'publicNotice' &&
    (hung === undefined ? kase.publicity : stillCounts(kase.publicity, item, hung)) === undefined
  )
    return refuse('notPublicized', { step: suspension.name })
  return data.from < dayOf(now) ? refuse('pauseBackdated') : undefined
}

/** 恢复: on a day of the pause that has come; one named ahead would stretch the limit. */
export const resumable: Guard<'clockResumed'> = ({ data }, kase, { now }) => {
  const open = kase.pauses.find((pause) => pause.suspension === data.suspension && pause.until === null)
  if (open === undefined) return refuse('clockNotStanding')
  return data.until < open.from || data.until > dayOf(now) ? refuse('daysBackwards') : undefined
}

/** 听证告知 (第47条): five working days to ask for it. */
export const hearingOfferable: Guard<'hearingOffered'> = ({ data }, kase, { calendar, now }) => {
  // Offered anew, a hearing that was asked for would be waited for no more.
  if (kase.hearing === 'requested' || kase.hearing === 'noticed') return refuse('hearingOpen')
  const { day } = hearingRequestBy(calendar, dayOf(now))
  return data.requestBy < day ? refuse('hearingOfferShort', { day }) : undefined
}

export const hearingRequestable: Guard<'hearingRequested'> = ({ data }, kase, { now }) => {
  if (data.on > dayOf(now)) return refuse('daysBackwards')
  const last = kase.hearingRequestBy
  return kase.hearing === 'offered' && last !== undefined && data.on > last
    ? refuse('hearingRequestLate', { day: last })
    : undefined
}

/** 放弃: of the right while it is offered, or of what was asked for; one that is held of its own accord (第46条) nobody gives up. */
export const hearingWaivable: Guard<'hearingWaived'> = (_, kase) =>
  isWaivable(kase) ? undefined : refuse('hearingNotOffered')

/** 听证通知 (第47、48条): seven working days ahead, and within twenty working days of the request. */
export const hearingAhead: Guard<'hearingNoticed'> = ({ data }, kase, { calendar, now }) => {
  const { day } = hearingFrom(calendar, dayOf(now))
  if (dayOf(data.at) < day) return refuse('hearingTooSoon', { day })
  if (kase.hearingRequestedOn === undefined) return undefined
  // Where the twenty days leave no room for the seven, the applicant's time to prepare comes first.
  const last = hearingHoldBy(calendar, kase.hearingRequestedOn).day
  return dayOf(data.at) > last && dayOf(data.at) > day ? refuse('hearingTooLate', { day: last }) : undefined
}

/** 听证笔录: of a hearing whose notice went out, and which has been; led by somebody who does not examine (第48条第1款第3项). */
export const hearingHoldable: Guard<'hearingHeld'> = ({ data }, kase, { now, actor }) => {
  if (kase.hearing !== 'noticed') return refuse('hearingNotNoticed')
  if (isActor({ person: null, name: data.chair }, actor)) return refuse('chairExamines')
  if (data.on > dayOf(now)) return refuse('daysBackwards')
  const day = kase.hearingAt === undefined ? data.on : dayOf(kase.hearingAt)
  return data.on < day ? refuse('hearingNotYet', { day }) : undefined
}
