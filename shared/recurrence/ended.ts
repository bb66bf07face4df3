/** 停发、注销、期满: whether what a case gave has come to an end, so that it stands in nobody's way any more. */
import { addMonths, type Day, dayOf } from '../calendar/day.ts'
import type { Outcome } from '../case/case.ts'
import type { Instant } from '../case/ids.ts'
import type { Item, ItemCode } from '../item/item.ts'

type Former = {
  item: ItemCode
  outcome: Outcome | null
  grade?: string | undefined
  receivedAt: Instant
  decidedAt?: Instant | undefined
  /** A certificate's last day. */
  validUntil: Day | null
}

/** The last day of what was given for some years (低保边缘家庭认定一年), as its certificate says or from the decision on; undefined of
 *  what is given for good: a body is not gone with the paper it was founded by. */
function lastDayOf({ decidedAt, validUntil }: Former, item: Item | undefined): Day | undefined {
  const years = item?.result.validYears ?? null
  if (years === null) return undefined
  return validUntil ?? (decidedAt === undefined ? undefined : addMonths(dayOf(decidedAt), 12 * years))
}

/** Of the cases of one applicant: it ended itself (停发、期满), or a later one says so of it. */
export function hasEnded<Kase extends Former>(
  kase: Kase,
  others: readonly Kase[],
  itemOf: (kase: Kase) => Item | undefined,
  today: Day,
): boolean {
  if (kase.outcome === null) return false
  const last = kase.outcome === 'granted' ? lastDayOf(kase, itemOf(kase)) : undefined
  if (last !== undefined && last < today) return true
  const stops = ({ outcome, grade = '' }: Former, item: Item | undefined) =>
    outcome === 'granted' && (item?.recurrence ?? []).some(({ until = [] }) => until.includes(grade))
  const comesBackAs = (itemOf(kase)?.recurrence ?? []).map(({ opens }) => opens)
  return (
    stops(kase, itemOf(kase)) ||
    others.some((other) => {
      if (other.outcome !== 'granted' || other.receivedAt <= kase.receivedAt) return false
      const item = itemOf(other)
      return (item?.ends ?? []).includes(kase.item) || (stops(other, item) && comesBackAs.includes(other.item))
    })
  )
}
