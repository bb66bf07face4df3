/** A case carried into a ministry's own system: field by field by one key, what differs, and the number that came back. */
import { expect, type Page, test } from '@playwright/test'
import { elder, openCase, takeBenefit } from './counter.ts'
import { inMain } from './in-main.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
})
test.afterAll(() => open?.close())

const clipboard = () => inMain(open.desk.app, ({ clipboard: board }) => board.readText())
const dialog = () => page.getByRole('dialog', { name: /抄录到省高龄津贴管理系统/ })

test('R-SECOND-3: one key copies the next field in that system’s order; closed, nothing stays on the clipboard', async () => {
  const applicant = elder(71, '张示例')
  await openCase(page, await takeBenefit(page, applicant))
  await expect(page.getByText('对方编号还没有登记')).toBeVisible()
  await page.keyboard.press('F5')
  await expect(dialog()).toContainText('老人姓名')
  await expect(dialog().getByRole('button', { name: /复制“身份证号码”/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog().getByRole('button', { name: /复制“老人姓名”/ })).toBeVisible()
  expect(await clipboard()).toBe(applicant.idNo)
  await page.keyboard.press('Enter')
  await expect.poll(clipboard).toBe('张示例')
  await page.keyboard.press('F7')
  await expect.poll(clipboard).toMatch(new RegExp(`^${applicant.idNo}\t张示例\t[男女]\t19380305\t`))
  await picture(open.desk, 'carry')
  expect(await barriers(page, '.ant-modal')).toEqual([])
})

test('R-SECOND-2: what that system shows otherwise is marked, and its number is written down on the case', async () => {
  await dialog().getByRole('textbox', { name: /核对/ }).fill('老人姓名：张小例\n出生日期：1938-03-05\n性别：男')
  await expect(dialog()).toContainText(/项不一致/)
  await expect(dialog().getByRole('row', { name: /老人姓名/ })).toContainText('不一致')
  await expect(dialog().getByRole('row', { name: /出生日期/ })).toContainText('一致')
  await picture(open.desk, 'carry-differs')
  await dialog().getByRole('textbox', { name: '对方给的编号' }).fill('GL-2026-000071')
  await page.keyboard.press('Enter')
  await expect(dialog()).toContainText('编号已登记')
  await page.keyboard.press('Escape')
  await expect(dialog()).toBeHidden()
  await expect.poll(clipboard).toBe('')
  await expect(page.getByRole('region', { name: '抄录助手' })).toContainText('对方编号 GL-2026-000071')
  await expect(page.getByText('回填外部编号')).toBeVisible()
  await picture(open.desk, 'carry-linked')
})
