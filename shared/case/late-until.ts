/** 容缺: until when a material may be owed. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { addWorkdays } from '../calendar/workdays.ts'
import type { Item } from '../item/item.ts'
import { lastDay } from '../item/last-day.ts'
import type { Instant } from './ids.ts'

/** The last day to agree on where its time counts from this moment: what is owed is there before the decision is due, by promise
 *  and by statute (国发〔2022〕5号); null where the item has no limit. */
export function latestOwed({ limits }: Pick<Item, 'limits'>, calendar: Calendar, from: Instant): Day | null {
  const ends = [limits.promised, limits.statutory].flatMap((limit) =>
    limit === null ? [] : [lastDay(calendar, from, limit).day],
  )
  return ends.toSorted()[0] ?? null
}

/** The usual day to agree on: so many working days on, and never after the latest. `from`: since when its time counts, if not today. */
export function usualOwed(item: Item, calendar: Calendar, today: Day, workdays: number, from?: Instant): Day {
  const usual = addWorkdays(calendar, today, workdays).day
  const latest = latestOwed(item, calendar, from ?? (`${today}T00:00:00.000Z` as Instant))
  return latest !== null && latest < usual ? latest : usual
}
