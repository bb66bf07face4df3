/** What 今日 is asked for, as its address says it: so that it can be gone back to, opened again after a reload, and told to others. Pure. */
import { Day } from '../../shared/calendar/day.ts'
import { type Figure, figures } from '../../shared/report/figures.ts'
import type { Whose } from '../parts/whose-case.ts'
import type { Slice } from '../store/day-figures.ts'
import { type Light, lights } from '../store/lights.ts'
import type { By } from './group.ts'

export const bys: readonly By[] = ['window', 'person', 'item']
export const ways: readonly Whose[] = ['person', 'window']
type Stocked = 'inHand' | 'overdue'

export type TodayAsked = {
  /** Null: whichever day it is. */
  day: Day | null
  by: By
  /** The figure whose cases are listed, and whose part of it. */
  open: { figure: Figure; slice: Slice } | null
  /** What the bureau has in hand is listed. */
  stock: Stocked | null
  lit: LitAsked | null
}

/** The light whose cases are listed; `of`: one person's or window's alone. */
export type LitAsked = { light: Light; of: { by: Whose; group: string } | null }

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
    lit: litIn(address),
  }
}

export function writeToday({ day, by, open, stock, lit }: TodayAsked): URLSearchParams {
  const address = new URLSearchParams()
  if (day !== null) address.set('day', day)
  if (by !== 'window') address.set('by', by)
  if (open !== null) {
    address.set('open', open.figure)
    for (const [key, value] of Object.entries(open.slice)) address.set(`of-${key}`, String(value))
  }
  if (stock !== null) address.set('stock', stock)
  if (lit !== null) address.set('light', lit.light)
  if (lit?.of != null) {
    address.set('whose', lit.of.by)
    address.set('group', lit.of.group)
  }
  return address
}

function litIn(address: URLSearchParams): LitAsked | null {
  const light = lights.find((each) => each === address.get('light'))
  const by = ways.find((each) => each === address.get('whose'))
  const group = address.get('group')
  return light === undefined ? null : { light, of: by === undefined || group === null ? null : { by, group } }
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
