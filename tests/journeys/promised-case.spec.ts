/** One promised case (承诺件) from the counter to the applicant's hands, in the real window, by everybody whose turn it is. */
import { expect, type Page, test } from '@playwright/test'
import { begin, changeTo, elder, openCase, passStep, propose, submit, takeBenefit } from './counter.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: Awaited<ReturnType<typeof openSignedIn>>
let page: Page
let number: string

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
})
test.afterAll(() => open?.close())

const history = () => page.getByRole('region', { name: '办理经过' })
const papers = () => page.getByRole('region', { name: '文书' })

test('R-CASE-1 一次性告知, 补正, 受理: what lacked is brought, and the case is accepted that day', async () => {
  number = await takeBenefit(page, elder(31, '周测试'), 'told')
  await openCase(page, number)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待补正')
  await expect(papers()).toContainText('补正材料一次性告知书')
  await picture(open.desk, 'case-told')
  expect(await barriers(page)).toEqual([])
  const dialog = await begin(page, '补正收件')
  // Nothing is accepted with papers lacking; the dialog says which.
  await page.keyboard.press('F9')
  await expect(dialog.getByRole('alert')).toContainText('尚缺材料：社保卡')
  await dialog.getByRole('radio', { name: /复印件/ }).check()
  await submit(page, '补正收件、受理')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await expect(papers()).toContainText('受理通知书')
  await expect(page.locator('.case-head-time')).toContainText('余10个工作日')
  await expect(page.locator('.case-head-time')).toContainText('次日起算')
})

test('R-CASE-1: a step of an office without a sign-in is written down with its document', async () => {
  const dialog = await begin(page, /初审通过/)
  await expect(dialog).toContainText('由街道办事处办理，凭其出具的文书在此登记')
  await page.keyboard.press('F9')
  await expect(dialog.getByText(/必填|请填/).first()).toBeVisible()
  await dialog.getByRole('button', { name: '情况属实，同意。' }).click()
  await dialog.getByLabel('文号').fill('示街〔2026〕1号')
  await submit(page, '初审通过')
  await expect(history()).toContainText('示街〔2026〕1号')
  await expect(page.locator('.case-bar-say')).toContainText('现在轮到审查员（养老服务科），您可以查看。')
})

test('R-CASE-2: the section examines and proposes; it finds the case on its list', async () => {
  await changeTo(open.desk, open.bureau, 'zhao.sc')
  const row = page.getByRole('table', { name: '待办' }).getByRole('row').nth(1)
  await expect(row).toContainText('审核')
  await row.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await passStep(page, '审核', '情况属实，同意。')
  await propose(page, '拟予以给付', '材料齐全，拟予以给付。')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待决定')
  await expect(page.locator('.case-bar-say')).toContainText('现在轮到首席代表')
})

test('R-CASE-1: the chief decides on the opinion, and the decision ends the clock', async () => {
  await changeTo(open.desk, open.bureau, 'sun.sx', 1)
  await openCase(page, number)
  const dialog = await begin(page, '予以给付')
  await expect(dialog).toContainText('赵示例拟予以给付：材料齐全，拟予以给付。')
  await submit(page, '予以给付')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已决定 · 予以给付')
  await expect(page.locator('.case-head-time')).toContainText('已作决定，时限终止')
})

test('R-CASE-3 办结, 送达: the clerk hands the result over, and nothing is left to do', async () => {
  await changeTo(open.desk, open.bureau, 'li.ck', 2)
  await openCase(page, number)
  await begin(page, '结果备妥')
  await submit(page, '结果备妥')
  await begin(page, '送达')
  await submit(page, '送达')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已送达 · 予以给付')
  await expect(page.locator('.case-bar-say')).toContainText('没有要办的了')
  for (const who of ['李样例', '赵示例', '孙示例']) await expect(history()).toContainText(who)
  await picture(open.desk, 'case-closed')
  expect(await barriers(page)).toEqual([])
})

test('补打: a second copy is given with a reason only, and the history keeps it', async () => {
  const receipt = papers().getByRole('listitem').filter({ hasText: '收件回执' })
  await receipt.getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('dialog').getByRole('article')).toContainText('周测试')
  await picture(open.desk, 'case-paper')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await receipt.getByRole('button', { name: '补打' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '补打' }).click()
  await expect(page.getByText('请写明补打原因')).toBeVisible()
  await dialog.getByLabel('补打原因').fill('申请人遗失')
  await dialog.getByRole('button', { name: '补打' }).click()
  await expect(dialog).toBeHidden()
  await expect(history()).toContainText('补打')
  await expect(history()).toContainText('申请人遗失')
})

test('R-REPORT-2: the count of the day opens the cases behind it', async () => {
  await changeTo(open.desk, open.bureau, 'wu.dc')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026')
  const chiefs = page.getByRole('row', { name: /^1号窗口/ })
  await chiefs.getByRole('button').first().click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByRole('link')).toHaveText(number.replace(/(\d{4})(?=\d)/g, '$1 '))
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('region', { name: '本机与局端' })).toContainText('本机与局端一致。')
  await picture(open.desk, 'today')
  expect(await barriers(page)).toEqual([])
})
