/** What a machine does to itself: keys gone, cache wiped, killed in a write, disk full, ledger damaged. Each with the real thing. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type {} from '../../renderer/machine.ts'
import { elder, fillCard, takeCard } from './counter.ts'
import { type DemoBureau, type Desk, enrol, openDesk, signIn, startDemoBureau } from './desk.ts'
import { barriers, picture, toFinder } from './looking.ts'
import { openBoth } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let bureau: DemoBureau
let desk: Desk
let page: Page
let home: string
/** The machine's disk is one of its own where this user may mount one. */
let ownDisk = false
const profile = () => path.join(home, 'desk')

test.beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'pioneer-desk-'))
  ownDisk = mounted(['-t', 'tmpfs', '-o', 'size=600m', 'tmpfs', home])
  ;({ bureau, desk } = await openBoth(startDemoBureau, { home }))
  page = desk.page
  await enrol(desk, bureau)
  await signIn(desk, bureau, 'li.ck', 2)
})
test.afterAll(async () => {
  // First, and while it is in use: whatever else goes wrong here, no disk stays mounted.
  if (ownDisk) execFileSync('umount', ['--lazy', home])
  await desk?.close()
  await bureau?.stop()
  await rm(home, { recursive: true, force: true })
})

function mounted(given: string[]): boolean {
  try {
    execFileSync('mount', given, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The desk ends as a power cut ends it; `meanwhile` happens to its disk; it is opened again. */
async function again(meanwhile: () => void = () => {}): Promise<void> {
  await kill()
  meanwhile()
  desk = await openDesk({ home })
  page = desk.page
}

async function kill(): Promise<void> {
  const program = desk.app.process()
  const ended = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await ended
}

/** Waits until the desk finds so many cases under a name. */
async function finds(name: string, count: number): Promise<void> {
  await page.getByRole('link', { name: '查找' }).click()
  await page.getByRole('main').getByRole('textbox').fill(name)
  await expect(
    page
      .getByRole('main')
      .getByRole('row')
      .filter({ hasText: name.slice(0, 1) }),
  ).toHaveCount(count)
}

test('R-BROKEN-1: a wiped cache is noticed and made again, with a bar, while the counter works', async () => {
  await takeCard(page, elder(41, '周测试'))
  await expect(page.getByRole('contentinfo')).toContainText('全部已上传')
  // By this mark outside of it a lost cache is told from one that never was.
  await expect.poll(() => existsSync(path.join(profile(), 'desk/terminal-1/cache-mark.json'))).toBe(true)
  await again(() => rmSync(path.join(profile(), 'IndexedDB'), { recursive: true }))
  // A bureau that takes its time, so that the making of it can be seen.
  process.kill(bureau.pid, 'SIGSTOP')
  try {
    await signIn(desk, bureau, 'li.ck', 2)
    await expect(page.getByText('本机缓存丢失，正在从流水和局端重建，可以继续办件')).toBeVisible()
    await expect(page.getByRole('progressbar')).toBeVisible()
    // The list says nothing of its own about it.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('待办')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await picture(desk, 'cache-lost')
    expect(await barriers(page, '.banners')).toEqual([])
  } finally {
    process.kill(bureau.pid, 'SIGCONT')
  }
  await expect(page.getByText('本机缓存丢失')).toBeHidden()
  await finds('周测试', 1)
})

test('R-BROKEN-2: killed in the middle of a save, the form is a case or a draft, never both and never neither', async () => {
  await fillCard(page, elder(43, '吴测试'))
  await page.keyboard.press('F9')
  await again()
  await signIn(desk, bureau, 'li.ck', 2)
  await expect(page.getByRole('contentinfo')).toContainText('全部已上传')
  // The machine settled which it is before the window opened; what the page shows of it may come later.
  const kept = await page.evaluate(() => window.desk.carry('draft.list', 'null'))
  const drafts = (JSON.parse(kept) as { value: { title: string }[] }).value.filter(({ title }) => title.includes('吴'))
  await finds('吴测试', 1 - drafts.length)
  await toFinder(page)
  await expect(page.getByRole('listitem').filter({ hasText: '吴' })).toHaveCount(drafts.length)
  await expect(page.locator('.banners')).toBeEmpty()
})

test('R-BROKEN-3: a nearly full disk stops new cases before it must fail, and says so; what is safe stays', async () => {
  test.skip(!ownDisk, 'no disk of its own may be mounted here')
  const { bavail, bsize } = await statfs(home)
  const filler = path.join(home, 'filler')
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 150_000_000))
  await fillCard(page, elder(45, '郑测试'))
  await page.keyboard.press('F9')
  await expect(page.getByRole('main')).toContainText(/磁盘只剩 \d+ MB，本机暂停收新件，没有保存。此前已保存的件都在/)
  await page.getByRole('button', { name: '立即上传' }).click()
  await expect(page.locator('.banners')).toContainText(
    /磁盘只剩 \d+ MB，本机暂停收新件；已保存的件都在。请告知管理员清理磁盘/,
  )
  await picture(desk, 'disk-nearly-full')
  expect(await barriers(page, '.banners')).toEqual([])
  rmSync(filler)
  await page.getByRole('button', { name: '立即上传' }).click()
  await expect(page.locator('.banners')).toBeEmpty()
  await page.keyboard.press('F9')
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
})

test('R-BROKEN-4: on a full disk nothing is said to be saved that is not, what was typed stays, and with room it goes on', async () => {
  test.skip(!ownDisk, 'no disk of its own may be mounted here')
  const filler = path.join(home, 'filler')
  const notSaved = page.getByText(/未能写入磁盘，没有保存。已填内容仍在此窗口/)
  const notPrinted = page.getByRole('dialog').filter({ hasText: '未能打印' })
  // The last page of the ledger's file may still have room for a record or two: those are saved, and their paper is not.
  for (let tries = 0; tries < 8; tries++) {
    await page.keyboard.press('F8')
    await page.getByLabel('补打原因').fill('打印不清')
    fill(filler)
    await page.keyboard.press('Enter')
    await expect(notSaved.or(notPrinted).first()).toBeVisible()
    if (await notSaved.isVisible()) break
    await expect(notPrinted).toContainText('办理结果已保存，文书可以在办件页补打')
    await notPrinted.getByRole('button', { name: '知道了' }).click()
    await page.keyboard.press('Escape')
  }
  await expect(notSaved).toBeVisible()
  await picture(desk, 'disk-full')
  await expect(page.getByLabel('补打原因')).toHaveValue('打印不清')
  rmSync(filler)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('补打原因')).toBeHidden()
  const rebuild = page.getByRole('button', { name: '重建缓存' })
  if (await rebuild.isVisible()) await rebuild.click()
  await expect(rebuild).toBeHidden()
})

/** Writes until not a byte more is taken. */
function fill(file: string): void {
  for (let bytes = 1 << 24; bytes >= 1; bytes >>= 2)
    try {
      for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
    } catch {}
}

test('R-BROKEN-5: keys that cannot be had are said, with what is safe; put back, the desk goes on', async () => {
  const key = path.join(home, 'outside/machine-key')
  await again(() => renameSync(key, `${key}.away`))
  await expect(page.getByRole('heading', { name: '本机密钥取不出来' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('已保存的办件都在本机，没有删除任何内容')
  await picture(desk, 'keys-missing')
  expect(await barriers(page)).toEqual([])
  await again(() => renameSync(`${key}.away`, key))
  await signIn(desk, bureau, 'li.ck', 2)
  await finds('周测试', 1)
})

test('R-BROKEN-6: a damaged ledger is reported, never skipped and never deleted', async () => {
  const folder = path.join(profile(), 'desk/terminal-1/ledger')
  const file = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.ledger')) ?? '')
  await kill()
  const bytes = readFileSync(file)
  bytes[200]! ^= 1
  writeFileSync(file, bytes)
  desk = await openDesk({ home })
  page = desk.page
  await signIn(desk, bureau, 'li.ck', 2)
  await expect(page.locator('.banners')).toContainText('本机流水有损坏。本机现在只能查看，不能办理；已保存的件都在')
  await expect(page.getByRole('contentinfo')).toContainText('本机流水有损坏，不能核对')
  await fillCard(page, elder(47, '王测试'))
  await page.keyboard.press('F9')
  await expect(page.getByRole('main')).toContainText(/本机流水有损坏，没有保存。此前已保存的件都在/)
  await picture(desk, 'ledger-damaged')
  expect(await barriers(page, '.banners')).toEqual([])
  expect(readFileSync(file).equals(bytes)).toBe(true)
})
