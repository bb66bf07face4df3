/** What 今日 is asked for, as its address says it: so that it can be gone back to, opened again after a reload, and told to others. Pure. */
import { Day } from '../../shared/calendar/day.ts'
import { type Figure, figures } from '../../shared/report/figures.ts'
import type { Slice } from '../store/day-figures.ts'
import type { By } from './group.ts'

export const bys: readonly By[] = ['window', 'person', 'item']
type Stocked = 'inHand' | 'overdue'

export type TodayAsked = {
  /** Null: whichever day it is. */
  day: Day | null
  by: By
  /** The figure whose cases are listed, and whose part of it. */
  open: { figure: Figure; slice: Slice } | null
  /** What the bureau has in hand is listed. */
  stock: Stocked | null
}

/** Each part that is missing or unreadable is as on the first visit; no day lies ahead. */
export function readToday(address: URLSearchParams, today: Day): TodayAsked {
  const day = Day.safeParse(address.get('day')).data
  const figure = figures.find((each) => each === address.get('open'))
  const stock = (['inHand', 'overdue'] as const).find((each) => each === address.get('stock'))
  return {
    day: day !== undefined && day < today ? day : null,
    by: bys.find((each) => each === address.get('by')) ?? 'window',
    open: figure === undefined ? null : { figure, slice: sliceIn(address) },
    stock: stock ?? null,
  }
}

export function writeToday({ day, by, open, stock }: TodayAsked): URLSearchParams {
  const address = new URLSearchParams()
  if (day !== null) address.set('day', day)
  if (by !== 'window') address.set('by', by)
  if (open !== null) {
    address.set('open', open.figure)
    for (const [key, value] of Object.entries(open.slice)) address.set(`of-${key}`, String(value))
  }
  if (stock !== null) address.set('stock', stock)
  return address
}

function sliceIn(address: URLSearchParams): Slice {
  const [window, person, item] = (['window', 'person', 'item'] as const).map((key) => address.get(`of-${key}`))
  const standing = (['confirmed', 'unconfirmed'] as const).find((each) => each === address.get('of-standing'))
  return {
    ...(window != null && /^\d{1,2}$/.test(window) ? { window: Number(window) } : {}),
    ...(person == null ? {} : { person }),
    ...(item == null ? {} : { item }),
    ...(standing === undefined ? {} : { standing }),
  }
}
