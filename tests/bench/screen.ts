/** How long a figure takes from the bureau's answer, sent, to the screens of 今日 and 统计, in the real window. */
import { rm } from 'node:fs/promises'
import { Writable } from 'node:stream'
import type { Page } from '@playwright/test'
import pino from 'pino'
import { z } from 'zod'
import { demoPassword } from '../../server/demo.ts'
import { makeCode } from '../../server/terminals.ts'
import { enrol, openDesk, signIn } from '../journeys/desk.ts'
import { testBureau } from '../server/bureau-for-tests.ts'
import { absolute, type BenchRow } from './row.ts'

const ASKED = 40
const WARM_UP = 5
const FRAME_MS = 16

const Shown = z.object({ stood: z.number(), drawn: z.number() })
const Answered = z.object({ time: z.number(), route: z.string().optional() })

/** As text: what a build adds to named functions does not exist in the page. Does what asks for something else, and says when what
 *  was there has gone and its like stands in the page, and when the frame that shows it is drawn. */
const askForAnother = (ask: string, there: string) => `new Promise((resolve) => {
  const there = () => ${there}
  let gone = !there()
  const seen = new MutationObserver(() => {
    if (!there()) gone = true
    else if (gone) {
      seen.disconnect()
      const stood = Date.now()
      requestAnimationFrame(() => resolve({ stood, drawn: Date.now() }))
    }
  })
  seen.observe(document.body, { subtree: true, childList: true, characterData: true })
  ;${ask}
})`

const press = (button: string) =>
  `[...document.querySelectorAll('.page-head button')].find((each) => each.textContent.replace(/\\s/g, '') === '${button}').click()`
const goTo = (address: string) => `location.hash = ${JSON.stringify(`#/supervise/figures?${address}`)}`
const year = 'period=2026-01-01~2026-12-31&view=course&by=item'
const october = 'period=2026-10-01~2026-10-31&open=onceRate'

/** What is looked at in turn: one way there and another, what stands when it has come, and the answer that it comes with. */
const looks = [
  {
    name: 'a day on 今日',
    asks: [press('前一天'), press('后一天')],
    there: `[...document.querySelectorAll('.compare tbody th, .compare tbody td')].some((cell) => cell.textContent === '局端')`,
    route: '/v1/counts',
  },
  {
    name: 'a year by item by month on 统计',
    asks: [goTo(`${year}&figure=accepted`), goTo(`${year}&figure=decided`)],
    there: `document.querySelector('.course tbody td') !== null`,
    route: '/v1/figures',
  },
  {
    name: 'the list behind a month’s figure',
    asks: [goTo(`${october}&of-window=2`), goTo(`${october}&of-window=3`)],
    there: `document.querySelector('.case-table tbody tr') !== null`,
    route: '/v1/figure-cases',
  },
] as const

/** `databaseUrl`: of a bureau that has lived a year. */
export async function benchScreen(databaseUrl: string, tell: (line: string) => void): Promise<BenchRow[]> {
  const sentAt = new Map<string, number>()
  const watch = new Writable({
    write(line: Buffer, _encoding, done) {
      const { time, route } = Answered.parse(JSON.parse(line.toString()))
      if (route !== undefined) sentAt.set(route, time)
      done()
    },
  })
  const bureau = await testBureau(databaseUrl, undefined, pino(watch))
  const desk = await openDesk()
  try {
    const account = { person: 'wu.dc', password: demoPassword, role: 'supervisor', office: 'leader' }
    const at = { url: bureau.url, accounts: [account], codes: [await makeCode(bureau.bureau, 'demo', null)] }
    await enrol(desk, at as never)
    await signIn(desk, at as never, 'wu.dc')
    tell('A supervisor turns from one day, year and list to another and back …')
    await desk.page.getByRole('link', { name: '今日' }).first().click()
    // By then the desk has pulled what the bureau has.
    await desk.page.getByRole('region', { name: '本机与局端' }).getByText('一致').first().waitFor()
    const said = { unit: 'ms' as const, referenceIs: 'one frame' }
    const rows: BenchRow[] = []
    for (const look of looks) {
      const took = await turn(desk.page, look, () => sentAt.get(look.route) ?? 0)
      const from = `reports: ${look.name}: from the bureau’s answer, sent, to`
      rows.push(
        absolute({ ...said, name: `${from} the page that the next frame shows`, bound: FRAME_MS }, took.stood),
        absolute({ ...said, name: `${from} that frame`, bound: null }, took.drawn),
      )
    }
    return rows
  } finally {
    await desk.close()
    await bureau.close()
    await rm(desk.home, { recursive: true, force: true })
  }
}

async function turn(
  page: Page,
  { asks, there }: (typeof looks)[number],
  sentAt: () => number,
): Promise<{ stood: number[]; drawn: number[] }> {
  const took = { stood: [] as number[], drawn: [] as number[] }
  for (let n = 0; n < WARM_UP + ASKED; n += 1) {
    const shown = Shown.parse(await page.evaluate(askForAnother(asks[n % 2]!, there)))
    if (n < WARM_UP) continue
    took.stood.push(shown.stood - sentAt())
    took.drawn.push(shown.drawn - sentAt())
  }
  return took
}
