/** Work that comes back (复核、年审、生存认证、年报): what was granted is looked at again, each time as a case of its own. */
import { addDays, addMonths, type Day, dayOf } from '../calendar/day.ts'
import type { Case } from '../case/case.ts'
import { renewalTerms } from '../case/former.ts'
import { bareName } from '../identity/name.ts'
import type { Item, ItemCode, Recurrence } from '../item/item.ts'

export type DueAgain = {
  kase: Case
  /** Which of the item's rhythms. */
  key: string
  /** null: what was promised instead of proven (告知承诺) is to be looked into, or was found untrue, on the case itself. */
  name: string | null
  /** The item whose case does the work; null: the case itself. */
  opens: ItemCode | null
  /** By when it is to be done, and from when it stands on the list. */
  due: Day
  from: Day
  basis: string
}

const PROMISED = '国办发〔2020〕42号'

/** What comes back of a case, when: nothing unless it was granted, and what was granted still stands. */
export function comesBack(kase: Case, item: Item): DueAgain[] {
  if (kase.outcome !== 'granted' || kase.decided === null) return []
  const decided = dayOf(kase.decided.at)
  const broken = kase.commitmentBroken === undefined ? undefined : dayOf(kase.commitmentBroken)
  const looked: DueAgain[] =
    kase.committed.length === 0 || kase.commitmentChecked
      ? []
      : [
          {
            kase,
            key: broken === undefined ? 'commitment' : 'brokenCommitment',
            name: null,
            opens: null,
            due: broken ?? kase.checkBy ?? decided,
            from: decided,
            basis: PROMISED,
          },
        ]
  const again = (item.recurrence ?? []).flatMap((recurrence): DueAgain[] => {
    const { key, name, opens, remindDays, basis, until } = recurrence
    if (kase.grade !== undefined && until?.includes(kase.grade)) return []
    const due = dueDay(recurrence, kase)
    return due === undefined ? [] : [{ kase, key, name, opens, due, from: addDays(due, -remindDays), basis }]
  })
  return [...looked, ...again]
}

/** So many months after the decision, by the class of a household where that sets the pace; or the next year's day; or ahead of the
 *  certificate's end. A yearly report
 *  counts by the year it came in, however late in the next one it was decided. */
function dueDay({ rhythm, opens }: Recurrence, kase: Case): Day | undefined {
  const decided = dayOf(kase.decided!.at)
  if ('day' in rhythm) {
    const year = Number((kase.item === opens ? dayOf(kase.received.at) : decided).slice(0, 4))
    return `${year + 1}-${two(rhythm.month)}-${two(rhythm.day)}` as Day
  }
  if ('daysBeforeExpiry' in rhythm) {
    const validUntil = kase.certificate?.validUntil ?? null
    return validUntil === null ? undefined : renewalTerms(validUntil, rhythm.daysBeforeExpiry).applyBy
  }
  if (!('by' in rhythm)) return addMonths(decided, rhythm.months)
  const months = rhythm.months[String(kase.form[rhythm.by] ?? '')]
  return months === undefined ? undefined : addMonths(decided, months)
}

const two = (count: number) => String(count).padStart(2, '0')

const came: readonly Case['outcome'][] = [null, 'granted', 'refused', 'recorded', 'terminated']

/** Longer than anything that comes back. */
const UNTIL_FORGOTTEN = 12 * 20

/** The last day on which a case can say of another that its work was taken up: the longest rhythm of its item after its last act. */
export function tellsUntil(kase: Case, item: Item): Day | undefined {
  const months = (item.recurrence ?? []).map(({ rhythm }) =>
    'by' in rhythm
      ? Math.max(...Object.values(rhythm.months))
      : 'months' in rhythm
        ? rhythm.months
        : // A renewed certificate tells of itself; the year that a report has is long enough for it.
          12,
  )
  // What ended another's work says so as long as any certificate may run.
  if (item.ends !== undefined && kase.outcome === 'granted') months.push(UNTIL_FORGOTTEN)
  if (months.length === 0 || kase.outcome === null || !came.includes(kase.outcome)) return undefined
  return addMonths(dayOf(kase.lastAt), Math.max(...months))
}

/** By number; a body also by its name, as it had no number yet when it was founded. */
function sameApplicant(one: Case, other: Case): boolean {
  if (other.id === one.id) return false
  const [first, second] = [one.applicant, other.applicant]
  if (first.idNo === second.idNo) return true
  return first.kind === 'organisation' && second.kind === first.kind && bareName(first.name) === bareName(second.name)
}

/** Whether the work has been taken up: a later case of the right item for the same applicant that was not sent away or taken back. */
export function isFollowed({ kase, opens, from }: DueAgain, others: readonly Case[]): boolean {
  return others.some(
    (other) =>
      sameApplicant(kase, other) &&
      other.item === opens &&
      came.includes(other.outcome) &&
      dayOf(other.received.at) >= from,
  )
}

/** Whether the work counts from a later time that it was done (低保的变更复核, 设立当年已经参加年检): then that one says when it comes
 *  back, if it does, and the household or the body stands once. A certificate's end is moved by a later certificate alone, not by a
 *  change that left it as it was. */
function isOvertaken({ kase, opens, key }: DueAgain, others: readonly Case[], itemOf: ItemOf): boolean {
  const ends = (itemOf(kase)?.recurrence ?? []).some((each) => each.key === key && 'daysBeforeExpiry' in each.rhythm)
  return others.some(
    (other) =>
      sameApplicant(kase, other) &&
      other.item === opens &&
      other.outcome === 'granted' &&
      isLater(other, kase) &&
      (!ends || (other.certificate?.validUntil ?? null) !== null) &&
      (itemOf(other)?.recurrence ?? []).some((recurrence) => recurrence.opens === opens),
  )
}

function isLater(one: Case, other: Case): boolean {
  const [at, before] = [one.decided?.at ?? '', other.decided?.at ?? '']
  return at === before ? one.id > other.id : at > before
}

type ItemOf = (kase: Case) => Item | undefined

/** Whether a later case ended what the work is about (注销登记): a body that is struck off reports no more. */
function isEnded({ kase }: DueAgain, others: readonly Case[], itemOf: ItemOf): boolean {
  return others.some(
    (other) =>
      other.outcome === 'granted' &&
      sameApplicant(kase, other) &&
      isLater(other, kase) &&
      (itemOf(other)?.ends ?? []).includes(kase.item),
  )
}

/** Does it still wait for somebody, among all cases of its applicant? What was promised is looked into, whatever ended since. */
function isAwaited(entry: DueAgain, others: readonly Case[], itemOf: ItemOf): boolean {
  if (isFollowed(entry, others) || isOvertaken(entry, others, itemOf)) return false
  return entry.opens === null || !isEnded(entry, others, itemOf)
}

/** Whether anything that comes back of this case still waits for somebody. */
export function isStillDue(kase: Case, others: readonly Case[], itemOf: ItemOf): boolean {
  const item = itemOf(kase)
  return item !== undefined && comesBack(kase, item).some((entry) => isAwaited(entry, others, itemOf))
}

/** The list of a day: what is due again and nobody has taken up, the most urgent first. */
export function dueAgain(cases: readonly Case[], itemOf: ItemOf, today: Day): DueAgain[] {
  return cases
    .flatMap((kase) => {
      const item = itemOf(kase)
      return item === undefined ? [] : comesBack(kase, item)
    })
    .filter((entry) => entry.from <= today && isAwaited(entry, cases, itemOf))
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}
