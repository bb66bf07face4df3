/** The bureau: a batch uploaded, taken, judged and projected, against the bare insert of the rows that come of it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startBureau } from '../../scripts/embedded-bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { migrate } from '../../server/migrations.ts'
import { testBureau } from '../server/bureau-for-tests.ts'
import { testSealKey } from '../server/databases.ts'
import { realPostgres } from '../server/postgres.ts'
import type { VirtualTerminal } from '../server/virtual-terminal.ts'
import { Counter, people } from './counter.ts'
import { RawDatabase } from './raw-insert.ts'
import { type BenchRow, compared } from './row.ts'

/** The limits between which terminals send. */
const SIZES = [200, 500] as const
const BATCHES = 12
/** A bureau lives for weeks: by then both sides have found their pace, whatever the size of a batch (measured: the bureau's own goes on
 *  falling for some 4,000 records while its program is compiled). What the first batch took is told too. */
const WARM_UP_RECORDS = 5000

export async function benchServer(tell: (line: string) => void): Promise<BenchRow[]> {
  const postgres = await realPostgres()
  try {
    const rows: BenchRow[] = []
    for (const size of SIZES) {
      tell(`Batches of ${size} records on ${postgres.what} …`)
      const { ours, raw, first } = await measure(size, await postgres.newDatabase(), await postgres.newDatabase())
      rows.push(
        compared(
          {
            name: `server: a batch of ${size} records sent, taken, judged and projected`,
            unit: 'ms',
            referenceIs: 'the same rows in one transaction, one INSERT a table, into the same PostgreSQL',
            bound: 3,
          },
          ours,
          raw,
        ),
        compared(
          {
            name: `server: the first batch of ${size} records after the bureau has started`,
            unit: 'ms',
            referenceIs: 'the same rows, the first that this connection inserts',
            bound: null,
          },
          [first.ours],
          [first.raw],
        ),
      )
    }
    return rows
  } finally {
    await postgres.stop()
  }
}

/** A bureau that has this terminal, in a process of its own as where it serves a hall. */
export async function realBureau(url: string): Promise<{ terminal: VirtualTerminal; stop(): Promise<void> }> {
  const filled = await testBureau(url)
  const terminal = await filled.terminal(...people)
  await filled.close()
  const folder = await mkdtemp(path.join(tmpdir(), 'pioneer-bureau-'))
  const settings = { DATABASE_URL: url, PIONEER_SEAL_KEY: testSealKey.toString('base64') }
  const bureau = await startBureau({ dataFolder: folder, port: 0, settings, print: () => undefined })
  terminal.url = bureau.url
  const stop = async () => {
    await bureau.stop()
    await rm(folder, { recursive: true })
  }
  return { terminal, stop }
}

type Measured = { ours: number[]; raw: number[]; first: { ours: number; raw: number } }

/** Every batch goes to the bureau over HTTP; then what it wrote is read back and inserted next door. */
async function measure(size: number, url: string, rawUrl: string): Promise<Measured> {
  const { terminal, stop } = await realBureau(url)
  const beside = await openDatabase(rawUrl, '')
  await migrate(beside)
  const [reader, writer] = [await RawDatabase.open(url), await RawDatabase.open(rawUrl)]
  try {
    const counter = new Counter(terminal, size)
    const ours: number[] = []
    const raw: number[] = []
    const first = { ours: 0, raw: 0 }
    const warmUp = WARM_UP_RECORDS / size
    for (let batch = 0; batch < warmUp + BATCHES; batch += 1) {
      for (let i = 0; i < size; i += 1) counter.act()
      const mark = await reader.mark()
      const begun = performance.now()
      const { taken, problem } = await terminal.send(batch * size + 1)
      const took = performance.now() - begun
      if (taken !== (batch + 1) * size || problem !== null) throw new Error('the bureau did not take the batch')
      const rows = await reader.writtenSince(mark)
      const records = rows.find(({ table }) => table === 'records')?.rows.length
      const events = rows.find(({ table }) => table === 'events')?.rows.length ?? 0
      if (records !== size || events < size) throw new Error('the bureau did not judge the batch at once')
      const bare = await writer.insert(rows)
      if (batch === 0) Object.assign(first, { ours: took, raw: bare })
      if (batch < warmUp) continue
      ours.push(took)
      raw.push(bare)
    }
    return { ours, raw, first }
  } finally {
    await Promise.all([reader.close(), writer.close(), beside.destroy()])
    await stop()
  }
}
