/** What the file of an export consists of, piece by piece: no more than a page of it is held at once. */
import type { Instant } from '../../shared/case/ids.ts'
import type { ExportAfter, ExportBegun } from '../../shared/contract/exports.ts'
import type { Published } from '../../shared/contract/views.ts'
import type { ExchangeFile } from '../../shared/exchange/exchange-case.ts'
import { caseListColumns } from '../../shared/report/case-list.ts'
import { CSV_HEAD, csvLine } from '../../shared/report/csv.ts'
import type { ExportAsked } from '../../shared/report/export.ts'
import type { RouteInput, RouteOutput } from '../bureau/http.ts'
import type { Sheet } from '../printing/paper-html.ts'
import { readReport } from './report.ts'

type PageRoute = 'POST /v1/export-text' | 'POST /v1/export-cases'
/** Asks the bureau; throws ExportStopped with the reason. */
export type AskBureau = <N extends PageRoute | 'POST /v1/export-begin' | 'POST /v1/figures'>(
  route: N,
  input: RouteInput<N>,
) => Promise<RouteOutput<N>>

export type Making = {
  asked: ExportAsked
  begun: ExportBegun
  ask: AskBureau
  maker: { name: string; at: Instant; published: Pick<Published, 'hall' | 'catalogues'> }
  renderPdf(sheet: Sheet): Promise<Uint8Array>
  /** So many rows more, read at this position. */
  came(rows: number, position: number): void
}

/** The pieces of whatever is asked. */
export function piecesOf(making: Making): AsyncIterable<string | Uint8Array> {
  const { what } = making.asked
  return what === 'cases' ? caseList(making) : what === 'exchange' ? exchange(making) : report(making)
}

async function* report({ asked, ask, maker, renderPdf, came }: Making): AsyncIterable<Uint8Array> {
  const made = await readReport(asked, (figures) => ask('POST /v1/figures', figures), maker)
  came(
    made.tables.reduce((rows, table) => rows + table.rows.length, 0),
    made.position,
  )
  // Both are heavy, and loaded when the first report is made.
  if (asked.format === 'pdf') yield renderPdf((await import('./report-html.ts')).reportSheet(made))
  else yield (await import('./workbook.ts')).workbookOf(made)
}

async function* caseList(making: Making): AsyncIterable<string> {
  yield CSV_HEAD + csvLine(caseListColumns)
  for await (const { text } of pagesOf('POST /v1/export-text', making)) yield text
}

async function* exchange(making: Making): AsyncIterable<string> {
  const { asked, begun, maker } = making
  const { hall } = maker.published
  const head: Omit<ExchangeFile, '办件'> = {
    格式: 'pioneer-desk/办件信息',
    版本: '1',
    实施主体: hall.bureau,
    受理大厅: hall.name,
    期间: { 起: asked.period.from, 止: asked.period.to },
    导出时间: maker.at,
    导出人: maker.name,
    用途: asked.reason,
    起始数据位置: begun.position,
  }
  yield `${JSON.stringify(head).slice(0, -1)},"办件":[`
  let before = ''
  for await (const { cases } of pagesOf('POST /v1/export-cases', making)) {
    yield cases.map((kase, no) => `${no === 0 ? before : ','}\n${JSON.stringify(kase)}`).join('')
    if (cases.length > 0) before = ','
  }
  yield '\n]}\n'
}

/** The next page is asked for while the last one is written. */
async function* pagesOf<N extends PageRoute>(route: N, { asked, ask, came }: Making): AsyncIterable<RouteOutput<N>> {
  const { hall } = asked
  const get = (after: ExportAfter | null) =>
    ask(route, { export: asked.export, after, ...(hall === undefined ? {} : { hall }) } as RouteInput<N>)
  let coming: Promise<RouteOutput<N>> | undefined = get(null)
  while (coming !== undefined) {
    const page: RouteOutput<N> = await coming
    const { rows, position, next } = page as RouteOutput<PageRoute>
    coming = next === null ? undefined : get(next)
    // Whoever stops listening must not leave a failure that nobody hears.
    coming?.catch(() => undefined)
    came(rows, position)
    yield page
  }
}
