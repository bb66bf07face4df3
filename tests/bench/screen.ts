/** How long a figure takes from the bureau's answer, sent, to the screen of 今日, in the real window. */
import { rm } from 'node:fs/promises'
import { Writable } from 'node:stream'
import type { Page } from '@playwright/test'
import pino from 'pino'
import { z } from 'zod'
import { demoPassword } from '../../server/demo.ts'
import { makeCode } from '../../server/terminals.ts'
import { enrol, openDesk, signIn } from '../journeys/desk.ts'
import { testBureau } from '../server/bureau-for-tests.ts'
import { Counter, people } from './counter.ts'
import { absolute, type BenchRow } from './row.ts'

const ACTS = 400
const ASKED = 40
const WARM_UP = 5
const FRAME_MS = 16

const Shown = z.object({ stood: z.number(), drawn: z.number() })
const Answered = z.object({ time: z.number(), route: z.string().optional() })

/** As text: what a build adds to named functions does not exist in the page. Asks for the other day, and says when the bureau's line
 *  of it stands in the page, and when the frame that shows it is drawn. */
const askAnotherDay = (button: string) => `new Promise((resolve) => {
  const bureaus = () => [...document.querySelectorAll('.compare tbody th, .compare tbody td')].some((cell) => cell.textContent === '局端')
  let gone = false
  const seen = new MutationObserver(() => {
    if (!bureaus()) gone = true
    else if (gone) {
      seen.disconnect()
      const stood = Date.now()
      requestAnimationFrame(() => resolve({ stood, drawn: Date.now() }))
    }
  })
  seen.observe(document.querySelector('.page.today'), { subtree: true, childList: true, characterData: true })
  ;[...document.querySelectorAll('.page-head button')].find((each) => each.textContent.replace(/\\s/g, '') === '${button}').click()
})`

export async function benchScreen(databaseUrl: string, tell: (line: string) => void): Promise<BenchRow[]> {
  let sentAt = 0
  const watch = new Writable({
    write(line: Buffer, _encoding, done) {
      const { time, route } = Answered.parse(JSON.parse(line.toString()))
      if (route === '/v1/counts') sentAt = time
      done()
    },
  })
  const bureau = await testBureau(databaseUrl, undefined, pino(watch))
  const desk = await openDesk()
  try {
    const terminal = await bureau.terminal(...people)
    const counter = new Counter(terminal, 11)
    for (let n = 0; n < ACTS; n += 1) counter.act()
    await terminal.send(ACTS)
    const account = { person: 'wu.dc', password: demoPassword, role: 'supervisor', office: 'leader' }
    const at = { url: bureau.url, accounts: [account], codes: [await makeCode(bureau.bureau, 'demo', null)] }
    await enrol(desk, at as never)
    await signIn(desk, at as never, 'wu.dc')
    tell('A supervisor turns from one day to the other and back …')
    const took = await turnDays(desk.page, () => sentAt)
    const said = { unit: 'ms' as const, referenceIs: 'one frame' }
    const from = 'reports: from the bureau’s answer, sent, to'
    return [
      absolute({ ...said, name: `${from} the page that the next frame shows`, bound: FRAME_MS }, took.stood),
      absolute({ ...said, name: `${from} that frame`, bound: null }, took.drawn),
    ]
  } finally {
    await desk.close()
    await bureau.close()
    await rm(desk.home, { recursive: true, force: true })
  }
}

async function turnDays(page: Page, sentAt: () => number): Promise<{ stood: number[]; drawn: number[] }> {
  await page.getByRole('link', { name: '今日' }).first().click()
  await page.getByRole('region', { name: '本机与局端' }).waitFor()
  const took = { stood: [] as number[], drawn: [] as number[] }
  for (let n = 0; n < WARM_UP + ASKED; n += 1) {
    const shown = Shown.parse(await page.evaluate(askAnotherDay(n % 2 === 0 ? '前一天' : '后一天')))
    if (n < WARM_UP) continue
    took.stood.push(shown.stood - sentAt())
    took.drawn.push(shown.drawn - sentAt())
  }
  return took
}
