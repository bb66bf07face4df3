/** 代岗 in the real window: named for a day, the stand-in sees whose place it is, acts in it, and the case says so. */
import { expect, type Page, test } from '@playwright/test'
import { begin, elder, openCase, submit, takeBenefit } from './counter.ts'
import { administer, type DemoBureau, openSignedIn, type SignedIn, startAgain, startDemoBureau } from './desk.ts'
import { picture } from './looking.ts'

let open: SignedIn
let page: Page

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: withStandIn })
  page = open.desk.page
})
test.afterAll(() => open?.close())

async function withStandIn(): Promise<DemoBureau> {
  const bureau = await startDemoBureau()
  await bureau.end()
  administer(bureau, 'person', 'stand-in', 'li.ck', 'sun.sx')
  return startAgain(bureau)
}

test('R-STANDIN-2: a stand-in reads whose place it is, acts in it, and the history says in whose', async () => {
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
