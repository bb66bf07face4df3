/** Taking applications in the real window, by keyboard. */
import { expect, type Page, test } from '@playwright/test'
import type {} from '../../renderer/machine.ts'
import { make } from '../make/make.ts'
import { openDesk, signIn } from './desk.ts'
import { holdAnswer } from './hold-answer.ts'
import { barriers, keys, openItem, picture, toFinder } from './looking.ts'
import { openSignedIn } from './signed-in.ts'
import { inputMethod } from './typing.ts'

test.describe.configure({ mode: 'serial' })

let open: Awaited<ReturnType<typeof openSignedIn>>
let page: Page

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
})
test.afterAll(() => open?.close())

const elder = { name: '张测试', idNo: make.idNumber(7, { birth: '1944-11-24', sex: '女' }) }

test('R-INTAKE-1 R-INTAKE-6: a promised item is taken without the mouse, from the search to the paper', async () => {
  await toFinder(page)
  await page.keyboard.type('gljt')
  await expect(page.getByRole('article', { name: /高龄老人保健/ })).toContainText('带什么')
  await picture(open.desk, 'intake-find')
  expect(await barriers(page, 'main')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('申请人姓名')).toBeFocused()
  await keys(page, elder.name, '', elder.idNo)
  // Sex and birth followed the number: the cursor is past them already.
  await expect(page.getByLabel('民族')).toBeFocused()
  await expect(page.getByRole('complementary')).toContainText('1944-11-24')
  await expect(page.getByRole('complementary')).toContainText('符合')
  await picture(open.desk, 'intake-number')
  await page.keyboard.type('hz')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('联系电话')).toBeFocused()
  await keys(
    page,
    '19900000001',
    '示例市示例区样板街道测试路1号',
    '同上',
    elder.name,
    '示例银行样板支行',
    make.bankAccount(3),
  )
  await keys(page, '')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1')
  await page.keyboard.press('F7')
  await expect(page.getByRole('button', { name: /收件并受理/ })).toBeEnabled()
  await picture(open.desk, 'intake-complete')
  await page.keyboard.press('F9')
  await page.keyboard.press('F9')
  await expect(page.getByText('已保存', { exact: true })).toBeVisible()
  await expect(page.locator('.saved-number')).toHaveText(/^\d{4} \d{4} \d{4}$/)
  await expect(page.locator('.saved-papers li')).not.toHaveCount(0)
  await picture(open.desk, 'intake-saved')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /要办什么事/ })).toBeFocused()
})

test('the same item twice is asked about, and one submit made one case', async () => {
  await openItem(page, 'gljt', /高龄老人保健/)
  await keys(page, elder.name, '', elder.idNo)
  await expect(page.getByRole('complementary')).toContainText('办过的和在办的（1）')
  await expect(page.getByRole('complementary')).toContainText('同一事项已有办件')
  await picture(open.desk, 'intake-again')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: /要办什么事/ })).toBeFocused()
  await expect(page.getByText('没办完的（1）')).toBeVisible()
})

test('R-INTAKE-6: an on-the-spot item is finished in one act, with the agent who came', async () => {
  await openItem(page, 'lnz', /老年人优待证/)
  await keys(page, '李样例', '', make.idNumber(9, { birth: '1960-03-05' }), '', '19900000002', '', '')
  await expect(page.getByRole('radio', { name: '否' }).first()).toBeFocused()
  await page.keyboard.type('1')
  await expect(page.getByLabel('代办人姓名')).toBeVisible()
  await keys(page, '', '王演示', make.idNumber(11, { birth: '1990-01-01' }), '19900000003')
  await page.keyboard.type('zn')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F7')
  await picture(open.desk, 'intake-on-the-spot')
  await page.keyboard.press('F9')
  await expect(page.getByText('已当场办结')).toBeVisible()
  await expect(page.locator('.saved-papers li')).toHaveCount(1)
  // What came out is printed a second time only with a reason.
  await expect(page.getByText(/已存为 PDF|已打印|已送打印机/)).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByLabel('补打原因')).toBeFocused()
  await page.keyboard.type('打印不清')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('补打原因')).toBeHidden()
  await expect(page.getByRole('button', { name: /下一位/ })).toBeFocused()
  await page.keyboard.press('Enter')
})

test('R-INTAKE-21: whoever goes elsewhere while a draft is being put away is not pulled back', async () => {
  await toFinder(page)
  await openItem(page, 'lnz', /老年人优待证/)
  const letGo = await holdAnswer(open.desk.app, 'draft.keep')
  await page.keyboard.type('慢测试')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '今日' }).click()
  await expect(page).toHaveURL(/#\/today/)
  await letGo()
  // One more answer comes after it: what it led to is done.
  await page.evaluate(() => window.desk.carry('terminal.state', 'null'))
  await expect(page).toHaveURL(/#\/today/)
  await toFinder(page)
  await page.getByRole('listitem').filter({ hasText: '慢' }).getByRole('button', { name: '删除' }).click()
})

/** A form that can be handed in, its cursor in the last box. */
async function fillIn(name: string, seed: number): Promise<void> {
  await toFinder(page)
  await openItem(page, 'lnz', /老年人优待证/)
  await keys(page, name, '', make.idNumber(seed, { birth: '1950-03-05' }))
  await keys(page, '', '19900000009', '', '')
  await page.keyboard.press('F7')
}

test('R-INTAKE-21: whoever goes elsewhere while a case is being saved reads its number and gets its paper all the same', async () => {
  await fillIn('郑测试', 61)
  const letGo = await holdAnswer(open.desk.app, 'act.record')
  await page.keyboard.press('F9')
  await page.getByRole('link', { name: '待办' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '待办' })).toBeVisible()
  await letGo()
  await expect(page.locator('.saved-number')).toHaveText(/^\d{4} \d{4} \d{4}$/)
  await expect(page.locator('.saved-papers li')).not.toHaveCount(0)
  // Left and come back to, nothing is printed once more.
  await page.getByRole('link', { name: '待办' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '待办' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('textbox', { name: /要办什么事/ })).toBeVisible()
})

test('R-INTAKE-21: whoever fills in another form meanwhile is asked before it is left for the number', async () => {
  await fillIn('冯测试', 62)
  const letGo = await holdAnswer(open.desk.app, 'act.record')
  await page.keyboard.press('F9')
  await toFinder(page)
  await openItem(page, 'lnz', /老年人优待证/)
  await page.keyboard.type('下一位测试')
  await expect(page.getByLabel('申请人姓名')).toHaveValue('下一位测试')
  await letGo()
  const question = page.getByRole('dialog', { name: /刚才的件已保存，编号 \d{4} \d{4} \d{4}/ })
  await expect(question).toBeVisible()
  await picture(open.desk, 'intake-saved-away')
  await question.getByRole('button', { name: '留在这里' }).click()
  await expect(page.getByLabel('申请人姓名')).toHaveValue('下一位测试')
  await page.keyboard.press('Escape')
  await page.getByRole('listitem').filter({ hasText: '下' }).getByRole('button', { name: '删除' }).click()
})

test('R-INTAKE-21: what is refused after its form was left is said all the same, and stays a draft', async () => {
  await fillIn('卫测试', 63)
  const refusal = { why: 'readOnly', cause: 'writeFailed' }
  const letGo = await holdAnswer(open.desk.app, 'act.record', { ok: false, refusal })
  await page.keyboard.press('F9')
  await page.getByRole('link', { name: '待办' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '待办' })).toBeVisible()
  await letGo()
  const told = page.getByRole('dialog', { name: /老年人优待证.*没有保存/ })
  await expect(told).toContainText('上次写入磁盘失败')
  await picture(open.desk, 'intake-refused-away')
  await told.getByRole('button', { name: '知道了' }).click()
  await toFinder(page)
  await page.getByRole('listitem').filter({ hasText: '卫' }).getByRole('button', { name: '删除' }).click()
  await toFinder(page)
})

test('R-INTAKE-4: what lacks is told at once, in the same act', async () => {
  await openItem(page, 'gljt', /高龄老人保健/)
  await keys(page, '赵样例', '', make.idNumber(13, { birth: '1935-06-07' }), '', '19900000004')
  await keys(page, '示例市示例区样板街道测试路2号', '=', '赵样例', '示例银行样板支行', make.bankAccount(4))
  await page.keyboard.press('F9')
  await expect(page.getByText(/申请材料还没有核对/)).toBeVisible()
  await page.keyboard.type('1')
  await expect(page.getByRole('button', { name: /收件并一次性告知（缺 3 项）/ })).toBeVisible()
  await picture(open.desk, 'intake-lacks')
  expect(await barriers(page, 'main')).toEqual([])
  await page.keyboard.press('F9')
  await expect(page.getByText(/已收件，已一次性告知/)).toBeVisible()
  await page.keyboard.press('Enter')
})

test('R-INTAKE-3: a wrong number is said beside its field, and what was typed stays', async () => {
  await openItem(page, 'lnz', /老年人优待证/)
  const wrong = elder.idNo.slice(0, 17) + (elder.idNo.endsWith('1') ? '2' : '1')
  await keys(page, '钱样例', '', wrong)
  await expect(page.getByText(/号码有一位输错了/)).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByLabel('证件号码')).toBeFocused()
  await expect(page.getByLabel('证件号码')).toHaveValue(wrong.replace(/^(.{6})(.{8})/, '$1 $2 '))
  await picture(open.desk, 'intake-wrong')
})

test('R-INTAKE-6, R-HOTKEY-3: Enter, Tab, F9 and Esc belong to the input method while it composes', async () => {
  const { compose, choose } = await inputMethod(page)
  const name = page.getByLabel('申请人姓名')
  await name.fill('')
  await compose('zhang')
  for (const key of ['Enter', 'Tab', 'F9', 'Escape']) {
    await page.keyboard.press(key)
    await expect(name, key).toBeFocused()
    await expect(name, key).toHaveValue('zhang')
  }
  await choose('张样例')
  await expect(name).toHaveValue('张样例')
  await page.keyboard.press('Enter')
  await expect(name).not.toBeFocused()
  const nation = page.getByRole('combobox', { name: '民族' })
  await nation.focus()
  await compose('hui')
  await page.keyboard.press('Enter')
  await expect(nation).toBeFocused()
  await choose('回')
  await expect(page.locator('.choice-option-active')).toHaveText(/回族/)
  await page.keyboard.press('Enter')
  await expect(nation).not.toBeFocused()
  await expect(nation).toHaveValue('回族')
})

test('R-INTAKE-5: what was typed is offered again after the desk was killed', async () => {
  await toFinder(page)
  await openItem(page, 'lnz', /老年人优待证/)
  await keys(page, '买买提·测试')
  await expect(page.getByText(/已自动保存/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listitem').filter({ hasText: '买' })).toBeVisible()
  await page.getByRole('listitem').filter({ hasText: '买' }).getByRole('button', { name: '接着填' }).click()
  await expect(page.getByLabel('申请人姓名')).toHaveValue('买买提·测试')
  open.desk.app.process().kill('SIGKILL')
  open.desk = await openDesk({ home: open.desk.home })
  page = open.desk.page
  await signIn(open.desk, open.bureau, 'li.ck', 2)
  await toFinder(page)
  await page.getByRole('listitem').filter({ hasText: '买' }).getByRole('button', { name: '接着填' }).click()
  await expect(page.getByLabel('申请人姓名')).toHaveValue('买买提·测试')
})

test('another clerk takes the draft over, and finds everything in it', async () => {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await signIn(open.desk, open.bureau, 'wang.ck', 3)
  await toFinder(page)
  const draft = page.getByRole('listitem').filter({ hasText: '买' })
  await expect(draft).toContainText('李样例的草稿')
  await draft.getByRole('button', { name: '接手' }).click()
  await expect(page.getByLabel('申请人姓名')).toHaveValue('买买提·测试')
})
