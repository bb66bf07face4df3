/** The habits of the counter in the real window: what the keys do on every page, and what a press too many does not. */
import { expect, type Page, test } from '@playwright/test'
import { make } from '../make/make.ts'
import { elder, takeBenefit } from './counter.ts'
import { openItem, picture, toFinder } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'
import { numberPad } from './typing.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
let number = ''

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
  number = await takeBenefit(page, elder(21, '键样例'))
})
test.afterAll(() => open?.close())

const search = () => page.getByRole('textbox', { name: '查找' })
const toTasks = async () => {
  await page.getByRole('link', { name: '待办' }).click()
  await expect(page.getByRole('table', { name: '待办' }).getByRole('link').first()).toBeFocused()
}

test('R-HOTKEY-4: F2 says that this machine has no reader, F4 that this form has no box for pictures, and both put the cursor where to go on', async () => {
  await toTasks()
  await page.keyboard.press('F2')
  await expect(page.getByText(/没有接读卡器.*Ctrl\+F/)).toBeVisible()
  await toFinder(page)
  await openItem(page, 'gljt', /高龄老人保健/)
  await page.keyboard.press('F2')
  await expect(page.getByText(/没有接读卡器.*手工输入，填完会核对/)).toBeVisible()
  await expect(page.getByLabel('证件号码')).toBeFocused()
  await page.keyboard.press('F4')
  await expect(page.getByText(/没有放照片的格.*申请材料/)).toBeVisible()
  await picture(open.desk, 'keys-no-camera')
  expect(
    await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
  ).toMatch(/material/)
})

test('R-HOTKEY-5: Esc takes one step back, once: the open list first, then the form', async () => {
  await page.getByLabel('开户银行').focus()
  await page.getByRole('combobox').first().click()
  await expect(page.getByRole('listbox')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(page.getByLabel('申请人姓名')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: /要办什么事/ })).toBeFocused()
})

test('R-HOTKEY-5: Ctrl+F finds from every page; over an act it says to close that first', async () => {
  for (const place of ['收件', '待办', '今日']) {
    await page.getByRole('link', { name: place }).click()
    await page.keyboard.press('Control+f')
    await expect(search(), place).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(search(), place).toBeHidden()
  }
  await page.keyboard.press('Control+f')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog').getByLabel('意见', { exact: true })).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(page.getByText('先按 Esc 关上这个框')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await page.keyboard.press('Control+f')
  await expect(search()).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

test('R-HOTKEY-5: a dialog or list that is left gives the cursor back to what it was opened from', async () => {
  await toTasks()
  const row = page.getByRole('table', { name: '待办' }).getByRole('link').first()
  for (const key of ['F6', 'F3']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(row, key).toBeFocused()
  }
  await page.keyboard.press('Enter')
  const view = page.getByRole('region', { name: '文书' }).getByRole('button', { name: '查看' }).first()
  const act = page.locator('.case-bar').getByRole('button', { name: '撤回' })
  for (const opener of [view, page.getByRole('button', { name: '查看明文' }), act]) {
    await opener.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(opener).toBeFocused()
  }
  await page.getByRole('link', { name: '今日' }).click()
  const figure = page.getByRole('cell').getByRole('button').first()
  await figure.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(figure).toBeFocused()
})

test('R-HOTKEY-6: F8 prints a case’s last paper again, and scanned digits with their Enter are no reason', async () => {
  await toTasks()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await page.keyboard.press('F8')
  const reason = page.getByLabel('补打原因')
  await expect(reason).toBeFocused()
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await expect(reason).toHaveValue(number)
  await page.keyboard.press('Escape')
  await expect(reason).toBeHidden()
  await page.keyboard.press('Escape')
})

test('R-HOTKEY-6: a double click does nothing twice', async () => {
  await toTasks()
  await page.getByRole('table', { name: '待办' }).getByRole('row').nth(1).getByRole('cell').nth(2).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table', { name: '待办' })).toBeVisible()
  await page.getByRole('table', { name: '待办' }).getByRole('link').first().dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table', { name: '待办' })).toBeVisible()
  await toFinder(page)
  await page.keyboard.type('gljt')
  await expect(page.getByRole('article', { name: /高龄老人保健/ })).toBeVisible()
  await page.getByRole('button', { name: /开始收件/ }).dblclick()
  await expect(page.getByLabel('申请人姓名')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: /要办什么事/ })).toBeFocused()
  await expect(page.getByText(/没办完的/)).toHaveCount(0)
})

test('R-HOTKEY-7: the number pad types, chooses and moves on like the digits above the letters', async () => {
  const pad = await numberPad(page)
  await toFinder(page)
  await openItem(page, 'lsjz', /临时救助/)
  const number = page.getByLabel('证件号码')
  await number.focus()
  await pad(make.idNumber(22, { birth: '1960-07-09' }))
  await expect(number).toHaveValue(/^530199 19600709 \d{4}$/)
  await pad('Enter')
  await expect(number).not.toBeFocused()
  const kind = page.getByRole('radiogroup', { name: /困难类型/ })
  await kind.getByRole('radio').first().focus()
  await pad('2')
  await expect(kind.getByRole('radio', { name: '支出型' })).toBeChecked()
  const day = page.getByLabel('困难发生日')
  await day.focus()
  await pad('20261102', 'Enter')
  await expect(day).toHaveValue('2026-11-02')
  const spent = page.getByLabel('自己负担的支出')
  await spent.focus()
  await pad('1234.5', 'Enter')
  await expect(spent).toHaveValue('1,234.50')
  await page.keyboard.press('Escape')
})
