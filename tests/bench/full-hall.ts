/** A hall's desk with 100,000 cases in its real IndexedDB, filled by the desk's own pull from a bureau on real PostgreSQL. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { projectFolder } from '../../scripts/programs.ts'
import { showProgress } from '../../scripts/progress.ts'
import { demoPassword } from '../../server/demo.ts'
import { makeCode } from '../../server/terminals.ts'
import { type Desk, enrol, openDesk, signIn } from '../journeys/desk.ts'
import { type TestBureau, testBureau } from '../server/bureau-for-tests.ts'
import { realPostgres } from '../server/postgres.ts'
import { Crowd } from './crowd.ts'
import type { InPage } from './in-page.ts'

export const CASES = Number(process.env.BENCH_CASES ?? 100_000)
const BATCH = 500

declare global {
  interface Window {
    openBench(): Promise<InPage>
    inPage: InPage
  }
}

type FullHall = { desk: Desk; crowd: Crowd; close: () => Promise<void> }
let opened: Promise<FullHall> | undefined

/** The full hall, filled when it is first asked for: whoever measures after that finds it as it was left. */
export function fullHall(tell: (line: string) => void): Promise<FullHall> {
  opened ??= fill(tell)
  return opened
}

/** Takes it away again, where there is one. */
export async function closeFullHall(): Promise<void> {
  const hall = await opened?.catch(() => undefined)
  opened = undefined
  await hall?.close()
}

async function fill(tell: (line: string) => void): Promise<FullHall> {
  const postgres = await realPostgres()
  const bureau = await testBureau(await postgres.newDatabase())
  const desk = await openDesk()
  const close = async () => {
    await desk.close()
    await bureau.close()
    await postgres.stop()
    await rm(desk.home, { recursive: true, force: true })
  }
  try {
    const crowd = await fillBureau(bureau)
    const account = { person: 'li.ck', password: demoPassword, role: 'clerk', office: 'window' }
    const at = { url: bureau.url, accounts: [account], codes: [await makeCode(bureau.bureau, 'demo', null)] }
    await enrol(desk, at as never)
    tell('The desk pulls them all into its cache …')
    const begun = performance.now()
    await signIn(desk, at as never, 'li.ck', 2)
    await openInPage(desk.page, begun, tell)
    return { desk, crowd, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The hall's cases, sent by another terminal the way everything comes. */
async function fillBureau(bureau: TestBureau): Promise<Crowd> {
  const terminal = await bureau.terminal('wang.ck')
  const crowd = new Crowd(terminal, CASES)
  const progress = showProgress(`Another terminal sends ${CASES} cases`)
  for (let sent = 0; sent < CASES; sent += BATCH) {
    for (let n = 0; n < BATCH; n += 1) crowd.receive()
    const { problem } = await terminal.send(sent + 1)
    if (problem !== null) throw new Error('the bureau did not take the batch')
    progress.reach((sent + BATCH) / CASES)
  }
  progress.done()
  return crowd
}

/** Waits until the desk's own cache is whole, then opens the same tables beside it. */
async function openInPage(page: Page, begun: number, tell: (line: string) => void): Promise<void> {
  await page.evaluate(await bundle())
  for (;;) {
    await sleep(2000)
    // A desk that nobody touches locks itself, and pulls nothing more.
    await page.keyboard.press('Shift')
    const cases = await page.evaluate(async () => {
      const databases = await indexedDB.databases()
      const { name } = databases.find((each) => each.name?.startsWith('desk-')) ?? {}
      if (name === undefined) return 0
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
      const count = await new Promise<number>((resolve) => {
        const asked = db.transaction('cases').objectStore('cases').count()
        asked.onsuccess = () => resolve(asked.result)
      })
      db.close()
      return count
    })
    if (cases >= CASES) break
  }
  tell(`Pulled in ${Math.round((performance.now() - begun) / 1000)} s.`)
  const known = await page.evaluate(async () => {
    window.inPage = await window.openBench()
    return window.inPage.cases()
  })
  if (known < CASES) throw new Error(`the name list holds ${known}`)
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    root: projectFolder,
    build: {
      write: false,
      target: 'chrome130',
      lib: { entry: path.join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'bench' },
    },
  })
  const { output } = [built].flat()[0] as unknown as { output: { code?: string }[] }
  return output[0]?.code ?? ''
}
