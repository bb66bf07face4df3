/** One visit at the window: a number is called, matters are done on it, it is passed on; questions that become no case are noted. */
import { existsSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { changeTo, elder, fillCard } from './counter.ts'
import { openSignedIn, type SignedIn } from './desk.ts'
import { barriers, picture, toFinder } from './looking.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
const queue = () => page.getByRole('dialog', { name: /^叫号/ })
const box = () => queue().getByLabel('号码')

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
})
test.afterAll(() => open?.close())

test('R-VISIT-11: F6 calls the next number from anywhere, the window’s own series where there is no machine', async () => {
  await page.keyboard.press('F6')
  await expect(box()).toBeFocused()
  await picture(open.desk, 'queue-empty')
  await page.keyboard.press('Enter')
  await expect(queue()).toBeHidden()
  const beside = page.getByRole('navigation').getByRole('button', { name: /叫号/ })
  await expect(beside).toContainText('2-001')
  await page.keyboard.press('F6')
  await expect(queue()).toContainText('首接 李样例（2号窗口）')
  await page.keyboard.press('Alt+1')
  await expect(queue()).toContainText('已叫 2 次')
  expect(await barriers(page, '.ant-modal')).toEqual([])
  await page.keyboard.press('Alt+2')
  await expect(queue()).toContainText('现在没有叫到的号')
  await box().fill('a012')
  await page.keyboard.press('Enter')
  await expect(beside).toContainText('A012')
})

test('R-VISIT-11: the cases of a ticket are its visit, and after the last print the cursor is back at calling', async () => {
  for (const seed of [411, 412]) {
    await fillCard(page, elder(seed, seed === 411 ? '周样例' : '吴样例'))
    await page.keyboard.press('F9')
    await expect(page.getByText('已当场办结')).toBeVisible()
    if (seed === 411) await page.keyboard.press('Escape')
  }
  await expect(page.getByRole('button', { name: /A012 的事办好了，回到叫号/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box()).toBeFocused()
  await expect(queue().getByRole('link')).toHaveCount(2)
  await picture(open.desk, 'queue-served')
  await expect(queue().getByRole('button', { name: /办完 A012，叫 2-002/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toContainText('2-002')
})

test('R-VISIT-3: a number passed to another window waits there for whoever sits at it', async () => {
  await page.keyboard.press('F6')
  await page.keyboard.press('Alt+3')
  const pass = page.getByRole('dialog', { name: /转到哪个窗口/ })
  await pass.getByRole('radio', { name: '3号窗口' }).check()
  await picture(open.desk, 'queue-pass')
  await page.keyboard.press('F9')
  await expect(page.getByText('2-002 已转3号窗口')).toBeVisible()
  await expect(queue()).toContainText('现在没有叫到的号')
  await page.keyboard.press('Escape')
  await changeTo(open.desk, open.bureau, 'wang.ck', 3)
  await page.keyboard.press('F6')
  await expect(queue()).toContainText('2号窗口转来')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toContainText('2-002')
  await page.keyboard.press('F6')
  await expect(queue()).toContainText('首接 李样例（2号窗口）')
  await page.keyboard.press('Alt+5')
  await expect(page.getByText('2-002 已办完')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('R-VISIT-9: F3 notes a question from anywhere, and it counts beside the cases', async () => {
  await page.keyboard.press('F3')
  const dialog = page.getByRole('dialog', { name: /登记咨询/ })
  await expect(dialog.getByLabel('问什么')).toBeFocused()
  await page.keyboard.type('公墓在哪里')
  await picture(open.desk, 'enquiry-offers')
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')
  await dialog.getByRole('button', { name: '养老服务科' }).click()
  await dialog.getByLabel('回复电话').fill('199 0000 1234')
  await picture(open.desk, 'enquiry')
  expect(await barriers(page, '.ant-modal')).toEqual([])
  await page.keyboard.press('F9')
  await expect(page.getByText('已登记，今天第 1 件咨询')).toBeVisible()
  await page.getByRole('link', { name: '今日' }).click()
  const list = page.getByRole('region', { name: '咨询（首问登记）' })
  await expect(list).toContainText('199****1234')
  await expect(list).toContainText('王示例（3号窗口）')
  await picture(open.desk, 'today-enquiries')
  expect(await barriers(page, 'main')).toEqual([])
  await list.getByRole('button', { name: '登记答复' }).click()
  await page.getByLabel('怎么答复的').fill('已电话答复')
  await page.keyboard.press('Enter')
  await expect(list).toContainText('已电话答复')
})

test('R-VISIT-10: what the windows do not take goes home as a slip, and counts as a question', async () => {
  await toFinder(page)
  await page.keyboard.type('大病救助')
  await expect(page.getByRole('article', { name: '医疗救助' })).toContainText('区医疗保障局')
  await picture(open.desk, 'elsewhere-slip')
  await page.keyboard.press('F8')
  const said = page.getByText(/已存为 PDF：.*指引单.*\.pdf/)
  await expect(said).toBeVisible()
  expect(existsSync(((await said.textContent()) ?? '').replace(/^.*PDF：/, ''))).toBe(true)
  await page.getByRole('link', { name: '今日' }).click()
  await expect(page.getByRole('region', { name: '咨询（首问登记）' })).toContainText('请到别处办：区医疗保障局')
})
