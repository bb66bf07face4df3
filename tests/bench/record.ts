/** One act at the counter, from the page's call to its answer, against bare IPC that appends and syncs the same bytes; and what the clerk sees. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import type {} from '../../renderer/machine.ts'
import type { Instant } from '../../shared/case/ids.ts'
import { holdReady } from '../journeys/desk.ts'
import { keys, openItem, toFinder } from '../journeys/looking.ts'
import { openSignedIn, type SignedIn } from '../journeys/signed-in.ts'
import { make } from '../make/make.ts'
import { receiving } from '../terminal/desk.ts'
import { bareFolder, bareWindow, electronHere } from './launch.ts'
import { absolute, type BenchRow, compared } from './row.ts'

const ROUNDS = 8
const WARM_UP = 2
const ACTS = 6
const CLICKS = 8
const CHANGES = 6
/** Between two acts the machine rests, as at a counter, where minutes lie between them: the page has put what came of the last one
 *  into its cache by then. */
const PAUSE_MS = 500
const LOOK_MS = 100

type Status = { unsent: number; waiting: number }

declare global {
  interface Window {
    readonly bare: { append(bytes: Uint8Array): Promise<number> }
    painted: Promise<number>
  }
}

export async function benchRecord(tell: (line: string) => void): Promise<BenchRow[]> {
  const open = await openSignedIn('li.ck', { window: 2 })
  const bareData = await mkdtemp(path.join(tmpdir(), 'pioneer-bare-'))
  const bare = await openBare(bareData)
  try {
    const { page, home } = open.desk
    tell('Recording acts in the real window and appending the same bytes in a bare one, in turn …')
    const ours: number[] = []
    const reference: number[] = []
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const before = await ledgerBytes(home)
      const took = await recordActs(page)
      const bytes = Math.round(((await ledgerBytes(home)) - before) / ACTS)
      const appended = await appendBare(bare.page, bytes)
      if (round < WARM_UP) continue
      ours.push(...took)
      reference.push(...appended)
    }
    tell('Filling in forms and clicking …')
    const clicks: number[] = []
    for (let n = 0; n < CLICKS; n += 1) clicks.push(await clickToSaved(page, n))
    tell('Changing clerks …')
    const changes: number[] = []
    for (let n = 0; n < CHANGES; n += 1) changes.push(await changeOfClerk(open, n % 2 === 0 ? 'wang.ck' : 'li.ck'))
    const appends = 'bare IPC and one synced append of the same bytes'
    return [
      compared(
        { name: 'record: an act from the page’s call to its answer', unit: 'ms', referenceIs: appends, bound: 2 },
        ours,
        reference,
      ),
      absolute(
        { name: 'record: click to painted 已保存', unit: 'ms', referenceIs: 'aim: 100 ms', bound: null },
        clicks.slice(1),
      ),
      absolute(
        {
          name: 'record: change of clerk, from Enter to their window',
          unit: 'ms',
          referenceIs: 'three seconds',
          bound: 3000,
        },
        changes,
      ),
    ]
  } finally {
    await bare.app.close()
    await open.close()
    await rm(bareData, { recursive: true, force: true })
  }
}

async function openBare(folder: string): Promise<{ app: ElectronApplication; page: Page }> {
  const { executable, switches } = electronHere()
  const app = await electron.launch({
    executablePath: executable,
    args: [...switches, '-r', holdReady, bareFolder],
    env: { ...(process.env as Record<string, string>), ...bareWindow(folder).env },
  })
  return { app, page: await app.firstWindow() }
}

/** Each a new case taken and accepted, with its papers, when the one before has reached the bureau and come back: the bureau,
 *  which works elsewhere in a hall, judges it on this machine. */
async function recordActs(page: Page): Promise<number[]> {
  const at = new Date().toISOString() as Instant
  const acts = Array.from({ length: ACTS }, () => receiving(at, ['accepted']))
  return page.evaluate(
    async ([letters, pause, look]) => {
      const took: number[] = []
      for (const act of letters) {
        for (let settled = false; !settled; ) {
          await new Promise((resolve) => setTimeout(resolve, look))
          const status = JSON.parse(await window.desk.carry('bureau.status', 'null'))
          settled = status.ok && (status.value as Status).unsent + (status.value as Status).waiting === 0
        }
        await new Promise((resolve) => setTimeout(resolve, pause))
        const begun = performance.now()
        const answer = JSON.parse(await window.desk.carry('act.record', JSON.stringify(act)))
        took.push(performance.now() - begun)
        if (!answer.ok || !answer.value.ok) throw new Error(JSON.stringify(answer))
      }
      return took
    },
    [acts, PAUSE_MS, LOOK_MS] as const,
  )
}

function appendBare(page: Page, bytes: number): Promise<number[]> {
  return page.evaluate(
    async ([length, times, pause]) => {
      const took: number[] = []
      for (let n = 0; n < times; n += 1) {
        await new Promise((resolve) => setTimeout(resolve, pause))
        const letter = new Uint8Array(length).fill(n)
        const begun = performance.now()
        await window.bare.append(letter)
        took.push(performance.now() - begun)
      }
      return took
    },
    [bytes, ACTS, PAUSE_MS] as const,
  )
}

/** What the terminal's book holds on the disk. */
async function ledgerBytes(home: string): Promise<number> {
  const files = await readdir(path.join(home, 'desk'), { recursive: true })
  const segments = files.filter((file) => /terminal-\d+\/ledger\/.+/.test(file))
  const sizes = await Promise.all(segments.map(async (file) => (await stat(path.join(home, 'desk', file))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** As text: what a build adds to named functions does not exist in the page. */
const watchForSaved = `window.painted = new Promise((resolve) => {
  document.addEventListener('click', (event) => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('.saved-number') === null) return
      seen.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - event.timeStamp)))
    })
    seen.observe(document, { subtree: true, childList: true })
  }, { capture: true, once: true })
}); undefined`

/** A whole form, filled as a clerk does; gives what passes from the click to the painted word. */
async function clickToSaved(page: Page, n: number): Promise<number> {
  await toFinder(page)
  await openItem(page, 'lnz', /老年人优待证/)
  await keys(page, `测试${'甲乙丙丁戊己庚辛'[n]}`, '', make.idNumber(40 + n, { birth: '1950-03-05' }))
  await keys(page, '', `1990000010${n}`, '', '')
  await page.keyboard.press('F7')
  await page.evaluate(watchForSaved)
  await page.locator('.bar .ant-btn-primary').click()
  const took = await page.evaluate(() => window.painted)
  await page.keyboard.press('Enter')
  return took
}

/** Another clerk signs in at the same window; what a person types is their own time. */
async function changeOfClerk({ desk: { page }, bureau }: SignedIn, person: string): Promise<number> {
  const account = bureau.accounts.find((each) => each.person === person)
  if (account === undefined) throw new Error(`the demo has no ${person}`)
  await page.getByRole('button', { name: '换人' }).click()
  const other = page.getByRole('radio', { name: '其他人' })
  await other.check()
  await page.getByLabel('用户名').fill(person)
  await page.getByRole('textbox', { name: '密码' }).fill(account.password)
  const begun = performance.now()
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    (name) =>
      document.querySelector('.lock') === null && document.querySelector('header.strip')?.textContent?.includes(name),
    account.name,
  )
  return performance.now() - begun
}
