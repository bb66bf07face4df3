/** Work that comes back (复核、年审、生存认证、年报): what was granted is looked at again, each time as a case of its own. */
import { addDays, addMonths, type Day, dayOf } from '../calendar/day.ts'
import type { Case } from '../case/case.ts'
import type { Item, ItemCode, Recurrence } from '../item/item.ts'

export type DueAgain = {
  kase: Case
  /** Which of the item's rhythms. */
  key: string
  /** null: what was promised instead of proven (告知承诺) is to be looked into, on the case itself. */
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
  const looked: DueAgain[] =
    kase.committed.length === 0 || kase.commitmentChecked
      ? []
      : [
          {
            kase,
            key: 'commitment',
            name: null,
            opens: null,
            due: kase.checkBy ?? decided,
            from: decided,
            basis: PROMISED,
          },
        ]
  const again = (item.recurrence ?? []).flatMap((recurrence): DueAgain[] => {
    const { key, name, opens, remindDays, basis, until } = recurrence
    if (kase.grade !== undefined && until?.includes(kase.grade)) return []
    const due = dueDay(recurrence, kase, decided)
    return due === undefined ? [] : [{ kase, key, name, opens, due, from: addDays(due, -remindDays), basis }]
  })
  return [...looked, ...again]
}

/** So many months after the decision, by the class of a household where that sets the pace; or the next year's day. */
function dueDay({ rhythm }: Recurrence, kase: Case, decided: Day): Day | undefined {
  if ('day' in rhythm) return `${Number(decided.slice(0, 4)) + 1}-${two(rhythm.month)}-${two(rhythm.day)}` as Day
  if (!('by' in rhythm)) return addMonths(decided, rhythm.months)
  const months = rhythm.months[String(kase.form[rhythm.by] ?? '')]
  return months === undefined ? undefined : addMonths(decided, months)
}

const two = (count: number) => String(count).padStart(2, '0')

const came: readonly Case['outcome'][] = [null, 'granted', 'refused', 'recorded', 'terminated']

/** Whether the work has been taken up: a later case of the right item for the same applicant that was not sent away or taken back. */
export function isFollowed({ kase, opens, from }: DueAgain, others: readonly Case[]): boolean {
  return others.some(
    (other) =>
      other.id !== kase.id &&
      other.item === opens &&
      other.applicant.idNo === kase.applicant.idNo &&
      came.includes(other.outcome) &&
      dayOf(other.received.at) >= from,
  )
}

/** The list of a day: what is due again and nobody has taken up, the most urgent first. */
export function dueAgain(cases: readonly Case[], itemOf: (kase: Case) => Item | undefined, today: Day): DueAgain[] {
  return cases
    .flatMap((kase) => {
      const item = itemOf(kase)
      return item === undefined ? [] : comesBack(kase, item)
    })
    .filter((entry) => entry.from <= today && !isFollowed(entry, cases))
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}
