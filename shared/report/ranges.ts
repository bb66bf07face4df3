/** Which kept sums make up a period: whole months by the month, what is left by the day. Pure. */
import { addDays, type Day } from '../calendar/day.ts'
import type { FiguresAsked, TimeBy } from '../contract/figures.ts'

export type Range = { grain: 'day' | 'month'; from: string; to: string }

/** Ranges that do not overlap and leave nothing out, both ends included. Days and weeks are told by the day. */
export function ranges({ from, to }: FiguresAsked['period'], time: TimeBy): Range[] {
  const days: Range = { grain: 'day', from, to }
  if (time === 'day' || time === 'week') return [days]
  const first = from.endsWith('-01') ? month(from) : nextMonth(from)
  const last = addDays(to, 1).endsWith('-01') ? month(to) : monthBefore(to)
  if (first > last) return [days]
  const begins = `${first}-01` as Day
  const ends = addDays(`${nextMonth(`${last}-01` as Day)}-01` as Day, -1)
  return [
    ...(from < begins ? [{ grain: 'day' as const, from, to: addDays(begins, -1) }] : []),
    { grain: 'month', from: first, to: last },
    ...(ends < to ? [{ grain: 'day' as const, from: addDays(ends, 1), to }] : []),
  ]
}

function month(day: Day): string {
  return day.slice(0, 7)
}

function nextMonth(day: Day): string {
  const [year, no] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return no === 12 ? `${year + 1}-01` : `${year}-${String(no + 1).padStart(2, '0')}`
}

function monthBefore(day: Day): string {
  return month(addDays(`${month(day)}-01` as Day, -1))
}
