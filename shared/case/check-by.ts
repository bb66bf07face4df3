/** 事后核查: until when a promise (告知承诺) is to be looked into. */
import type { Calendar } from '../calendar/calendar.ts'
import { addMonths, type Day } from '../calendar/day.ts'
import { settingNumber } from '../item/facts.ts'
import type { Item } from '../item/item.ts'
import type { Instant } from './ids.ts'
import { latestOwed } from './late-until.ts'

/** The hall's own rule: so many months after the decision. 国办发〔2020〕42号 asks for the check and leaves its term to the bureau. */
export const CHECK_MONTHS = 'commitment.checkMonths'
/** Where the hall says none: no law's term, only a day to begin with that the clerk may change. */
const USUAL_MONTHS = 2

/** The last day to offer for a promise made today: counted from the last day on which its matter may be decided. */
export function usualCheckBy(
  item: Pick<Item, 'limits'>,
  calendar: Calendar,
  today: Day,
  settings: Readonly<Record<string, string>>,
): Day {
  const decided = latestOwed(item, calendar, `${today}T00:00:00.000Z` as Instant) ?? today
  return addMonths(decided, Math.trunc(settingNumber(settings[CHECK_MONTHS]) ?? USUAL_MONTHS))
}
