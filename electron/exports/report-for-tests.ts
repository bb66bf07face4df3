/** A report out of made-up lines, for the files that are made of one. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { FiguresAnswer } from '../../shared/contract/figures.ts'
import type { ExportAsked } from '../../shared/report/export.ts'
import { partsIn } from '../../shared/report/figures.ts'
import { type Part, timedParts } from '../../shared/report/parts.ts'
import { periodAround } from '../../shared/report/period.ts'
import { type ReportAnswers, reportAsked } from '../../shared/report/report-tables.ts'
import { addSums, type Sums, sumsOf } from '../../shared/report/sums.ts'
import { type Report, readReport } from './report.ts'

const codes = ['GL-BT', 'GL-NS', 'DB-SQ', 'ST-BG']
const systems = { 'GL-BT': 'elderly', 'GL-NS': 'elderly', 'DB-SQ': 'relief', 'ST-BG': 'governance' }

/** The same number gives the same report. */
export async function reportForTests(
  what: 'monthly' | 'quarterly',
  format: 'xlsx' | 'pdf' = 'xlsx',
  seed = 7,
): Promise<Report> {
  const asked: ExportAsked = {
    export: '00000000-0000-4000-8000-000000000001',
    what,
    format,
    period: periodAround(what === 'monthly' ? 'month' : 'quarter', '2026-10-15' as Day),
    reason: '样例：报区政务服务局',
  }
  const answers = answersFor(asked, seed)
  const names = new Map(
    Object.entries(reportAsked(what, asked.period)).map(([name, question]) => [JSON.stringify(question), name]),
  )
  const items = codes.map((code) => ({ code, name: `样例事项${code}`, system: systems[code as 'GL-BT'] }))
  const published = {
    hall: { bureau: '示例区民政局', name: '示例大厅', windows: [{ no: 1, name: '1号窗口' }] },
    catalogues: [{ items }],
  }
  const maker = { name: '吴示例', at: '2026-11-02T01:05:00.000Z' as Instant, published: published as never }
  return readReport(
    asked,
    async (question) => answers[names.get(JSON.stringify(question)) as keyof ReportAnswers],
    maker,
  )
}

/** Every window has its own items and its own street: what is added up over each of them is the same. */
function answersFor(asked: ExportAsked, seed: number): Record<keyof ReportAnswers, FiguresAnswer> {
  const { hall } = reportAsked(asked.what, asked.period)
  const parts = [...new Set(hall.figures.flatMap(partsIn))]
  const cells = codes.map((code, no) => ({
    item: code,
    window: no === 3 ? '0' : '1',
    street: no % 2 ? '示例街道' : '',
    sums: made(parts, seed + no),
  }))
  const answer = (
    of: { key?: string; period?: string; sums: Sums }[],
    compared: Sums | null = null,
  ): FiguresAnswer => ({
    position: 12_345,
    today: '2026-11-02' as Day,
    names: {},
    asked: { rows: rowsOf(of), until: rowsOf(of) },
    compared: compared === null ? null : { rows: rowsOf([{ sums: compared }]), until: [] },
  })
  const by = (key: 'item' | 'window' | 'street') => {
    const all = new Map<string, Sums>()
    for (const cell of cells) all.set(cell[key], addSums(all.get(cell[key]) ?? sumsOf([]), cell.sums))
    return answer([...all].map(([name, sums]) => ({ key: name, sums })))
  }
  const whole = cells.reduce<Sums>((sums, cell) => addSums(sums, cell.sums), {})
  const periods = asked.what === 'monthly' ? (['2026-10-12', '2026-10-13'] as const) : (['2026-10', '2026-11'] as const)
  const [first, ...rest] = cells
  const restSums = rest.reduce<Sums>((sums, cell) => addSums(sums, cell.sums), {})
  return {
    hall: answer([{ sums: whole }], made(parts, seed + 20)),
    yearBefore: answer(seed % 2 ? [] : [{ sums: made(parts, seed + 30) }]),
    item: by('item'),
    window: by('window'),
    street: by('street'),
    time: answer([
      { period: periods[0], sums: first!.sums },
      { period: periods[1], sums: restSums },
    ]),
  }
}

function made(parts: readonly Part[], seed: number): Sums {
  let at = seed * 7919 + 13
  const next = (most: number) => {
    at = (at * 48_271) % 2_147_483_647
    return at % most
  }
  return Object.fromEntries(
    parts.flatMap((part) => {
      const n = next(40)
      return n === 0 ? [] : [[part, { n, amount: timedParts.includes(part) ? n * next(3000) : next(n + 1) }]]
    }),
  ) as Sums
}

function rowsOf(of: { key?: string; period?: string; sums: Sums }[]): FiguresAnswer['asked']['rows'] {
  return of.map(({ key = '', period = '', sums }) => ({ key, period, sums: sums as never, times: {} }))
}
