/** Which kept sums make up a period: months by the month, and of a month that is not whole the fewer days, those within it or those
 *  without. Pure. */
import { addDays, addMonths, type Day, daysBetween } from '../calendar/day.ts'
import type { FiguresAsked, TimeBy } from '../contract/figures.ts'

/** `less`: what these sums say is taken away. */
export type Range = { grain: 'day' | 'month'; from: string; to: string; less?: true }
type Period = FiguresAsked['period']

/** Ranges that together are the period, both ends included. Days and weeks are told by the day. */
export function ranges({ from, to }: Period, time: TimeBy): Range[] {
  if (time === 'day' || time === 'week') return [{ grain: 'day', from, to }]
  const first = monthOf(from)
  const last = monthOf(to)
  if (first.from === last.from) return within(first, { from, to })
  const [head, tail] = [within(first, { from, to: first.to }), within(last, { from: last.from, to })]
  const between = { grain: 'month' as const, from: afterMonth(first, 1), to: afterMonth(last, -1) }
  return joined([...head, ...(between.from <= between.to ? [between] : []), ...tail])
}

/** Days of one month. */
function within(month: Period, { from, to }: Period): Range[] {
  const before = daysBetween(month.from, from)
  const after = daysBetween(to, month.to)
  if (before + after > daysBetween(from, to)) return [{ grain: 'day', from, to }]
  const name = nameOf(month.from)
  return [
    ...(before === 0 ? [] : [{ grain: 'day' as const, from: month.from, to: addDays(from, -1), less: true as const }]),
    { grain: 'month', from: name, to: name },
    ...(after === 0 ? [] : [{ grain: 'day' as const, from: addDays(to, 1), to: month.to, less: true as const }]),
  ]
}

/** Months that follow one another are one range. */
function joined(all: readonly Range[]): Range[] {
  const months = all.filter(({ grain }) => grain === 'month')
  const days = all.filter(({ grain }) => grain === 'day')
  return [...(months.length === 0 ? [] : [{ ...months[0]!, to: months.at(-1)!.to }]), ...days]
}

function monthOf(day: Day): Period {
  const from = `${nameOf(day)}-01` as Day
  return { from, to: addDays(addMonths(from, 1), -1) }
}

function afterMonth({ from }: Period, steps: number): string {
  return nameOf(addMonths(from, steps))
}

function nameOf(day: Day): string {
  return day.slice(0, 7)
}
