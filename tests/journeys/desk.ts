/** A desk and a bureau of their own for a journey in the real window: temporary folders, a free port, one terminal enrolled. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { openVirtualDisplay } from '../../scripts/display.ts'
import { deskFolders, type EmbeddedBureau, startBureau } from '../../scripts/embedded-bureau.ts'
import { projectFolder } from '../../scripts/programs.ts'
import { type DatabaseKind, type Filled, filledDatabase, testSealKey } from '../server/databases.ts'
import { isShared } from '../server/made-once.ts'
import { inMain } from './in-main.ts'

/** What the demo bureau says of itself in its ready line. */
const Demo = z.object({
  codes: z.array(z.string()).min(1),
  accounts: z.array(
    z.object({ person: z.string(), name: z.string(), role: z.string(), office: z.string(), password: z.string() }),
  ),
})
type Demo = z.infer<typeof Demo>

/** Where a bureau has its data, and the settings with which it finds them. */
type Laid = { folder: string; settings: Record<string, string>; drop(): Promise<void> }

export type DemoBureau = EmbeddedBureau &
  Demo &
  Laid & {
    /** Ends its process as a power cut would, and waits until nobody answers. */
    kill(): Promise<void>
    /** Stops it in order and leaves its data; `stop` takes them away too. */
    end(): Promise<void>
    stop(): Promise<void>
  }

export type Desk = {
  app: ElectronApplication
  page: Page
  /** Its data; a desk opened again on it goes on where the last one ended. */
  home: string
  close(): Promise<void>
}

/** What keeps its windows back until they can be watched. */
export const holdReady = path.join(import.meta.dirname, 'hold-ready.cjs')
/** What is loaded before the desk; with PIONEER_SLOW_ANSWERS=400 its letters and answers take up to so many milliseconds each. */
const loadedBefore =
  process.env.PIONEER_SLOW_ANSWERS === undefined
    ? [holdReady]
    : [holdReady, path.join(import.meta.dirname, 'slow-answers.cjs')]

export const screens = { small: { width: 1366, height: 768 }, large: { width: 1920, height: 1080 } } as const
export type Screen = keyof typeof screens

/** A desk that has been enrolled, and the bureau it looks for: what that has, and its port. */
export type Known = { home: string; port: number; data: Filled }

/**
 * Starts a bureau with the made-up hall and its people, on a free port and data of its own; `before` happens to these before it
 * starts. Within a run they are a copy: filling them takes longer than all else of a journey's beginning.
 */
export async function startDemoBureau({
  kind = 'PostgreSQL',
  known,
  before,
}: {
  kind?: DatabaseKind
  /** The one that an enrolled desk looks for. */
  known?: Known | undefined
  before?: (laid: Laid) => void
} = {}): Promise<DemoBureau> {
  if (!isShared()) return serveFrom(await emptyFolder(), 0, undefined)
  const { url, folder: database, drop, demo } = known?.data ?? (await filledDatabase(kind))
  const sealed = { PIONEER_SEAL_KEY: testSealKey.toString('base64') }
  const laid: Laid =
    url === null
      ? { folder: path.dirname(database), settings: sealed, drop }
      : { ...(await emptyFolder(drop)), settings: { ...sealed, DATABASE_URL: url } }
  before?.(laid)
  return serveFrom(laid, known?.port ?? 0, demo)
}

async function emptyFolder(also: () => Promise<void> = async () => undefined): Promise<Laid> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pioneer-bureau-'))
  const drop = async () => {
    await also()
    await rm(folder, { recursive: true, force: true })
  }
  return { folder, settings: {}, drop }
}

/** Starts one that has ended again, where it was and on its port, with more settings. Nothing is filled in anew. */
export function startAgain(bureau: DemoBureau, settings: Record<string, string> = {}): Promise<DemoBureau> {
  return serveFrom(bureau, bureau.port, bureau, settings)
}

async function serveFrom(
  { folder, settings, drop }: Laid,
  port: number,
  demo: Demo | undefined,
  more: Record<string, string> = {},
): Promise<DemoBureau> {
  const bureau = await startBureau({
    dataFolder: folder,
    port,
    arguments: demo === undefined ? ['--demo'] : [],
    settings: { ...settings, ...more },
    print: () => {},
  })
  const { codes, accounts } = demo ?? Demo.parse(bureau.ready.demo)
  return {
    ...bureau,
    codes,
    accounts,
    folder,
    settings,
    drop,
    kill: async () => {
      process.kill(bureau.pid, 'SIGKILL')
      await bureau.ended
    },
    end: bureau.stop,
    stop: async () => {
      await bureau.stop()
      await drop()
    },
  }
}

/** What an administrator types at a bureau that does not run. */
export function administer({ folder, settings }: Laid, ...typed: string[]): void {
  execFileSync(process.execPath, [path.join(projectFolder, 'dist/server/bureau.js'), ...typed], {
    env: { ...process.env, ...settings, PIONEER_DATA: folder, PIONEER_PASSWORD: 'Demo-2026' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

let screenOfWorker: Promise<{ name: string }> | undefined

/** Windows on one screen take the cursor from each other: where nobody watches, each worker has a screen of its own. */
async function display(): Promise<Record<string, string>> {
  if (process.env.PIONEER_VIRTUAL_DISPLAY === undefined) return {}
  screenOfWorker ??= openVirtualDisplay()
  return { DISPLAY: (await screenOfWorker).name }
}

/** Opens the real window on new (or the given) data, in a screen's size. */
export async function openDesk(
  options: { home?: string; screen?: Screen; environment?: Record<string, string>; switches?: string[] } = {},
): Promise<Desk> {
  const home = options.home ?? (await mkdtemp(path.join(tmpdir(), 'pioneer-desk-')))
  const switches = z.array(z.string()).parse(JSON.parse(process.env.PIONEER_ELECTRON_SWITCHES ?? '[]'))
  const app = await electron.launch({
    executablePath: z.string().parse(process.env.PIONEER_ELECTRON),
    args: [...switches, ...loadedBefore.flatMap((file) => ['-r', file]), projectFolder, ...(options.switches ?? [])],
    env: {
      ...(process.env as Record<string, string>),
      ...(await display()),
      ...deskFolders(home),
      ...options.environment,
    },
  })
  const page = await app.firstWindow()
  const desk: Desk = { app, page, home, close: () => closeApp(app) }
  try {
    // Before its first page stands, the app answers nothing that one asks of it.
    await page
      .getByRole('button', { name: /登录|登记/ })
      .or(page.getByRole('heading', { name: '本机密钥取不出来' }))
      .waitFor()
    await resize(desk, screens[options.screen ?? 'small'])
  } catch (error) {
    // What is to be told is why it did not open, not why it cannot be closed either.
    await desk.close().catch(() => app.process().kill('SIGKILL'))
    throw error
  }
  return desk
}

/** Starts the program once more on the same data, with these words; gives how it ended. */
export async function startOnceMore({ home }: Pick<Desk, 'home'>, ...words: string[]): Promise<number | null> {
  const switches = z.array(z.string()).parse(JSON.parse(process.env.PIONEER_ELECTRON_SWITCHES ?? '[]'))
  const second = spawn(z.string().parse(process.env.PIONEER_ELECTRON), [...switches, projectFolder, ...words], {
    env: { ...process.env, ...deskFolders(home) },
    stdio: 'ignore',
  })
  return new Promise((resolve) => second.once('exit', resolve))
}

/** A killed app is closed already; asking it to close would wait for ever. One that asks whether to leave while a paper is still
 *  on its way is answered with yes: nobody sits here to do it. */
async function closeApp(app: ElectronApplication): Promise<void> {
  const { exitCode, signalCode, killed } = app.process()
  if (exitCode !== null || signalCode !== null || killed) return
  await inMain(app, ({ dialog, BrowserWindow }) => {
    dialog.showMessageBoxSync = () => 1
    // Playwright takes a picture of each window before it closes, and waits five seconds for one that nobody sees.
    for (const window of BrowserWindow.getAllWindows()) if (!window.isVisible()) window.destroy()
  })
  await app.close()
}

/** Gives the window's inside a size; a window manager may keep a pixel for its frame. */
export async function resize({ app, page }: Desk, { width, height }: { width: number; height: number }): Promise<void> {
  const apart = async () => {
    await inMain(
      app,
      ({ BrowserWindow }, to) => {
        // A hidden window draws papers.
        const window = BrowserWindow.getAllWindows().find((each) => each.isVisible())
        window?.unmaximize()
        window?.setContentSize(to[0]!, to[1]!)
      },
      [width, height],
    )
    return page.evaluate((wanted) => Math.abs(innerWidth - wanted), width)
  }
  await expect.poll(apart).toBeLessThan(8)
}

/** The first start: the machine gets its number. */
export async function enrol({ page }: Desk, bureau: DemoBureau, code: string = bureau.codes[0]!): Promise<void> {
  await page.getByLabel('局端服务器地址').fill(bureau.url)
  await page.getByLabel('一次性登记码').fill(code)
  await page.getByRole('button', { name: '登记本机' }).click()
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
}

/** Signs somebody in at a window, or at an office when none is named. */
export async function signIn(
  { page }: Desk,
  bureau: DemoBureau,
  person: string,
  window: number | null = null,
): Promise<void> {
  const account = bureau.accounts.find((each) => each.person === person)
  if (account === undefined) throw new Error(`the demo has no ${person}`)
  const password = page.getByRole('textbox', { name: '密码' })
  await expect(password).toBeVisible()
  const other = page.getByRole('radio', { name: '其他人' })
  if (await other.isVisible()) await other.check()
  await page.getByLabel('用户名').fill(person)
  await password.fill(account.password)
  const sits = page.getByRole('combobox', { name: '窗口' })
  if (await sits.isVisible()) await sits.selectOption(String(window ?? 0))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
}
