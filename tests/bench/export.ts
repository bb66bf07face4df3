/** Lists of cases from the bureau's pages to the file with its name, as a terminal makes it, beside PostgreSQL's own COPY of the same rows;
 *  and what is held of them meanwhile. */
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
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { ExportAsked } from '../../shared/report/export.ts'
import type { VirtualTerminal } from '../server/virtual-terminal.ts'
import { UNTIL } from './full-year.ts'
import { caseListCopy } from './plain-queries.ts'
import { type BenchRow, compared } from './row.ts'

const ROWS = 100_000
const FEWER = 20_000

/** What is exported, and what it is measured beside. */
export type Exporting = Pick<ExportAsked, 'what' | 'format'> & {
  name: string
  references: readonly Reference[]
  runs: number
}
/** `run` does the same without us, and gives how many rows it did it for; a bound of null: only told. */
type Reference = { is: string; bound: number | null; run(plain: pg.Client, period: Period): Promise<number | null> }
export type Period = { from: Day; to: Day }
type Desk = { ask: AskBureau; folder: string }
/** `page`: a page has come. */
type Watch = { page(): void }

/** 办件明细. */
export const caseList: Exporting = {
  what: 'cases',
  format: 'csv',
  name: 'as CSV',
  references: [
    {
      is: 'PostgreSQL’s own COPY … (FORMAT csv) of the same rows and columns, into nothing',
      bound: 2,
      run: async (plain, period) => (await plain.query(caseListCopy(period))).rowCount,
    },
  ],
  runs: 7,
}

export async function benchExport(
  exporting: Exporting,
  boss: VirtualTerminal,
  url: string,
  bureau: string,
): Promise<BenchRow[]> {
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
    return [...(await speed(exporting, desk, plain, most)), await memory(exporting, desk, most, fewer)]
  } finally {
    await plain.end()
    await client.close()
    rmSync(folder, { recursive: true })
  }
}

/** The days until the year's end in which so many cases came, or as many as one export may be of. */
async function daysOf(plain: pg.Client, rows: number): Promise<Period> {
  const { rows: found } = await plain.query(`select day, sum(count(*)) over (order by day desc) as so_far
    from report_lines where part = 'received' group by day order by day desc`)
  const first = found.find(({ so_far }) => Number(so_far) >= rows) ?? found.at(-1)
  const earliest = addDays(UNTIL, -366)
  return { from: first.day < earliest ? earliest : first.day, to: UNTIL }
}

/** Milliseconds, rows and bytes of one export. */
async function exported({ what, format }: Exporting, { ask, folder }: Desk, period: Period, watch?: Watch) {
  const asked: ExportAsked = { export: randomUUID(), what, format, period, reason: '样例：测速' }
  const at = performance.now()
  const begun = await ask('POST /v1/export-begin', asked)
  let rows = 0
  const maker = {
    name: '吴示例',
    at: new Date().toISOString() as Instant,
    published: { hall: { bureau: '示例区民政局', name: '示例大厅' } } as never,
  }
  const came = (more: number) => {
    rows += more
    watch?.page()
  }
  const pieces = piecesOf({ asked, begun, ask, maker, came, renderPdf: async () => new Uint8Array() })
  const { bytes } = await writeFile(path.join(folder, `样例.${format}`), pieces, () => undefined)
  const took = performance.now() - at
  if (rows === 0 || rows !== begun.rows) throw new Error(`${rows} rows of ${begun.rows} came`)
  return { took, rows, bytes }
}

async function speed(exporting: Exporting, desk: Desk, plain: pg.Client, period: Period): Promise<BenchRow[]> {
  const ours: number[] = []
  const beside = exporting.references.map((reference) => ({ ...reference, took: [] as number[] }))
  let rows = 0
  for (let i = 0; i <= exporting.runs; i += 1) {
    const made = await exported(exporting, desk, period)
    rows = made.rows
    if (i > 0) ours.push(made.took)
    for (const { is, run, took } of beside) {
      const at = performance.now()
      const done = await run(plain, period)
      if (done !== rows) throw new Error(`${is}: ${done} rows, ${rows} exported`)
      if (i > 0) took.push(performance.now() - at)
    }
  }
  const name = `reports: the list of ${rows.toLocaleString('en')} cases ${exporting.name}, from the bureau into a file that is on the disk`
  return beside.map(({ is, bound, took }) => compared({ name, unit: 'ms', referenceIs: is, bound }, ours, took))
}

/** What bureau and terminal together hold at the most, garbage left out: both are in this process. */
async function memory(exporting: Exporting, desk: Desk, most: Period, fewer: Period): Promise<BenchRow> {
  const collect = collector()
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1024 ** 2
  }
  const peakOf = async (period: Period) => {
    const before = held()
    const [peaks, resident] = [[] as number[], [] as number[]]
    const page = () => {
      resident.push(process.memoryUsage.rss() / 1024 ** 2)
      peaks.push(held() - before)
    }
    const { rows, bytes } = await exported(exporting, desk, period, { page })
    return { rows, bytes, held: Math.max(...peaks), resident: Math.max(...resident) }
  }
  await peakOf(fewer)
  const [few, many] = [await peakOf(fewer), await peakOf(most)]
  const said = ({ rows, bytes, resident }: typeof few) =>
    `${rows.toLocaleString('en')} rows, ${(bytes / 1024 ** 2).toFixed(1)} MB, the process ${resident.toFixed(0)} MB`
  return compared(
    {
      name: `reports: held while ${many.rows.toLocaleString('en')} cases are exported ${exporting.name}, at the most`,
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
