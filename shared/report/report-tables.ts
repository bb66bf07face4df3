/** Which tables 月报 and 季报 consist of, filled from the bureau's answers. */
import { addDays, type Day } from '../calendar/day.ts'
import type { FiguresAnswer, FiguresAsked } from '../contract/figures.ts'
import type { Item } from '../item/item.ts'
import { systemNames } from './case-list.ts'
import type { ExportKind } from './export.ts'
import type { FigureName } from './figures.ts'
import { type Period, periodLater, yearBefore } from './period.ts'
import type { ReportRow, ReportTable } from './report.ts'
import { addSums, type Sums } from './sums.ts'

const whole: FigureName[] = [
  'received',
  'accepted',
  'incomplete',
  'told',
  'notAccepted',
  'decided',
  'granted',
  'refused',
  'recorded',
  'sameDay',
  'sameDayRate',
  'inTimeRate',
  'inTimeByLawRate',
  'earlyRate',
  'averageTime',
  'delivered',
  'withdrawn',
  'becameOverdue',
]
const stocks: FigureName[] = ['inHand', 'overdue']
const flow: FigureName[] = [
  'received',
  'accepted',
  'told',
  'notAccepted',
  'decided',
  'sameDay',
  'delivered',
  'withdrawn',
]
const quality: FigureName[] = [...whole, 'correctionRate', 'onceRate']

/** The figures in a report, for its page of definitions. */
export function figuresIn(tables: readonly ReportTable[]): FigureName[] {
  return [...new Set(tables.flatMap(({ figures }) => figures))]
}

type Answer = Pick<FiguresAnswer, 'asked' | 'compared'>
/** What the bureau is asked for a report, each under a name; all of it has to be of one position. */
export type ReportAsked = Record<'hall' | 'item' | 'window' | 'time' | 'street' | 'yearBefore', FiguresAsked>
export type ReportAnswers = Record<keyof ReportAsked, Answer>

export function reportAsked(what: ExportKind, period: Period): ReportAsked {
  const asked: FiguresAsked = {
    figures: [...new Set([...whole, ...quality, ...stocks])],
    period,
    compared: null,
    time: 'none',
    by: 'none',
    only: {},
  }
  return {
    hall: { ...asked, compared: periodLater(period, -1) },
    yearBefore: { ...asked, period: yearBefore(period) },
    item: { ...asked, by: 'item' },
    window: { ...asked, by: 'window' },
    street: { ...asked, by: 'street' },
    time: { ...asked, time: what === 'monthly' ? 'day' : 'month' },
  }
}

export type ReportBooks = {
  /** Of the newest edition that has each. */
  items: readonly Pick<Item, 'code' | 'name' | 'system'>[]
  windowName(no: number): string
}

/** All tables of the report, of the days that were counted. Throws Differs where rows do not add up to what the hall's own sum says. */
export function reportTables(
  what: ExportKind,
  answers: ReportAnswers,
  books: ReportBooks,
  counted: Period,
): ReportTable[] {
  const byTime = timeTable(what, answers, counted)
  const tables = [
    ...(what === 'quarterly' ? [byTime] : []),
    itemTable(answers.item, books),
    windowTable(answers.window, books),
    ...(what === 'monthly' ? [byTime] : []),
    streetTable(answers.street),
  ]
  const { sums } = only(answers.hall.asked)
  for (const table of tables) checkSums(table, sums)
  return tables
}

export class Differs extends Error {
  override name = 'Differs'
}

/** To the last unit: every part under every figure. A slip of praise or blame is of no item and no street. */
function checkSums(table: ReportTable, hall: Sums): void {
  const leaves = table.rows.flatMap((row) => (row.is === 'leaf' ? [row.sums] : []))
  const left = leaves.reduce<Sums>((all, each) => addSums(all, each, -1), hall)
  const parts = Object.keys(left)
  if (parts.length > 0) throw new Differs(`${table.name}: ${parts.join(', ')}`)
}

type Keyed = ReadonlyMap<string, { sums: Sums; until: Sums }>

function keyed({ rows, until }: FiguresAnswer['asked']): Keyed {
  const all = new Map<string, { sums: Sums; until: Sums }>()
  for (const { key, period, sums } of rows) all.set(key || period, { sums, until: {} })
  for (const { key, period, sums } of until)
    all.set(key || period, { sums: all.get(key || period)?.sums ?? {}, until: sums })
  return all
}

function only(rows: FiguresAnswer['asked'] | null): { sums: Sums; until: Sums } {
  const [found] = rows === null ? [] : keyed(rows).values()
  return found ?? { sums: {}, until: {} }
}

function itemTable({ asked }: Answer, { items }: ReportBooks): ReportTable {
  const found = keyed(asked)
  const rows: ReportRow[] = []
  const groups: number[] = []
  for (const [system, name] of Object.entries(systemNames)) {
    const own = items.filter((item) => item.system === system && found.has(item.code))
    if (own.length === 0) continue
    const from = rows.length
    for (const { code, name: label } of own) rows.push({ is: 'leaf', label, ...found.get(code)! })
    groups.push(rows.length)
    rows.push({ is: 'group', label: `${name}小计`, of: own.map((_, index) => from + index) })
  }
  const missing = items.filter(({ code }) => !found.has(code)).length
  rows.push({ is: 'total', label: '合计', of: groups })
  const notes = missing === 0 ? [] : [`其余${missing}个事项本期没有办件，也没有在办。`]
  return { name: '按事项', head: '事项', figures: [...whole, ...stocks], rows, notes }
}

function windowTable({ asked }: Answer, { windowName }: ReportBooks): ReportTable {
  const found = [...keyed(asked)].toSorted(([a], [b]) => (Number(a) || 999) - (Number(b) || 999))
  const rows = found.map(([no, sums]): ReportRow => ({ is: 'leaf', label: windowName(Number(no)), ...sums }))
  const notes = ['每个数记在办这一步的窗口；不在窗口办的（审查、决定、送达登记等）记在“科室”。']
  return withTotal({ name: '按窗口', head: '窗口', figures: whole, rows, notes })
}

function streetTable({ asked }: Answer): ReportTable {
  const found = [...keyed(asked)].toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
  const rows = found.map(([street, all]): ReportRow => ({ is: 'leaf', label: street || '住址没有写明', ...all }))
  return withTotal({ name: '按街道', head: '申请人所在街道（乡镇）', figures: flow, rows, notes: [] })
}

function timeTable(what: ExportKind, { time, hall, yearBefore: yearAgo }: ReportAnswers, counted: Period): ReportTable {
  const all = keyed({ rows: time.asked.rows, until: [] })
  // A day without a row would be looked for: nobody knows that nothing happened.
  const steps = [...new Set([...(what === 'monthly' ? daysOf(counted) : []), ...all.keys()])].toSorted()
  const rows = steps.map((step): ReportRow => ({ is: 'leaf', label: step, ...(all.get(step) ?? none) }))
  if (what === 'monthly') return withTotal({ name: '按日', head: '日期', figures: flow, rows, notes: [] })
  const table = withTotal({ name: '按月', head: '月份', figures: quality, rows, notes: [] })
  const now = table.rows.length - 1
  const beside = [
    { label: '上季度', change: '比上季度', sums: only(hall.compared) },
    { label: '上年同季', change: '比上年同季', sums: only(yearAgo.asked) },
  ].filter(({ sums }) => Object.keys(sums.sums).length > 0)
  const compared = beside.flatMap(({ label, change, sums }, index): ReportRow[] => [
    { is: 'before', label, ...sums },
    { is: 'change', label: change, now, before: now + 1 + index * 2 },
  ])
  const notes = compared.length === 0 ? [] : ['“比”：件数、次数和用时为增减的百分比，比率为增减的百分点。']
  return { ...table, rows: [...table.rows, ...compared], notes }
}

const none = { sums: {}, until: {} }

function daysOf({ from, to }: Period): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

function withTotal(table: ReportTable): ReportTable {
  const of = table.rows.map((_, index) => index)
  return { ...table, rows: [...table.rows, { is: 'total', label: '合计', of }] }
}
