/** The first start, who may sign in and who may not, with and without the bureau, and the change of clerk. */
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import type {} from '../../renderer/machine.ts'
import { VirtualTerminal } from '../server/virtual-terminal.ts'
import { administer, type DemoBureau, type Desk, enrol, signIn, startAgain, startDemoBureau } from './desk.ts'
import { barriers, openItem, picture, toFinder } from './looking.ts'
import { openBoth } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let bureau: DemoBureau
let desk: Desk
let page: Page
/** Answers, and is no bureau. */
let other: Server

test.beforeAll(async () => {
  other = createServer((_, response) => response.end('<html>'))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  ;({ bureau, desk } = await openBoth(() => startDemoBureau({ before: someFormerly })))
  page = desk.page
})
test.afterAll(async () => {
  await desk?.close()
  await bureau?.stop()
  other?.close()
  if (desk !== undefined) await rm(desk.home, { recursive: true, force: true })
})

/** Somebody whose time has ended, and a window that is closed. */
function someFormerly(laid: Parameters<typeof administer>[0]): void {
  const ended = ['--as', 'clerk@window:2020-01-01:2020-12-31']
  administer(laid, 'person', 'add', 'chen.gw', '陈样例', '--badge', 'D21', ...ended)
  administer(laid, 'window', 'demo', '6', '--closed')
}

const said = () => page.getByRole('alert').filter({ hasNotText: '管理员请注意' })

test('R-SIGNIN-1: the first start says of each thing that goes wrong what it is and what to do', async () => {
  await picture(desk, 'enrol')
  expect(await barriers(page)).toEqual([])
  const address = page.getByLabel('局端服务器地址')
  const code = page.getByLabel('一次性登记码')
  const send = async (url: string, typed: string) => {
    await address.fill(url)
    await code.fill(typed)
    await code.press('Enter')
  }
  await send('bureau', 'ABCD-EFGH')
  await expect(said()).toContainText('请填写完整的地址')
  await send(bureau.url, '')
  await expect(said()).toContainText('请填写登记码')
  await send(bureau.url, 'ABCD-EFGH-JK')
  await expect(said()).toContainText('登记码不对，请核对后再输')
  await picture(desk, 'enrol-wrong')
  await VirtualTerminal.enrol(bureau.url, bureau.codes[0]!)
  await send(bureau.url, bureau.codes[0]!)
  await expect(said()).toContainText('已经用过，请向管理员要一个新的')
  await send(`http://127.0.0.1:${(other.address() as AddressInfo).port}`, bureau.codes[1]!)
  await expect(said()).toContainText('不是本局的服务器')
  await send('http://127.0.0.1:9', bureau.codes[1]!)
  await expect(said()).toContainText('连不上局端服务器，请检查地址和网络')
  await expect(code).toHaveValue(bureau.codes[1]!)
  await enrol(desk, bureau, bureau.codes[1])
  await expect(page.getByLabel('用户名')).toBeFocused()
})

test('R-SIGNIN-5: IT reads that the system keeps no keys, what is safe all the same and what to do', async () => {
  await page.getByRole('button', { name: '给管理员的说明' }).click()
  const dialog = page.getByRole('dialog')
  for (const part of ['有什么风险', '不受影响的', '怎么办']) await expect(dialog).toContainText(part)
  await picture(desk, 'plain-keys')
  expect(await barriers(page, '[role=dialog]')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

async function tryToSignIn(person: string, password: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: '密码' })).toBeVisible()
  const others = page.getByRole('radio', { name: '其他人' })
  if (await others.isVisible()) await others.check()
  await page.getByLabel('用户名').fill(person)
  await page.getByRole('textbox', { name: '密码' }).fill(password)
  await page.keyboard.press('Enter')
}

test('R-SIGNIN-2: who may not sign in reads why, and the wrong password is gone from its box', async () => {
  await tryToSignIn('li.ck', '')
  await expect(said()).toContainText('请填写密码')
  await tryToSignIn('li.ck', 'not-it')
  await expect(said()).toContainText('用户名或密码不对')
  await expect(page.getByRole('textbox', { name: '密码' })).toHaveValue('')
  await picture(desk, 'sign-in-wrong')
  expect(await barriers(page)).toEqual([])
  await tryToSignIn('chen.gw', 'Demo-2026')
  await expect(said()).toContainText('您今天没有可用的岗位，请联系管理员')
  await expect(page.getByRole('combobox', { name: '窗口' }).locator('option:disabled')).toHaveText('6号窗口（未开放）')
  for (let wrong = 0; wrong < 5; wrong++) {
    await tryToSignIn('zhao.sc', `wrong-${wrong}`)
    await expect(page.getByRole('textbox', { name: '密码' })).toHaveValue('')
  }
  await expect(said()).toContainText(/密码错误次数过多，已暂停登录。\d\d:\d\d 后可再试/)
  await tryToSignIn('zhao.sc', 'Demo-2026')
  await expect(said()).toContainText('已暂停登录')
})

test('R-SIGNIN-3: the strip shows the window, who serves there and 党员先锋岗', async () => {
  await signIn(desk, bureau, 'wang.ck', 2)
  const strip = page.locator('header.strip')
  for (const text of ['党员先锋岗', '2号窗口', '王示例', '工号 D01', '中共党员'])
    await expect(strip).toContainText(text)
  await picture(desk, 'strip')
})

test('R-SIGNIN-4: the window is locked and another clerk signs in over it, and the form stays', async () => {
  await toFinder(page)
  await openItem(page, 'lnz', /老年人优待证/)
  await page.keyboard.type('赵测试')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('dialog', { name: '已锁屏' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '密码' })).toBeFocused()
  await picture(desk, 'lock')
  expect(await barriers(page, '.lock')).toEqual([])
  // Below the lock no key is heard, and nothing can be reached.
  await page.keyboard.press('F9')
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await expect(said()).toContainText('密码不对')
  await page.keyboard.type('Demo-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: '已锁屏' })).toBeHidden()
  await expect(page.getByLabel('申请人姓名')).toHaveValue('赵测试')

  await page.getByRole('button', { name: '换人' }).click()
  await expect(page.getByText('换人登录后')).toBeVisible()
  await picture(desk, 'change-clerk')
  await page.getByRole('radio', { name: '其他人' }).check()
  await page.getByLabel('用户名').fill('li.ck')
  await page.getByRole('textbox', { name: '密码' }).fill('Demo-2026')
  await page.keyboard.press('Enter')
  await expect(page.locator('header.strip')).toContainText('李样例')
  await expect(page.locator('header.strip')).toContainText('2号窗口')
  await toFinder(page)
  await expect(page.getByRole('listitem').filter({ hasText: '赵' })).toContainText('王示例的草稿')
})

test('R-TERMINAL-17: without the bureau who was here before is let in, and others read why they are not', async () => {
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await bureau.kill()
  await tryToSignIn('sun.sx', 'Demo-2026')
  await expect(said()).toContainText('您没有在本机登录过')
  await picture(desk, 'sign-in-offline')
  await page.getByRole('radio', { name: '李样例' }).check()
  await page.getByRole('textbox', { name: '密码' }).fill('Demo-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('未连接，照常办理')
})

test('R-SIGNIN-6: a sign-in that the bureau takes no longer is said with what is safe, and the password opens it again', async () => {
  bureau = await startAgain(bureau, { PIONEER_SIGN_IN_HOURS: '0.0006' })
  const ended = page.getByText('登录已到期：收件和办理照常保存')
  await page.getByRole('button', { name: '立即上传' }).click()
  // What only the bureau knows is what it asks the sign-in for.
  await expect(async () => {
    await page.getByRole('link', { name: '查找' }).click()
    await page.getByRole('link', { name: '今日' }).click()
    await expect(ended).toBeVisible({ timeout: 500 })
  }).toPass()
  await picture(desk, 'sign-in-ended')
  for (const part of ['header', 'nav', '.banners', 'footer']) expect(await barriers(page, part)).toEqual([])
  await bureau.kill()
  bureau = await startAgain(bureau)
  await page.getByRole('button', { name: '重新登录' }).click()
  await page.keyboard.type('Demo-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
  await expect(ended).toBeHidden()
  const online = async () => JSON.parse(await page.evaluate(() => window.desk.carry('session.now', 'null')))
  await expect.poll(async () => (await online()).value.session.online).toBe(true)
  await expect(page.getByRole('contentinfo')).toContainText(/本机 \d+ · 局端 \d+ · 一致/)
})
