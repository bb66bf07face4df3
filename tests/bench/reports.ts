/** Figures of a big hall's year: what the pages ask, each beside the same question as one plain SQL query over the raw events; what one
 *  more event costs in a full year against one that has begun; and the lists of cases as files. BENCH_CASES: how many cases, 200,000 unless said otherwise. */
import pg from 'pg'
import type { FigureCasesAsked, FiguresAsked } from '../../shared/contract/figures.ts'
import { periodAround } from '../../shared/report/period.ts'
import { type TestBureau, testBureau } from '../server/bureau-for-tests.ts'
import { realPostgres } from '../server/postgres.ts'
import type { VirtualTerminal } from '../server/virtual-terminal.ts'
import { Counter, people } from './counter.ts'
import { benchExchange } from './exchange.ts'
import { benchExport, caseList } from './export.ts'
import { copyLives, LIVED, UNTIL, writeLived } from './full-year.ts'
import { onceCases, plainQueries } from './plain-queries.ts'
import { type BenchRow, compared } from './row.ts'
import { benchScreen } from './screen.ts'

const FULL = Number(process.env.BENCH_CASES ?? 200_000)
const BEGUN = 2 * LIVED
const ASKED = 25
const PLAIN = 5
const ADDED = 60
/** As a bureau that has served since the morning. */
const WARM_UP = 40

const year = { from: '2026-01-01', to: '2026-12-31' }
const work = [
  'received',
  'accepted',
  'told',
  'incomplete',
  'notAccepted',
  'withdrawn',
  'decided',
  'granted',
  'refused',
  'recorded',
  'delivered',
] as const
const asked = { compared: null, time: 'none', by: 'none', only: {} } as const

type Question = { name: string; path: string; input: unknown; plain: string; bound: number }

const questions: readonly Question[] = [
  {
    name: 'today’s page: flow by window, person and item, stock and overdue',
    path: '/v1/counts',
    input: { day: UNTIL },
    plain: plainQueries.today,
    bound: 0.01,
  },
  {
    name: 'today’s page: how many are in hand, and the fifty whose last day comes first',
    path: '/v1/stock',
    input: { list: 'inHand', after: null },
    plain: plainQueries.inHand,
    bound: 0.01,
  },
  {
    name: 'a year by item by month: what was received, accepted, decided, delivered',
    path: '/v1/figures',
    input: { ...asked, figures: [...work], period: year, time: 'month', by: 'item' } satisfies Loose<FiguresAsked>,
    plain: plainQueries.yearByItem,
    bound: 0.01,
  },
  {
    name: 'a year by item: average and median time, shares in time',
    path: '/v1/figures',
    input: {
      ...asked,
      figures: ['decided', 'averageTime', 'medianTime', 'sameDayRate'],
      period: year,
      by: 'item',
    } satisfies Loose<FiguresAsked>,
    plain: plainQueries.timesByItem,
    bound: 0.01,
  },
]

/** Asked of the month and window that had the most: which, the made-up year says. */
async function onceQuestion(url: string): Promise<Question> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(`select min(day) as day, "window" from report_lines where part = 'once'
    group by left(day, 7), "window" order by count(*) desc, 1, 2 limit 1`)
  await client.end()
  const { window } = rows[0]
  const period = periodAround('month', rows[0].day)
  return {
    name: 'a month’s one-visit cases of a window, the first fifty',
    path: '/v1/figure-cases',
    input: { figure: 'onceRate', period, only: { window }, after: null, limit: 50 } satisfies Loose<FigureCasesAsked>,
    plain: onceCases({ ...period, window }),
    bound: 0.01,
  }
}

/** The address of a day is text here, and a Day there. */
type Loose<T> = { [K in keyof T]: unknown }

export async function benchReports(tell: (line: string) => void): Promise<BenchRow[]> {
  const postgres = await realPostgres()
  const open: TestBureau[] = []
  try {
    tell(`A year is lived on ${postgres.what} …`)
    const full = await postgres.newDatabase()
    await writeLived(full, tell)
    const begun = await postgres.newDatabase(full)
    const seen = await postgres.newDatabase(full)
    const whole = await postgres.newDatabase(full)
    await copyLives(begun, BEGUN, tell)
    await copyLives(full, FULL, tell)
    const bureau = await testBureau(full)
    open.push(bureau)
    const boss = await bureau.terminal('wu.dc')
    const rows: BenchRow[] = []
    for (const question of [...questions, await onceQuestion(full)]) rows.push(await answered(question, boss, full))
    const small = await testBureau(begun)
    open.push(small)
    rows.push(await addedTo(bureau, small), ...(await benchExport(caseList, boss, full, bureau.url)))
    rows.push(...(await benchExchange(whole, 0.6 * FULL, tell)))
    rows.push(...(await benchScreen(seen, tell)))
    return rows
  } finally {
    for (const each of open) await each.close()
    await postgres.stop()
  }
}

async function answered(
  { name, path, input, plain, bound }: Question,
  boss: VirtualTerminal,
  url: string,
): Promise<BenchRow> {
  const ours: number[] = []
  for (let i = 0; i < ASKED + WARM_UP; i += 1) {
    const begun = performance.now()
    const { status, body } = await boss.ask('POST', path, input)
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body).slice(0, 200)}`)
    if (i >= WARM_UP) ours.push(performance.now() - begun)
  }
  const client = new pg.Client(url)
  await client.connect()
  const reference: number[] = []
  try {
    for (let i = 0; i <= PLAIN; i += 1) {
      const begun = performance.now()
      const { rowCount } = await client.query(plain)
      if (rowCount === 0) throw new Error(`${name}: the plain query found nothing`)
      if (i > 0) reference.push(performance.now() - begun)
    }
  } finally {
    await client.end()
  }
  const said = { name: `reports: ${name}`, unit: 'ms' as const, bound }
  return compared(
    { ...said, referenceIs: 'the same question as one plain SQL query over the raw events' },
    ours,
    reference,
  )
}

/** One record with its event at a time, in turn on both: sent, taken, judged, counted. */
async function addedTo(full: TestBureau, begun: TestBureau): Promise<BenchRow> {
  const sides = await Promise.all(
    [full, begun].map(async (bureau) => {
      const terminal = await bureau.terminal(...people)
      return { terminal, counter: new Counter(terminal, 7), sent: 0, took: [] as number[] }
    }),
  )
  for (let i = 0; i < ADDED + WARM_UP; i += 1)
    for (const side of sides) {
      side.counter.act()
      side.sent += 1
      const at = performance.now()
      const { taken, problem } = await side.terminal.send(side.sent)
      const took = performance.now() - at
      if (taken !== side.sent || problem !== null) throw new Error('the bureau did not take the record')
      if (i >= WARM_UP) side.took.push(took)
    }
  const [ours, reference] = sides.map(({ took }) => took) as [number[], number[]]
  return compared(
    {
      name: `reports: one more record in a year of ${FULL.toLocaleString('en')} cases`,
      unit: 'ms',
      referenceIs: `the same in one of ${BEGUN.toLocaleString('en')} cases`,
      bound: 1.2,
    },
    ours,
    reference,
  )
}
