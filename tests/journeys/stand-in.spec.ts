/** 代岗 in the real window: named for a day by a supervisor, the stand-in sees whose place it is, acts in it, and the case says so. */
import { expect, type Page, test } from '@playwright/test'
import { begin, changeTo, elder, openCase, submit, takeBenefit } from './counter.ts'
import { startAgain } from './desk.ts'
import { barriers, keys, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page

test.beforeAll(async () => {
  open = await openSignedIn('wu.dc')
  page = open.desk.page
})
test.afterAll(() => open?.close())

const running = () => page.getByRole('region', { name: '现在和以后的' })

test('R-STANDIN-5: a supervisor names a stand-in from the window by keyboard; without the bureau what was typed stays', async () => {
  await page.getByRole('link', { name: '代岗' }).press('Enter')
  await expect(page.getByRole('combobox', { name: '谁不在岗' })).toBeFocused()
  await expect(running()).toContainText('现在没有人代岗')
  await keys(page, 'sun')
  await expect(page.getByRole('combobox', { name: '谁来代' })).toBeFocused()
  await expect(page.getByText('代：首席代表')).toBeVisible()
  await open.bureau.end()
  await keys(page, 'lyl', '', '', '年休假')
  await page.keyboard.press('F9')
  await expect(page.getByRole('alert')).toContainText('现在连不上局端')
  await picture(open.desk, 'stand-ins-offline')
  open.bureau = await startAgain(open.bureau)
  await expect(page.getByRole('textbox', { name: '原因' })).toHaveValue('年休假')
  await page.keyboard.press('F9')
  await expect(page.getByText('已指定李样例代孙示例')).toBeVisible()
  await expect(running()).toContainText('李样例 代 孙示例')
  await expect(running()).toContainText('吴示例')
  await picture(open.desk, 'stand-ins')
  expect(await barriers(page, 'main')).toEqual([])
})

test('R-STANDIN-2: a stand-in reads whose place it is, acts in it, and the history says in whose', async () => {
  await changeTo(open.desk, open.bureau, 'li.ck', 2)
  await expect(page.getByRole('banner')).toContainText('代孙示例：首席代表')
  const number = await takeBenefit(page, elder(51, '代样例'), 'received')
  await openCase(page, number)
  const history = page.getByRole('region', { name: '办理经过' })
  await expect(history).toContainText('李样例 · 窗口人员')
  const dialog = await begin(page, '不予受理')
  await dialog.getByRole('textbox', { name: '原因' }).fill('申请事项不属于本机关职权范围')
  await dialog.getByRole('textbox', { name: '依据' }).fill('《示例条例》第二条')
  await submit(page, '不予受理')
  await expect(history).toContainText('李样例（代孙示例） · 首席代表')
  await expect(page.getByText('可能冲突')).toHaveCount(0)
  await page.getByRole('button', { name: '立即上传' }).click()
  await expect(page.getByText('全部已上传')).toBeVisible()
  await expect(history.locator('em')).toHaveCount(0)
  await picture(open.desk, 'stand-in')
})

test('R-STANDIN-5: ended early with a reason, it holds for today, and who ended it stays', async () => {
  await changeTo(open.desk, open.bureau, 'wu.dc')
  await page.getByRole('link', { name: '代岗' }).click()
  await running().getByRole('button', { name: '提前结束' }).click()
  const dialog = page.getByRole('dialog', { name: /提前结束李样例代孙示例/ })
  await expect(dialog).toContainText('今天仍有效')
  await dialog.getByRole('textbox').fill('提前返岗')
  await picture(open.desk, 'stand-in-end')
  await page.keyboard.press('F9')
  await expect(running()).toContainText('提前结束：提前返岗')
  await expect(running().getByRole('button', { name: '提前结束' })).toHaveCount(0)
})
