/** 停表, in days: from when a case's clock stands and until when. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import type { Stop } from '../calendar/workdays.ts'
import type { Item } from '../item/item.ts'
import { lastDay } from '../item/last-day.ts'
import type { Case } from './case.ts'
import type { Instant } from './ids.ts'

type Pause = Case['pauses'][number]

/** The last day on which it may stop the clock, where its law gives it so many days (公示七日、听证二十日): beyond them the time
 *  runs, whether anybody wrote down its end or not. */
function longest({ suspension, from }: Pause, item: Item, calendar: Calendar): Day | undefined {
  const max = item.suspensions.find(({ key }) => key === suspension)?.max
  return max == null ? undefined : lastDay(calendar, `${from}T00:00:00.000Z` as Instant, max).day
}

/** Up to a day: what does not count, and what stands still at it. A stop that was announced for a later day has not begun. */
export function stopsOf(
  { pauses }: Pick<Case, 'pauses'>,
  item: Item,
  calendar: Calendar,
  upTo: Day,
): { stops: Stop[]; open: { since: Day; suspension: string; longest?: Day } | undefined } {
  const begun = pauses
    .filter(({ from }) => from <= upTo)
    .map((pause) => ({ ...pause, last: longest(pause, item, calendar) }))
  const open = begun.find(({ until, last }) => until === null && (last === undefined || upTo <= last))
  return {
    stops: begun.map(({ from, until, last }): Stop => {
      const ended = until ?? upTo
      return [from, last !== undefined && last < ended ? last : ended]
    }),
    open:
      open === undefined
        ? undefined
        : {
            since: open.from,
            suspension: open.suspension,
            ...(open.last === undefined ? {} : { longest: open.last }),
          },
  }
}
