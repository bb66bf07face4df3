/** Questions about what is counted: the figures of a day, the sum of the windows, a receipt on a day off. */
import { z } from 'zod'
import { type Calendar, isPublished } from '../calendar/calendar.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { deemedOn } from '../calendar/permit-terms.ts'
import { addWorkdays } from '../calendar/workdays.ts'
import { AskedDay, AskedMoment, type Rule, rule } from './rule.ts'

const acts = ['receive', 'correct', 'accept', 'deemedAccept', 'notAccept', 'withdraw', 'close', 'void'] as const

const WindowName = z.union([z.string().min(1).max(20), z.int()]).transform(String)

const Told = z.object({
  id: z.string().optional(),
  type: z.enum(acts),
  case: z.string().min(1),
  window: WindowName,
  at: AskedMoment,
  /** Of a receipt: a permit that nobody answers is accepted by silence. */
  kind: z.literal('permit').optional(),
  /** Of a voiding: who did it. */
  by: z.string().optional(),
})
type Told = z.infer<typeof Told>

type Row = { receive: number; accept: number; close: number; reject: number; overdue: number }
type Counted = { figure: keyof Row; window: string; day: Day }

export const countRules: Readonly<Record<string, Rule>> = {
  dailyCounts: rule(
    z.object({
      day: AskedDay,
      events: z.array(Told).max(100_000),
      deadlines: z.record(z.string(), AskedDay).optional(),
    }),
    ({ day, events, deadlines = {} }, calendar) => {
      const cases = new Map<string, Told[]>()
      for (const each of events) {
        if (!cases.has(each.case)) cases.set(each.case, [])
        cases.get(each.case)!.push(each)
      }
      const rows: Record<string, Row> = {}
      for (const [name, own] of cases)
        for (const { figure, window } of countedOn(day, own, deadlines[name], calendar)) {
          rows[window] ??= { receive: 0, accept: 0, close: 0, reject: 0, overdue: 0 }
          rows[window][figure] += 1
        }
      return rows
    },
  ),

  reconcile: rule(
    z.object({
      windows: z.record(z.string(), z.object({ receive: z.int().min(0) })),
      total: z.int().optional(),
    }),
    ({ windows, total: told }) => {
      const total = Object.values(windows).reduce((sum, { receive }) => sum + receive, 0)
      return { total, equalsSum: told === undefined || told === total, difference: (told ?? total) - total }
    },
  ),

  receive: rule(z.object({ at: AskedMoment }), ({ at }, calendar) => {
    const countedOn = dayOf(at)
    const first = addWorkdays(calendar, countedOn, 1)
    return {
      accepted: true,
      dailyReport: true,
      countedOn,
      clockStarts: '次一工作日为第1日',
      firstCountedDay: first.day,
      provisional: first.provisional || !isPublished(calendar, countedOn),
    }
  }),
}

/** What one case adds to a day. An act counts at its window, on the Beijing day on which it was done; an overdue case stands at
 *  the window that received it. */
function countedOn(day: Day, told: readonly Told[], deadline: Day | undefined, calendar: Calendar): Counted[] {
  const own = told.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const first = (type: Told['type']) => own.find((each) => each.type === type)
  const received = first('receive')
  const voided = first('void')
  // 冲正 takes out the whole case: before acceptance, by a supervisor.
  if (voided !== undefined && (voided.by ?? 'supervisor') === 'supervisor' && before(voided, first('accept'))) return []
  const silence = received === undefined ? undefined : acceptedBySilence(received, own, calendar)
  const accepted = silence ?? first('accept')
  const withdrawn = first('withdraw')
  const found: [keyof Row, { at: string; window: string } | undefined][] = [
    ['receive', received],
    ['accept', accepted],
    ['close', first('close')],
    ['reject', first('notAccept')],
    ['reject', withdrawn !== undefined && before(withdrawn, accepted) ? withdrawn : undefined],
  ]
  const counted = found.flatMap(([figure, act]) =>
    act === undefined ? [] : [{ figure, window: act.window, day: dayOf(act.at) }],
  )
  const ended = [first('close'), first('notAccept'), withdrawn].some((act) => act !== undefined && dayOf(act.at) <= day)
  if (received !== undefined && dayOf(received.at) <= day && !ended && deadline !== undefined && deadline < day)
    counted.push({ figure: 'overdue', window: received.window, day })
  return counted.filter((each) => each.day === day)
}

function before(act: { at: string }, other: { at: string } | undefined): boolean {
  return other === undefined || Date.parse(act.at) < Date.parse(other.at)
}

/** 视为受理 is computed and no act of anybody: it stands at the window that received, on the day after the fifth working day.
 *  A told `deemedAccept` says that the case is a permit. */
function acceptedBySilence(received: Told, own: readonly Told[], calendar: Calendar): Told | undefined {
  if (received.kind !== 'permit' && !own.some((each) => each.type === 'deemedAccept')) return undefined
  const on = deemedOn(calendar, dayOf(received.at))
  const answered = own.some((each) => !['receive', 'deemedAccept'].includes(each.type) && dayOf(each.at) < on)
  return answered ? undefined : { ...received, at: `${on}T00:00:00+08:00` }
}
