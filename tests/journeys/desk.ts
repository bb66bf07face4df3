/** A desk and a bureau of their own for a journey in the real window: temporary folders, a free port, one terminal enrolled. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { deskFolders, type EmbeddedBureau, startBureau } from '../../scripts/embedded-bureau.ts'
import { projectFolder } from '../../scripts/programs.ts'

/** What the demo bureau says of itself in its ready line. */
const Demo = z.object({
  codes: z.array(z.string()).min(1),
  accounts: z.array(z.object({ person: z.string(), role: z.string(), office: z.string(), password: z.string() })),
})

export type DemoBureau = EmbeddedBureau & z.infer<typeof Demo> & { folder: string }

export type Desk = {
  app: ElectronApplication
  page: Page
  /** Its data; a desk opened again on it goes on where the last one ended. */
  home: string
  close(): Promise<void>
}

export const screens = { small: { width: 1366, height: 768 }, large: { width: 1920, height: 1080 } } as const
export type Screen = keyof typeof screens

/** Starts a bureau with the made-up hall and its people in a new folder, on a free port. */
export async function startDemoBureau(): Promise<DemoBureau> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pioneer-bureau-'))
  const bureau = await startBureau({ dataFolder: folder, port: 0, arguments: ['--demo'], print: () => {} })
  const demo = Demo.parse(bureau.ready.demo)
  return {
    ...bureau,
    ...demo,
    folder,
    stop: async () => {
      await bureau.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Opens the real window on new (or the given) data, in a screen's size. */
export async function openDesk(options: { home?: string; screen?: Screen } = {}): Promise<Desk> {
  const home = options.home ?? (await mkdtemp(path.join(tmpdir(), 'pioneer-desk-')))
  const { width, height } = screens[options.screen ?? 'small']
  const switches = z.array(z.string()).parse(JSON.parse(process.env.PIONEER_ELECTRON_SWITCHES ?? '[]'))
  const app = await electron.launch({
    executablePath: z.string().parse(process.env.PIONEER_ELECTRON),
    args: [...switches, projectFolder],
    env: { ...(process.env as Record<string, string>), ...deskFolders(home) },
  })
  const page = await app.firstWindow()
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.unmaximize()
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  return { app, page, home, close: () => app.close() }
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
  const other = page.getByRole('radio', { name: '其他人' })
  if (await other.isVisible()) await other.check()
  await page.getByLabel('用户名').fill(person)
  await page.getByRole('textbox', { name: '密码' }).fill(account.password)
  if (window !== null) {
    await page.getByRole('combobox', { name: '窗口' }).click()
    await page.getByTitle(new RegExp(`^${window}号`)).click()
  }
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** A bureau, and a desk on it with somebody signed in. */
export async function openSignedIn(
  person: string,
  options: { window?: number; screen?: Screen } = {},
): Promise<{ bureau: DemoBureau; desk: Desk; close(): Promise<void> }> {
  const bureau = await startDemoBureau()
  const desk = await openDesk(options.screen === undefined ? {} : { screen: options.screen })
  await enrol(desk, bureau)
  await signIn(desk, bureau, person, options.window ?? null)
  return {
    bureau,
    desk,
    close: async () => {
      await desk.close()
      await bureau.stop()
      await rm(desk.home, { recursive: true, force: true })
    },
  }
}
