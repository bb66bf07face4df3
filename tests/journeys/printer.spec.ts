/** A real print system behind the real window: a printer without paper, one that is paused, one that takes nothing. */
import { expect, type Page, test } from '@playwright/test'
import { type PrintSystem, startPrintSystem, whyNoPrintSystem } from '../printing/print-system.ts'
import { elder, takeCard } from './counter.ts'
import { barriers, picture, toFinder } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

const reason = await whyNoPrintSystem()
test.skip(reason !== undefined, reason ?? '')
test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
let system: PrintSystem
const banner = () => page.locator('.banners')

test.beforeAll(async () => {
  system = await startPrintSystem()
  open = await openSignedIn('li.ck', { window: 2, environment: { CUPS_SERVER: system.socket } })
  page = open.desk.page
})
test.afterAll(async () => {
  await system?.paper(true)
  await open?.close()
  await system?.close()
})

test('R-PRINT-12: the printer is chosen in the window, and the choice is shown', async () => {
  const button = page.getByRole('button', { name: '打印机' })
  await expect(button).toContainText('Desk')
  await button.click()
  await picture(open.desk, 'printers')
  expect(await barriers(page, '[role=dialog]')).toEqual([])
  const choices = page.getByRole('radiogroup', { name: '选择打印机' })
  await choices.getByRole('radio', { name: 'Other' }).check()
  await page.keyboard.press('Escape')
  await expect(button).toContainText('Other')
  await button.click()
  await choices.getByRole('radio', { name: 'Desk' }).check()
  await page.keyboard.press('Escape')
  await expect(button).toContainText('Desk')
})

test('R-PRINT-15: a printer without paper is said on every page until there is paper, and prints once', async () => {
  await system.paper(false)
  await takeCard(page, elder(31, '孙样例'))
  await expect(page.locator('.saved-papers')).toContainText('打印机缺纸。放好纸，之后会自动接着打，不用再打一次')
  await picture(open.desk, 'printer-no-paper')
  expect(await barriers(page, 'main')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(banner()).toContainText(/文书 \d{4} \d{4} \d{4}：打印机缺纸。.*办理结果已保存/)
  await picture(open.desk, 'printer-banner')
  expect(await barriers(page, '.banners')).toEqual([])
  await system.paper(true)
  await expect(banner()).toBeEmpty()
  await expect.poll(async () => (await system.output()).length).toBe(2)
})

test('R-PRINT-7: a paused printer is said with its reason and goes on by itself', async () => {
  await system.cups('/usr/sbin/cupsdisable', '-r', '工人在修', 'Desk')
  await takeCard(page, elder(33, '孙样例'))
  await expect(page.locator('.saved-papers')).toContainText('打印机被暂停了。请管理员恢复')
  await expect(page.locator('.saved-papers')).toContainText('工人在修')
  await picture(open.desk, 'printer-paused')
  await system.cups('/usr/sbin/cupsenable', 'Desk')
  await expect(page.locator('.saved-papers')).toContainText('已打印')
  await expect(banner()).toBeEmpty()
})

test('R-PRINT-7: a printer that takes nothing is said at once; another is chosen and F8 prints it there', async () => {
  await system.cups('/usr/sbin/cupsreject', 'Desk')
  await takeCard(page, elder(35, '孙样例'))
  await expect(page.locator('.saved-papers')).toContainText('打印机“Desk”现在不接收打印。请另选一台打印机再打')
  await picture(open.desk, 'printer-rejects')
  await page.getByRole('button', { name: '打印机', exact: false }).first().click()
  await page.getByRole('radiogroup', { name: '选择打印机' }).getByRole('radio', { name: 'Other' }).check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F8')
  await expect(page.locator('.saved-papers')).toContainText('已打印')
  await expect(banner()).toBeEmpty()
})

test('R-PRINT-16: the list to take home goes to the printer, and the clerk reads that it did', async () => {
  await toFinder(page)
  await page.keyboard.type('gljt')
  await expect(page.getByRole('article', { name: /高龄老人保健/ })).toBeVisible()
  const before = (await system.output()).length
  await page.keyboard.press('F8')
  await expect(page.getByText('告知单已送打印')).toBeVisible()
  await expect.poll(async () => (await system.output()).length).toBe(before + 1)
})
