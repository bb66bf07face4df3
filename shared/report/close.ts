/** 日结: a supervisor's signed count of one day, window by window, and what came later in the open (日结更正). Pure. */
import { z } from 'zod'
import { Day, dayOf } from '../calendar/day.ts'
import { CaseId, EventId, HallId, Instant, PersonId, PrintedNumber, TerminalNo, WindowNo } from '../case/ids.ts'
import { Paper } from '../paper/paper.ts'
import { type Figure, figures, figureTable, partsIn } from './figures.ts'
import type { Line } from './lines.ts'
import type { Part } from './parts.ts'
import { figureValue, sumsOf } from './sums.ts'

/** One window's figures of the day, by their names; one that is nought is left out. `window` null: the offices behind. */
export const CloseRow = z.strictObject({ window: WindowNo.nullable(), counts: z.record(z.string(), z.int()) })
export type CloseRow = z.infer<typeof CloseRow>

/** A figure of a window, from what it was to what it is. */
const Moved = z.strictObject({ window: WindowNo.nullable(), figure: z.string(), from: z.int(), to: z.int() })
export type Moved = z.infer<typeof Moved>
/** The same before it is known from where. */
export type Shift = { window: WindowNo | null; figure: Figure; by: number }

const CaseNumber = PrintedNumber.nullable()
/** An act on a case; what was signed before its case was told does not tell it, nor does a sealed one from afar. */
const aboutCase = { case: CaseId.optional(), number: CaseNumber, type: z.string(), person: PersonId }
/** What a supervisor should know before signing: each may still move the figures, or says why they can be doubted. */
export const CloseQuestion = z.discriminatedUnion('is', [
  /** Nothing was heard of this terminal since (never: null): what it has not sent is not in the count. */
  z.strictObject({
    is: z.literal('silent'),
    terminal: TerminalNo,
    window: WindowNo.nullable(),
    heardAt: Instant.nullable(),
  }),
  z.strictObject({ is: z.literal('stopped'), terminal: TerminalNo, window: WindowNo.nullable() }),
  /** Records that the bureau has and cannot judge yet. */
  z.strictObject({ is: z.literal('waiting'), terminal: TerminalNo, window: WindowNo.nullable(), records: z.int() }),
  z.strictObject({
    is: z.literal('clock'),
    terminal: TerminalNo,
    window: WindowNo.nullable(),
    records: z.int(),
    minutes: z.int(),
  }),
  z.strictObject({ is: z.literal('refused'), ...aboutCase }),
  z.strictObject({ is: z.literal('task'), kind: z.string(), ...aboutCase }),
  /** Of this kind there are so many more than a paper lists. */
  z.strictObject({ is: z.literal('more'), of: z.enum(['task', 'skipped']), count: z.int().min(1) }),
  /** Printed numbers that no record bears. */
  z.strictObject({
    is: z.literal('skipped'),
    terminal: TerminalNo,
    window: WindowNo.nullable(),
    first: PrintedNumber,
    last: PrintedNumber,
    count: z.int(),
  }),
  z.strictObject({ is: z.literal('checkMissing'), window: WindowNo }),
  z.strictObject({ is: z.literal('checkDiffers'), window: WindowNo, remark: z.string().nullable() }),
  /** Acts came after the window had signed. */
  z.strictObject({ is: z.literal('checkOlder'), window: WindowNo }),
])
export type CloseQuestion = z.infer<typeof CloseQuestion>

/** Why a closed day is amended. */
export const CloseCause = z.discriminatedUnion('is', [
  /** An act that was confirmed after the count: which, where, when it was done and when it came. */
  z.strictObject({
    is: z.literal('act'),
    position: z.int(),
    /** Absent where the case is sealed and the hall is looked at from afar. */
    case: CaseId.optional(),
    number: CaseNumber,
    event: EventId,
    type: z.string(),
    terminal: TerminalNo,
    window: WindowNo.nullable(),
    at: Instant,
    arrivedAt: Instant.nullable(),
    moved: z.array(Moved),
  }),
  /** No act: the figures were counted anew, by another calendar or after a restore. */
  z.strictObject({ is: z.literal('counted'), moved: z.array(Moved) }),
])
export type CloseCause = z.infer<typeof CloseCause>

/** How far a terminal's chain had come, and its digest there. */
const Head = z.strictObject({
  terminal: TerminalNo,
  window: WindowNo.nullable(),
  seq: z.int(),
  digest: z.string(),
})

const counted = {
  day: Day,
  /** 0: the close itself · 1, 2 …: its amendments. */
  no: z.int().min(0),
  /** Of the hall: every confirmed event up to here is in the count. */
  position: z.int().min(0),
  rows: z.array(CloseRow),
  /** What an amendment amends; of a close itself nothing. */
  was: z.array(CloseRow),
  causes: z.array(CloseCause),
  questions: z.array(CloseQuestion),
  heads: z.array(Head),
}

/** What the bureau would have signed; `proof` names just this. */
export const CloseProposal = z.strictObject({
  ...counted,
  proof: z.string(),
  /** The day is not over yet: the hall has not closed. */
  early: z.boolean(),
})
export type CloseProposal = z.infer<typeof CloseProposal>

/** A close or an amendment as it was signed; it is never changed. */
export const DayClose = z.strictObject({
  ...counted,
  hall: HallId,
  /** Its own printed number, given by the bureau. */
  number: PrintedNumber,
  by: z.strictObject({ person: PersonId, name: z.string(), badge: z.string() }),
  at: Instant,
  terminal: TerminalNo,
  remark: z.string().nullable(),
  /** By which life of the bureau, which calendar and which rules of counting. */
  incarnation: z.string(),
  calendar: z.string(),
  rules: z.string(),
  /** What was printed of it, and is printed again in the same words. */
  paper: Paper,
})
export type DayClose = z.infer<typeof DayClose>

/** The figures a close counts: the flow of a day. */
export const closeFigures: readonly Figure[] = figures
/** What they are made of. */
export const closeParts: readonly Part[] = [...new Set(figures.flatMap(partsIn))]

export function figureName(figure: string): string {
  return (figureTable as Record<string, { name: string }>)[figure]?.name ?? figure
}

/** Rows in order of their window, nought left out. */
export function rowsOf(counts: ReadonlyMap<WindowNo | null, Readonly<Record<string, number>>>): CloseRow[] {
  return [...counts]
    .map(([window, all]) => ({ window, counts: Object.fromEntries(Object.entries(all).filter(([, n]) => n !== 0)) }))
    .filter(({ counts: own }) => Object.keys(own).length > 0)
    .toSorted((a, b) => (a.window ?? 99) - (b.window ?? 99))
}

/** All windows together. */
export function totalOf(rows: readonly CloseRow[]): Record<string, number> {
  const all: Record<string, number> = {}
  for (const { counts } of rows) for (const [figure, n] of Object.entries(counts)) all[figure] = (all[figure] ?? 0) + n
  return all
}

/** Where two counts of a day differ. */
export function movedBetween(was: readonly CloseRow[], is: readonly CloseRow[]): Moved[] {
  const windows = [...new Set([...was, ...is].map(({ window }) => window))].toSorted((a, b) => (a ?? 99) - (b ?? 99))
  const of = (rows: readonly CloseRow[], window: WindowNo | null, figure: string) =>
    rows.find((row) => row.window === window)?.counts[figure] ?? 0
  return windows.flatMap((window) => {
    const known = new Set([...was, ...is].flatMap((row) => (row.window === window ? Object.keys(row.counts) : [])))
    const inOrder = [...closeFigures.filter((each) => known.delete(each)), ...known]
    return inOrder.flatMap((figure) => {
      const [from, to] = [of(was, window, figure), of(is, window, figure)]
      return from === to ? [] : [{ window, figure, from, to }]
    })
  })
}

/** What a count becomes by shifts, and each of them from what to what. */
export function shifted(rows: readonly CloseRow[], shifts: readonly Shift[]): { rows: CloseRow[]; moved: Moved[] } {
  const counts = new Map(rows.map((row) => [row.window, { ...row.counts }]))
  const moved = shifts.map(({ window, figure, by }) => {
    const own = counts.get(window) ?? {}
    const from = own[figure] ?? 0
    own[figure] = from + by
    counts.set(window, own)
    return { window, figure, from, to: from + by }
  })
  return { rows: rowsOf(counts), moved }
}

/** How one act moves the figures of a day, given the lines of its case before and after. */
export function shiftsOf(before: readonly Line[], after: readonly Line[], day: Day): Shift[] {
  const own = (lines: readonly Line[], window: WindowNo | null) =>
    sumsOf(lines.filter((line) => line.day === day && line.window === window))
  const windows = new Set([...before, ...after].flatMap((line) => (line.day === day ? [line.window] : [])))
  return [...windows].flatMap((window) => {
    const [was, is] = [own(before, window), own(after, window)]
    return closeFigures.flatMap((figure) => {
      const by = (figureValue(figure, is) ?? 0) - (figureValue(figure, was) ?? 0)
      return by === 0 ? [] : [{ window, figure, by }]
    })
  })
}

/** The days up to `last` of which an act moved a figure, and its own day. */
export function daysTouched(before: readonly Line[], after: readonly Line[], at: Instant, last: string): Day[] {
  const key = (line: Line) => `${line.event} ${line.part} ${line.day} ${line.window} ${line.amount}`
  const [was, is] = [new Map(before.map((line) => [key(line), line])), new Map(after.map((line) => [key(line), line]))]
  const changed = [...was, ...is].filter(([each]) => !(was.has(each) && is.has(each))).map(([, line]) => line.day)
  return [...new Set([dayOf(at), ...changed])].filter((day) => day <= last)
}

/** When a day's count can be signed without a word: once the hall has closed. */
export function closesAt(day: Day, hour: string | undefined): Instant {
  return new Date(Date.parse(`${day}T${hour ?? '24:00'}:00+08:00`)).toISOString() as Instant
}
