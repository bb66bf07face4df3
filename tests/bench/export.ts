/** 办件明细 from the bureau's pages to the file with its name, as a terminal makes it, beside PostgreSQL's own COPY of the same rows and
 *  columns; and what is held of it meanwhile. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import { makeBureauClient } from '../../electron/bureau/http.ts'
import { type AskBureau, piecesOf } from '../../electron/exports/pieces.ts'
import { writeFile } from '../../electron/exports/write-file.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { ExportAsked } from '../../shared/report/export.ts'
import type { VirtualTerminal } from '../server/virtual-terminal.ts'
import { UNTIL } from './full-year.ts'
import { caseListCopy } from './plain-queries.ts'
import { type BenchRow, compared } from './row.ts'

const RUNS = 7
const ROWS = 100_000
const FEWER = 20_000

type Desk = { ask: AskBureau; folder: string }
/** `page`: a page has come. */
type Watch = { page(): void }

export async function benchExport(boss: VirtualTerminal, url: string, bureau: string): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-export-'))
  const client = makeBureauClient({
    bureau,
    certificate: null,
    sign: (claim) => boss.signed(claim),
    monotonic: () => performance.now(),
  })
  const plain = new pg.Client(url)
  await plain.connect()
  try {
    const ask: AskBureau = async (route, input) => {
      const reply = await client.call(route, input, { timeoutMs: 60_000, token: boss.token })
      if (!reply.ok) throw new Error(`${route}: ${JSON.stringify(reply.failure)}`)
      return reply.value
    }
    const desk = { ask, folder }
    const [most, fewer] = [await daysOf(plain, ROWS), await daysOf(plain, FEWER)]
    return [await speed(desk, plain, most), await memory(desk, most, fewer)]
  } finally {
    await plain.end()
    await client.close()
    rmSync(folder, { recursive: true })
  }
}

/** The days until the year's end in which so many cases came, or all there are. */
async function daysOf(plain: pg.Client, rows: number): Promise<{ from: Day; to: Day }> {
  const { rows: found } = await plain.query(`select day, sum(count(*)) over (order by day desc) as so_far
    from report_lines where part = 'received' group by day order by day desc`)
  const first = found.find(({ so_far }) => Number(so_far) >= rows) ?? found.at(-1)
  return { from: first.day, to: UNTIL }
}

/** Milliseconds, rows and bytes of one export. */
async function exported({ ask, folder }: Desk, period: { from: Day; to: Day }, watch?: Watch) {
  const asked: ExportAsked = { export: randomUUID(), what: 'cases', format: 'csv', period, reason: '样例：测速' }
  const at = performance.now()
  const begun = await ask('POST /v1/export-begin', asked)
  let rows = 0
  const maker = { name: '吴示例', at: new Date().toISOString() as Instant, published: {} as never }
  const came = (more: number) => {
    rows += more
    watch?.page()
  }
  const pieces = piecesOf({ asked, begun, ask, maker, came, renderPdf: async () => new Uint8Array() })
  const { bytes } = await writeFile(path.join(folder, '明细.csv'), pieces, () => undefined)
  const took = performance.now() - at
  if (rows === 0 || rows !== begun.rows) throw new Error(`${rows} rows of ${begun.rows} came`)
  return { took, rows, bytes }
}

async function speed(desk: Desk, plain: pg.Client, period: { from: Day; to: Day }): Promise<BenchRow> {
  const ours: number[] = []
  const reference: number[] = []
  let rows = 0
  for (let i = 0; i <= RUNS; i += 1) {
    const made = await exported(desk, period)
    const at = performance.now()
    const { rowCount } = await plain.query(caseListCopy(period))
    const took = performance.now() - at
    if (rowCount !== made.rows) throw new Error(`${rowCount} rows copied, ${made.rows} exported`)
    rows = made.rows
    if (i === 0) continue
    ours.push(made.took)
    reference.push(took)
  }
  return compared(
    {
      name: `reports: the list of ${rows.toLocaleString('en')} cases as CSV, from the bureau into a file that is on the disk`,
      unit: 'ms',
      referenceIs: 'PostgreSQL’s own COPY … (FORMAT csv) of the same rows and columns, into nothing',
      bound: 2,
    },
    ours,
    reference,
  )
}

/** What bureau and terminal together hold at the most, garbage left out: both are in this process. */
async function memory(desk: Desk, most: { from: Day; to: Day }, fewer: { from: Day; to: Day }): Promise<BenchRow> {
  const collect = collector()
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1024 ** 2
  }
  const peakOf = async (period: { from: Day; to: Day }) => {
    const before = held()
    const [peaks, resident] = [[] as number[], [] as number[]]
    const page = () => {
      resident.push(process.memoryUsage.rss() / 1024 ** 2)
      peaks.push(held() - before)
    }
    const { rows, bytes } = await exported(desk, period, { page })
    return { rows, bytes, held: Math.max(...peaks), resident: Math.max(...resident) }
  }
  await peakOf(fewer)
  const [few, many] = [await peakOf(fewer), await peakOf(most)]
  const said = ({ rows, bytes, resident }: typeof few) =>
    `${rows.toLocaleString('en')} rows, ${(bytes / 1024 ** 2).toFixed(1)} MB, the process ${resident.toFixed(0)} MB`
  return compared(
    {
      name: `reports: held while ${many.rows.toLocaleString('en')} rows are exported, at the most`,
      unit: 'MB',
      referenceIs: `the same for ${few.rows.toLocaleString('en')} rows`,
      bound: 1.5,
      note: `${said(few)}; ${said(many)}`,
    },
    [many.held],
    [few.held],
  )
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
