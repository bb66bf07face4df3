/** A divorce by agreement (离婚登记): both named, both windows of days on paper and screen, and one of the two takes it back. */
import { expect, type Page, test } from '@playwright/test'
import { make } from '../make/make.ts'
import { begin, openCase, paperSays, submit } from './counter.ts'
import { barriers, openItem, picture, toFinder } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
let number: string

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
})
test.afterAll(() => open?.close())

const her = make.idNumber(91, { birth: '1991-05-05' })

test('R-LAW-13 收件: both who apply are typed, and no agent is asked for', async () => {
  await toFinder(page)
  await openItem(page, 'lihun', /^离婚登记/)
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  for (const [side, name, idNo, phone] of [
    ['男方', '王示例', make.idNumber(92, { birth: '1990-05-05' }), '19900000091'],
    ['女方', '李样例', her, '19900000092'],
  ] as const) {
    await fill(`${side}姓名`, name)
    await fill(`${side}证件号码`, idNo)
    await fill(`${side}联系电话`, phone)
    await fill(`${side}现居住地址`, '示例市示例区样板街道测试路1号')
  }
  await fill('结婚证字号', 'J530100-2015-000001')
  await fill('原登记机关', '示例区民政局')
  await fill('结婚登记日期', '20150505')
  await fill('未成年子女数', '0')
  for (const group of await page.getByRole('radiogroup').all())
    if ((await group.getByRole('radio', { name: '是', exact: true }).count()) > 0)
      await group.getByRole('radio', { name: '是', exact: true }).check()
  await picture(open.desk, 'divorce-form')
  await page.keyboard.press('F7')
  await picture(open.desk, 'divorce-papers')
  await page.keyboard.press('F9')
  await expect(page.locator('.saved')).toContainText('已保存')
  number = ((await page.locator('.saved-number').textContent()) ?? '').replaceAll(' ', '')
  await page.keyboard.press('Enter')
})

test('R-PAPER-31 受理: the receipt says both windows large, the case shows both names and days', async () => {
  await openCase(page, number)
  await expect(page.locator('.case-head-what')).toContainText('王**、李**')
  await expect(page.locator('.case-head-time')).toContainText(/冷静期 · .*起可来/)
  await expect(page.locator('.case-head-time')).toContainText('其间任何一方可以撤回')
  await picture(open.desk, 'divorce-cooling')
  expect(await barriers(page, '.case-head')).toEqual([])
  await paperSays(
    page,
    '离婚登记申请受理回执单',
    [/双方一起来领证.*到.*带身份证/, '王示例、李样例', '双方申请人签收'],
    () => picture(open.desk, 'divorce-receipt'),
  )
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill(her)
  await expect(page.getByRole('main').getByText('王**、李**')).toBeVisible()
  await openCase(page, number)
})

test('R-LAW-1 拟办: it waits for the first day on which both may come', async () => {
  await expect(page.locator('.case-bar')).toContainText(/还在冷静期，最早.*可以来办/)
})

test('R-LAW-1 撤回: one of the two takes it back while it cools off', async () => {
  const dialog = await begin(page, '撤回')
  await expect(dialog).toContainText('任何一方都可以撤回')
  await dialog.getByRole('radio', { name: '李样例' }).check()
  await dialog.getByLabel('撤回原因').fill('不想办了')
  await picture(open.desk, 'divorce-withdraw')
  expect(await barriers(page, '[role=dialog]')).toEqual([])
  await submit(page, '申请人撤回')
  await paperSays(page, '撤回离婚登记申请书', [/谁撤回.*李样例.*撤回人.*李样例/])
  await picture(open.desk, 'divorce-withdrawn')
})
