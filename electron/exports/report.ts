/** A report upward before it has a form: its tables, and what stands over and under them. */
import { type Day, dayOf, earlierDay } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { ExportTrouble } from '../../shared/contract/exports.ts'
import type { FiguresAnswer, FiguresAsked } from '../../shared/contract/figures.ts'
import type { Published } from '../../shared/contract/views.ts'
import type { ExportAsked } from '../../shared/report/export.ts'
import type { Period } from '../../shared/report/period.ts'
import type { ReportTable } from '../../shared/report/report.ts'
import { Differs, type ReportAnswers, reportAsked, reportTables } from '../../shared/report/report-tables.ts'
import { dayWords, periodWords, reportNames } from './words.ts'

export type Report = {
  title: string
  bureau: string
  hall: string
  asked: ExportAsked
  madeBy: string
  madeAt: Instant
  position: number
  today: Day
  tables: readonly ReportTable[]
}

export class ExportStopped extends Error {
  constructor(readonly why: ExportTrouble) {
    super(why)
    this.name = 'ExportStopped'
  }
}

type Ask = (asked: FiguresAsked) => Promise<FiguresAnswer>
type Maker = { name: string; at: Instant; published: Pick<Published, 'hall' | 'catalogues'> }

/** While the bureau's book grows between two answers, all of them are asked again, so often. */
const MOST_READ = 8

/** Reads every table at one position. Throws ExportStopped. */
export async function readReport(asked: ExportAsked, ask: Ask, maker: Maker): Promise<Report> {
  const of = asked.hall === undefined ? {} : { hall: asked.hall }
  const questions = Object.entries(reportAsked(asked.what, asked.period))
  for (let read = 0; read < MOST_READ; read += 1) {
    const answers: [string, FiguresAnswer][] = []
    for (const [name, question] of questions) answers.push([name, await ask({ ...question, ...of })])
    const [first] = answers
    if (first === undefined || answers.some(([, { position }]) => position !== first[1].position)) continue
    const { position, today } = first[1]
    const counted = { from: asked.period.from, to: earlierDay(asked.period.to, today) }
    const tables = tablesOf(asked, counted, Object.fromEntries(answers) as unknown as ReportAnswers, maker)
    const { bureau, name: hall } = maker.published.hall
    const title = `${bureau}${reportNames[asked.what]}（${periodWords(asked.what, asked.period)}）`
    return { title, bureau, hall, asked, madeBy: maker.name, madeAt: maker.at, position, today, tables }
  }
  throw new ExportStopped('moving')
}

function tablesOf(asked: ExportAsked, counted: Period, answers: ReportAnswers, { published }: Maker): ReportTable[] {
  const { catalogues, hall } = published
  const items = new Map(catalogues.flatMap((each) => each.items.map((item) => [item.code, item] as const)))
  const windowName = (no: number) =>
    no === 0 ? '科室' : (hall.windows.find((window) => window.no === no)?.name ?? `${no}号窗口`)
  try {
    const tables = reportTables(asked.what, answers, { items: [...items.values()], windowName }, counted)
    return tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, label: labelOf(row.label) })) }))
  } catch (error) {
    if (error instanceof Differs) throw new ExportStopped('differs')
    throw error
  }
}

/** A day or a month among the labels is written out. */
function labelOf(label: string): string {
  return /^\d{4}-\d{2}(-\d{2})?$/.test(label) ? dayWords(label) : label
}

/** Whether the period goes on after the day it was counted on. */
export function isOver({ asked, madeAt }: Pick<Report, 'asked' | 'madeAt'>): boolean {
  return asked.period.to < dayOf(madeAt)
}
