/** Certificates and handing over (行政许可法第44条; 民事诉讼法第88–95条 by analogy). */
import { dayOf } from '../../calendar/day.ts'
import { isCertified, isNumbered } from '../certificate.ts'
import { coolingOf, coolingPhase } from '../cooling.ts'
import { servedByNoticeAfter } from '../delivery.ts'
import { refuse } from '../refusal.ts'
import { canWitness, type Guard } from './known.ts'

/** Nothing is ready, and so nothing handed over, before its certificate was issued with its number. */
export const certified: Guard<'prepared'> = (_, kase, { item }) =>
  isCertified(item) && kase.outcome === 'granted' && kase.certificate === null
    ? refuse('certificateMissing', { certificate: item.result.name })
    : undefined

/** 制证: of what was granted. After a cooling off that was decided in time it may be made later; a printer is no lapse. */
export const certifiable: Guard<'certificateIssued'> = ({ data }, kase, { item, calendar, now }) => {
  if (kase.outcome !== 'granted' || !['certificate', 'document'].includes(item.result.type)) return refuse('noEffect')
  const { numbered } = item.result
  if (numbered !== undefined && !isNumbered(data.number, numbered))
    return refuse('certificateNumber', { example: numbered.example })
  if (data.validUntil !== null && data.validUntil < dayOf(now)) return refuse('daysBackwards')
  const cooling = coolingOf(kase, item, calendar)
  return cooling !== null && coolingPhase(cooling, dayOf(now)) === 'cooling'
    ? refuse('coolingOffRuns', { day: cooling.collectFrom })
    : undefined
}

export const served: Guard<'delivered'> = ({ data }, kase, { item, calendar, now, actor }) => {
  // 结婚证、离婚证 are handed to the two themselves; a refusal may be served like any other paper.
  if (item.inPerson !== undefined && kase.outcome === 'granted')
    if (data.manner !== 'inPerson' || data.relation !== 'self') return refuse('inPersonOnly')
  if (data.manner === 'left' && (data.witness === null || !canWitness(data.witness, kase, actor)))
    return refuse('witnessMissing')
  if (data.manner === 'electronic' && !data.consent) return refuse('consentMissing')
  if (data.manner !== 'publicNotice') return undefined
  const attempt = kase.attempts?.[0]
  if (attempt === undefined) return refuse('publicNoticeLast')
  if (data.noticeFrom == null) return refuse('publicNoticeDay')
  if (data.noticeFrom < dayOf(attempt.at)) return refuse('daysBackwards')
  const day = servedByNoticeAfter(calendar, data.noticeFrom)
  return dayOf(now) <= day ? refuse('publicNoticeRuns', { day }) : undefined
}
