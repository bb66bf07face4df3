/** 停发、注销: whether what a case gave was brought to an end by another, so that it stands in nobody's way any more. */
import type { Outcome } from '../case/case.ts'
import type { Instant } from '../case/ids.ts'
import type { Item, ItemCode } from '../item/item.ts'

type Former = { item: ItemCode; outcome: Outcome | null; grade?: string | undefined; receivedAt: Instant }

/** Of the cases of one applicant: it ended itself (停发), or a later one says so of it. */
export function hasEnded<Kase extends Former>(
  kase: Kase,
  others: readonly Kase[],
  itemOf: (kase: Kase) => Item | undefined,
): boolean {
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
