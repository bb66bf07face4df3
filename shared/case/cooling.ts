/** 冷静期 (民法典第1077条; 民发〔2020〕116号): two windows of days, as long as the item says. */
import type { Calendar } from '../calendar/calendar.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { type CoolingWindows, coolingWindows } from '../calendar/divorce-windows.ts'
import type { Item } from '../item/item.ts'
import type { Case } from './case.ts'

export type Cooling = CoolingWindows & { basis: string }

/** The windows of an accepted case: they run from the day on which its receipt (受理回执单) was handed over; null where the
 *  item has none, and before acceptance. */
export function coolingOf(kase: Case, item: Item, calendar: Calendar): Cooling | null {
  if (item.coolingOff === undefined || kase.accepted === null) return null
  const windows = coolingWindows(calendar, dayOf(kase.accepted.at), item.coolingOff)
  return { ...windows, basis: item.coolingOff.basis }
}

/** cooling: either may withdraw, nobody may come yet · collecting: they may come · over: it counts as withdrawn. */
export function coolingPhase(
  { coolingEnd, collectEnd }: CoolingWindows,
  today: Day,
): 'cooling' | 'collecting' | 'over' {
  if (today <= coolingEnd) return 'cooling'
  return today <= collectEnd ? 'collecting' : 'over'
}
