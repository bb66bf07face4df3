/** 月比: a window's month beside the others. Four columns, each with its formula; made so that nothing is gained by splitting a case, by
 *  sending it back, by letting it lie, or by luck over few. Pure: the bureau hands in one row for each case. */
import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { workdaysBetween } from '../calendar/workdays.ts'

/** What is known of a case: of its applicant, a keyed hash alone. */
export type ComparedCase = {
  case: string
  /** The window that received it: it answers for it to the end, whoever goes on with it. */
  window: number
  who: string
  item: string
  receivedOn: Day
  /** The moment: of several on a day the first one's window answers. */
  receivedAt: string
  /** The first decision: what is opened anew and decided again counts where it was decided first. */
  decidedOn: Day | null
  /** The working days that were promised; null without a promise. */
  promised: number | null
  /** Decided after its promised day. */
  late: boolean
  /** The first day on which it was overdue. */
  overdueOn: Day | null
  /** The day on which it ended with no decision before: 撤回, 误收作废, 不予受理, 无需办理, 转办, 视为撤回, 终止. */
  goneOn: Day | null
  /** 视为撤回 or 终止: not sent back by the window, but ended by what the applicant let pass or by a ground of law. */
  lapsed: boolean
  voided: boolean
  /** 一次性告知 and 补充告知. */
  told: number
  amended: number
}

export type Slips = { window: number; rated: number; praised: number }

/** Of so many, so many. `rank` null: too few to be ranked. */
const Share = z.strictObject({ n: z.int(), of: z.int(), rank: z.int().nullable() })
export type Share = z.infer<typeof Share>
export const MonthRow = z.strictObject({
  window: z.int(),
  handled: z.int(),
  handledRank: z.int().nullable(),
  inTime: Share,
  praised: Share,
  corrections: Share,
})
export type MonthRow = z.infer<typeof MonthRow>

/** Those that have cases behind them; 好评 is counted from slips, which name none. */
export const monthFigures = ['handled', 'inTime', 'corrections'] as const
export type MonthFigure = (typeof monthFigures)[number]
type Month = { month: string; calendar: Calendar }

/** Under so many nothing is ranked (样本不足). */
export const FEWEST = 20
/** Whoever comes again for the same within so many days after a first receipt, or after a case ended undecided, goes on with it. */
const AGAIN_DAYS = 30

/** A case of an application, and from which receipt its time runs. */
type Part = ComparedCase & { runsFrom: Day }
/** One application of one person for one item: its cases, and the first one, whose window answers for all. `again`: the window sent it back
 *  and took it in anew. */
type Application = { cases: Part[]; first: ComparedCase; again: boolean }

export function compareMonth(cases: readonly ComparedCase[], slips: readonly Slips[], month: Month): MonthRow[] {
  const applications = applicationsOf(cases)
  const windows = new Set([...cases.map(({ window }) => window), ...slips.map(({ window }) => window)])
  const rows = [...windows]
    .toSorted((a, b) => a - b)
    .map((window): MonthRow => {
      const mine = applications.filter(({ first }) => first.window === window)
      const share = (figure: MonthFigure): Share => {
        const counted = mine.flatMap((each) => countedIn(figure, each, month))
        return { n: counted.filter(Boolean).length, of: counted.length, rank: null }
      }
      const own = slips.filter((each) => each.window === window)
      return {
        window,
        handled: share('handled').n,
        handledRank: null,
        inTime: share('inTime'),
        praised: { n: sum(own, ({ praised }) => praised), of: sum(own, ({ rated }) => rated), rank: null },
        corrections: share('corrections'),
      }
    })
  const handledOf = ({ handled }: MonthRow) => (handled < FEWEST ? null : handled)
  return rows
    .filter(({ window }) => window !== 0)
    .map((row, _, all) => ({
      ...row,
      handledRank: rankOf(row, all, handledOf),
      inTime: { ...row.inTime, rank: rankOf(row, all, ({ inTime }) => surelyAtLeast(inTime)) },
      praised: { ...row.praised, rank: rankOf(row, all, ({ praised }) => surelyAtLeast(praised)) },
      corrections: {
        ...row.corrections,
        rank: rankOf(row, all, ({ corrections }) => surelyAtLeast(without(corrections))),
      },
    }))
}

/** An application that a figure counts: its cases as they were received, and whether it stands above the line (of 办件 each does). */
export type Behind = { cases: readonly ComparedCase[]; above: boolean }

/** The applications that a figure of a window is made of, in order of their first receipt: as many as stand beneath its line. */
export function behindMonth(
  cases: readonly ComparedCase[],
  figure: MonthFigure,
  window: number,
  month: Month,
): Behind[] {
  return applicationsOf(cases)
    .filter(({ first }) => first.window === window)
    .flatMap((each) => countedIn(figure, each, month).map((above) => ({ cases: each.cases, above })))
}

/** Empty: the figure does not count it that month; else whether it stands above the line. */
function countedIn(figure: MonthFigure, application: Application, { month, calendar }: Month): boolean[] {
  if (figure === 'inTime') return judgedIn(application, month, calendar)
  const handled = isIn(month, decidedOn(application))
  if (figure === 'handled') return handled ? [true] : []
  return handled || isIn(month, voidedOn(application)) ? [isCorrected(application)] : []
}

/** Cases of one applicant and item are one application where the later is received while the earlier is in hand, within 30 days of the
 *  first receipt, or within 30 days after the earlier ended undecided. */
function applicationsOf(cases: readonly ComparedCase[]): Application[] {
  const order = ({ receivedOn, receivedAt, case: id }: ComparedCase) => `${receivedOn} ${receivedAt} ${id}`
  const inOrder = cases.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  const open = new Map<string, Application>()
  const all: Application[] = []
  for (const one of inOrder) {
    const key = `${one.who} ${one.item}`
    const before = open.get(key)
    if (before !== undefined && belongsTo(before, one)) add(before, one)
    else {
      const application = { cases: [{ ...one, runsFrom: one.receivedOn }], first: one, again: false }
      open.set(key, application)
      all.push(application)
    }
  }
  return all
}

function belongsTo({ cases, first }: Application, one: ComparedCase): boolean {
  return (
    one.receivedOn <= addDays(first.receivedOn, AGAIN_DAYS) ||
    cases.some((before) => wasInHand(before, one) || endedLately(before, one))
  )
}

/** Its time runs from the first receipt of what it splits or takes up again; what came after a decision, or after the applicant let the
 *  first pass, has its own. */
function add(application: Application, one: ComparedCase): void {
  const sentBack = application.cases.filter((before) => endedLately(before, one) && !before.lapsed)
  const goesOnWith = [...application.cases.filter((before) => wasInHand(before, one)), ...sentBack]
  const [runsFrom = one.receivedOn] = [one.receivedOn, ...goesOnWith.map((before) => before.runsFrom)].toSorted()
  application.cases.push({ ...one, runsFrom })
  if (sentBack.length > 0) application.again = true
}

/** On one day what was over by then is split too. */
function wasInHand({ receivedOn, decidedOn, goneOn }: ComparedCase, later: ComparedCase): boolean {
  const over = decidedOn ?? goneOn
  return receivedOn === later.receivedOn || over === null || over > later.receivedOn
}

function endedLately({ goneOn }: ComparedCase, { receivedOn }: ComparedCase): boolean {
  return goneOn !== null && goneOn <= receivedOn && receivedOn <= addDays(goneOn, AGAIN_DAYS)
}

/** The first decision of them all. */
function decidedOn({ cases }: Application): Day | null {
  return cases.flatMap((one) => one.decidedOn ?? []).toSorted()[0] ?? null
}

function voidedOn({ cases }: Application): Day | null {
  return cases.flatMap(({ voided, goneOn }) => (voided && goneOn !== null ? [goneOn] : [])).toSorted()[0] ?? null
}

/** Judged once, in the month in which it was first decided or first overdue: who lets it lie does not put it off. In time only where
 *  each of its cases was, counted from the first receipt. Empty: another month's, or nothing was promised. */
function judgedIn(application: Application, month: string, calendar: Calendar): boolean[] {
  const { cases } = application
  const overdue = cases.flatMap((one) => one.overdueOn ?? []).toSorted()[0]
  const decided = decidedOn(application) ?? undefined
  const [on] = [overdue, decided].filter((day) => day !== undefined).toSorted()
  if (on === undefined || !isIn(month, on)) return []
  if (overdue !== undefined) return [false]
  const judged = cases.filter((one) => one.decidedOn !== null && one.promised !== null)
  if (judged.length === 0) return []
  return [judged.every((one) => !one.late && isInTimeFromFirst(one, calendar))]
}

function isInTimeFromFirst({ runsFrom, receivedOn, decidedOn, promised }: Part, calendar: Calendar): boolean {
  if (receivedOn === runsFrom || decidedOn === null || promised === null) return true
  return workdaysBetween(calendar, runsFrom, decidedOn) <= promised
}

/** What the window itself had to put right: a second list after the first, 误收作废, an application sent back and taken in anew that was the
 *  hall's to decide after all. Telling once what is lacking is its duty and counts nowhere; nor does 不予受理 that stays the last word. */
function isCorrected(application: Application): boolean {
  const { cases, again } = application
  return (
    cases.some(({ voided, told, amended }) => voided || amended > 0 || told > 1) ||
    (again && decidedOn(application) !== null)
  )
}

/** 有把握的下限: at least so much it is with 95% confidence (Wilson); of few it is little, however well they went. Null: too few. */
export function surelyAtLeast({ n, of }: Pick<Share, 'n' | 'of'>): number | null {
  if (of < FEWEST) return null
  // Worked out, the two halves of it differ by what a computer rounds.
  if (n === 0) return 0
  const z = 1.96
  const share = n / of
  const middle = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return (middle - half) / (1 + (z * z) / of)
}

function without({ n, of }: Share): Pick<Share, 'n' | 'of'> {
  return { n: of - n, of }
}

/** One more than those before it; alike, they share a place. */
function rankOf(row: MonthRow, all: readonly MonthRow[], value: (row: MonthRow) => number | null): number | null {
  const mine = value(row)
  if (mine === null) return null
  return 1 + all.filter((other) => (value(other) ?? Number.NEGATIVE_INFINITY) > mine).length
}

function isIn(month: string, day: Day | null): boolean {
  return day !== null && day.startsWith(month)
}

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0)
}
