/** A permit (行政许可) from the counter to the organisation's hands, what its papers say, and who may not decide it. */
import { expect, type Page, test } from '@playwright/test'
import { begin, changeTo, openCase, paperSays, passStep, propose, submit, takeChange } from './counter.ts'
import { administer, type DemoBureau, type Known, startDemoBureau } from './desk.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
let number: string

const name = '示例区样板太极拳协会'

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: smallBureau })
  page = open.desk.page
})
test.afterAll(() => open?.close())

/** Who sits at the window there also decides what others have accepted. */
function smallBureau(known: Known | undefined): Promise<DemoBureau> {
  const held = ['clerk@window', 'head@leader']
  return startDemoBureau({ known, before: (laid) => administer(laid, 'person', 'holdings', 'li.ck', ...held) })
}

const bar = () => page.locator('.case-bar')
const stands = (text: string) => expect(page.getByRole('heading', { level: 1 })).toContainText(text)

/** What may not be done now, each with the reason why. */
async function notNow(): Promise<string> {
  await bar().getByRole('button', { name: '更多办理' }).click()
  await expect(page.getByRole('heading', { name: '现在不能办理的' })).toBeVisible()
  return (await page.locator('.case-more').textContent()) ?? ''
}

test('R-PAPER-1 收件: the receipt of a permit names the last day to be told, and that silence means acceptance', async () => {
  number = await takeChange(page, name, 81)
  await openCase(page, number)
  await stands('已收件')
  await expect(page.locator('.case-head-time')).toContainText('5个工作日内须告知')
  await expect(page.locator('.case-head-time')).toContainText('逾期视为自收件之日起受理')
  await paperSays(page, '收件回执', [
    /最迟\d+年\d+月\d+日.*告诉您是否受理；到时没有告知的，自今天（.*）起视为受理/,
    name,
    '《中华人民共和国行政许可法》第三十二条',
  ])
})

test('R-VIEW-2 更多办理: what cannot be done now stands there with the reason why', async () => {
  const said = await notNow()
  expect(said).toContain('补办视为受理还没有到视为受理的日子。')
  await picture(open.desk, 'permit-more')
  expect(await barriers(page, '.case-more')).toEqual([])
  await page.keyboard.press('Escape')
})

test('R-PAPER-6 受理: the notice of a permit gives the day, both terms and the law of permits', async () => {
  await begin(page, '受理')
  await picture(open.desk, 'permit-accept')
  await submit(page, '受理')
  await stands('审查中')
  await paperSays(page, '受理通知书', [/最迟.*办好/, '法定20个工作日', '承诺办理期限：10个工作日', '第四十五条'])
  await picture(open.desk, 'permit-under-review')
})

test('R-VIEW-2 审查, 拟办: the section finds what is not its turn yet with the step that is still open', async () => {
  await changeTo(open.desk, open.bureau, 'qian.sc')
  await openCase(page, number)
  expect(await notNow()).toContain('拟办意见环节“审查”还没有办完。')
  await page.keyboard.press('Escape')
  await passStep(page, '审查', '材料齐全，符合条件。')
  await propose(page, '拟准予变更登记', '章程和会议纪要符合规定，拟准予变更。')
  await stands('待决定')
})

test('R-CASE-7 受理人不决定: who accepted it reads why somebody else must decide', async () => {
  await changeTo(open.desk, open.bureau, 'li.ck', 2)
  await openCase(page, number)
  const why = '谁受理的件不能由谁决定，请由他人决定。'
  await expect(bar().getByRole('button', { name: '准予变更登记' })).toBeDisabled()
  await expect(page.locator('.case-bar-say')).toHaveText(why)
  expect(await notNow()).toContain(`不予变更登记${why}`)
  await picture(open.desk, 'permit-acceptor')
  expect(await barriers(page, '.case-bar')).toEqual([])
  await page.keyboard.press('Escape')
  // The key of the big button does nothing either.
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await stands('待决定')
})

test('R-PAPER-14 决定准予: another head decides, and the decision says row by row what is permitted', async () => {
  await changeTo(open.desk, open.bureau, 'zhou.jld')
  await page.getByRole('table', { name: '待办' }).getByRole('link').press('Enter')
  await stands('待决定')
  const dialog = await begin(page, '准予变更登记')
  await expect(dialog).toContainText('钱示例拟准予变更登记：章程和会议纪要符合规定，拟准予变更。')
  await picture(open.desk, 'permit-grant')
  await submit(page, '准予变更登记')
  await stands('已决定 · 准予变更登记')
  await expect(page.locator('.case-head-time')).toContainText('已作决定，时限终止')
  await paperSays(
    page,
    '准予行政许可决定书',
    [
      '您的申请，准予社会团体变更登记',
      '准予的内容',
      /住所.*测试路1号.*测试路9号/,
      /法定代表人.*李样例.*陈样例/,
      '60日内向示例区人民政府申请行政复议',
      '6个月内向示例区人民法院提起行政诉讼',
    ],
    () => picture(open.desk, 'permit-decision'),
  )
})

test('R-PAPER-6 制证, 送达: the new certificate is registered and handed over, and the permit’s papers are complete', async () => {
  await changeTo(open.desk, open.bureau, 'li.ck', 2)
  await openCase(page, number)
  expect(await notNow()).toContain('结果备妥“社会团体法人登记证书”还没有制证登记。')
  await page.keyboard.press('Escape')
  const dialog = await begin(page, '制证登记')
  await dialog.getByLabel('证照编号').fill('示社证字第0081号')
  await picture(open.desk, 'permit-certificate')
  await submit(page, '制证、结果备妥')
  await paperSays(page, '证书发放单', ['社会团体法人登记证书', '示社证字第0081号', '第三十九条'])
  await paperSays(page, '领取通知', ['可以来领了', '2号窗口', '第四十四条'])
  const delivery = await begin(page, '送达')
  await expect(delivery.getByLabel('签收人', { exact: true })).toHaveValue('王样例')
  await picture(open.desk, 'permit-deliver')
  await submit(page, '送达')
  await stands('已送达 · 准予变更登记')
  await paperSays(page, '送达回证', ['准予行政许可决定书', '社会团体法人登记证书', '王样例（单位经办人）'])
  await picture(open.desk, 'permit-closed')
  expect(await barriers(page)).toEqual([])
})
