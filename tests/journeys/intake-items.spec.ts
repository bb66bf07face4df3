/** Each item's form by keyboard, and what a counter sees in a day: promises, differences, two matters in one visit. */
import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { projectFolder } from '../../scripts/programs.ts'
import { make } from '../make/make.ts'
import { inMain } from './in-main.ts'
import { barriers, keys, openItem, picture, toFinder } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
const rail = () => page.getByRole('complementary')

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  page = open.desk.page
})
test.afterAll(() => open?.close())

const saved = () => expect(page.getByText('已保存', { exact: true })).toBeVisible()

/** Boxes that must be pushed sideways to be read, and a window that scrolls as a whole. */
const overflows = () =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.intake-scroll')]
      .filter(
        (box) =>
          box.scrollWidth > box.clientWidth + 1 ||
          (box === document.documentElement && box.scrollHeight > box.clientHeight),
      )
      .map((box) => box.className || box.tagName),
  )

/** The focused box is the one with this label. */
const at = (label: string) => expect(page.getByLabel(label, { exact: true })).toBeFocused()

test('R-INTAKE-1: an item is found by what people call it, by pinyin, initials and code, and one not taken says where to go', async () => {
  await toFinder(page)
  const box = page.getByRole('textbox', { name: /要办什么事/ })
  for (const [typed, name] of [
    ['老年证', '老年人优待证办理'],
    ['gaolingjintie', '高龄老人保健（长寿）补助申领'],
    ['gljt', '高龄老人保健（长寿）补助申领'],
    ['xhhhz', '社会团体变更登记'],
    ['st-bg', '社会团体变更登记'],
    ['社团换证', '社会团体变更登记'],
  ] as const) {
    await box.fill(typed)
    await expect(page.getByRole('article', { name })).toBeVisible()
  }
  await box.fill('没有的事')
  await expect(page.getByText('没有找到“没有的事”')).toBeVisible()
  await picture(open.desk, 'finder-none')
  await box.fill('成立基金会')
  await expect(page.getByText('本窗口不办这件事')).toBeVisible()
  await picture(open.desk, 'finder-elsewhere')
  expect(await barriers(page, 'main')).toEqual([])
})

test('R-PRINT-16: the guide says who, what to bring, how long, what it costs and on which law, and F8 puts it on paper', async () => {
  const box = page.getByRole('textbox', { name: /要办什么事/ })
  await box.fill('db-sq')
  await expect(page.getByRole('article', { name: /最低生活保障对象/ })).toContainText('人均月收入低于当地低保标准')
  await box.fill('gljt')
  const guide = page.getByRole('article', { name: /高龄老人保健/ })
  await expect(guide).not.toContainText('年龄档按')
  for (const text of ['受理当日已满80周岁', '社保卡或银行存折（卡）', '可以后补', '10个工作日', '不收费', '依据'])
    await expect(guide).toContainText(text)
  await picture(open.desk, 'guide')
  await page.keyboard.press('F8')
  const said = page.getByText(/没有打印机，告知单已存为 PDF：.*\.pdf/)
  await expect(said).toBeVisible()
  expect(existsSync(((await said.textContent()) ?? '').replace(/^.*PDF：/, ''))).toBe(true)
})

test('R-INTAKE-6: an organisation’s change is taken from the first key to the last by keyboard', async () => {
  await page.getByRole('textbox', { name: /要办什么事/ }).fill('')
  await openItem(page, 'stbg', /社会团体变更登记/)
  await at('统一社会信用代码')
  // Of another kind: said at once, with the reason, beside the form.
  await keys(page, make.uscc(3, '91'))
  await expect(rail()).toContainText('不符合')
  await page.keyboard.press('Shift+Enter')
  await keys(page, make.uscc(3), '示例区样板协会')
  await expect(rail()).toContainText('代码校验通过 · 社会团体')
  await keys(page, '王样例', '19900000021', make.idNumber(61, { birth: '1980-01-01' }))
  await keys(page, '示例市示例区样板街道测试路9号', '陈样例', make.idNumber(63, { birth: '1970-01-01' }), '19900000022')
  await keys(page, '30000')
  await page.keyboard.type('样板业务')
  await page.keyboard.press('Enter')
  // 直接登记：否 stands already.
  await keys(page, '')
  await at('业务主管单位')
  await keys(page, '示例区样板局')
  // 住所 and 法定代表人, by their digits; the table has a row for each.
  await page.keyboard.press('2')
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await keys(page, '测试路1号', '测试路9号', '李样例', '陈样例')
  await picture(open.desk, 'organisation')
  expect(await overflows()).toEqual([])
  await keys(page, '20261120')
  await page.keyboard.press('F7')
  await expect(page.getByText(/共 6 项，已收齐/)).toBeVisible()
  expect(await barriers(page, 'main')).toEqual([])
  await page.keyboard.press('F9')
  await saved()
  await picture(open.desk, 'organisation-saved')
  await page.keyboard.press('Enter')
})

/** The form of an old person's benefit up to its materials. */
async function fillBenefit(name: string, idNo: string, bankHolder = name): Promise<void> {
  await openItem(page, 'gljt', /高龄老人保健/)
  await keys(page, name, '', idNo, '', '19900000031')
  await keys(page, '示例市示例区样板街道测试路3号', '=', bankHolder, '示例银行样板支行', make.bankAccount(5))
  await keys(page, '')
  // 本区户籍 is asked.
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
}

test('R-INTAKE-4: what may come late is promised with a day, and the button says so', async () => {
  await fillBenefit('冯测试', make.idNumber(65, { birth: '1938-02-03', sex: '男' }), '冯小样')
  await page.keyboard.press('F7')
  const row = page.locator('[data-field="material-householdBook"]')
  await row.getByRole('radio', { name: '未交' }).focus()
  await page.keyboard.press('5')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('checkbox', { name: '容缺后补' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(row.getByLabel(/最迟补交日期/)).toHaveValue(/^\d{4}-\d\d-\d\d$/)
  await expect(rail()).toContainText(/前补/)
  // The account is another's: a note, no wall.
  await page.getByRole('checkbox', { name: '开户名不是申请人' }).check()
  await picture(open.desk, 'late')
  expect(await overflows()).toEqual([])
  await expect(page.getByRole('button', { name: /容缺受理（1 项后补）/ })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByText('已容缺受理')).toBeVisible()
})

test('R-INTAKE-8: a second matter of one visit begins with the person and what was said of them', async () => {
  await page.getByRole('button', { name: '为同一人再办一件' }).press('Enter')
  await expect(page.getByText('继续为冯测试办另一件事')).toBeVisible()
  await picture(open.desk, 'second-of-visit')
  await openItem(page, 'lnz', /老年人优待证/)
  await expect(page.getByLabel('申请人姓名')).toHaveValue('冯测试')
  await expect(page.getByLabel('证件号码')).not.toHaveValue('')
  await expect(rail()).toContainText('办过的和在办的（1）')
  await expect(page.getByLabel('联系电话')).toHaveValue('199 0000 0031')
  await expect(page.locator('[data-field="field-phone"]')).toContainText('带出')
  await page.getByRole('radio', { name: '新办' }).focus()
  await page.keyboard.press('1')
  await page.getByRole('radio', { name: '否' }).first().focus()
  await page.keyboard.press('2')
  await page.keyboard.press('F7')
  await addPhotograph()
  // Pressed twice: the mouse does nothing twice either.
  await page.getByRole('button', { name: /当场办结/ }).dblclick()
  await saved()
  await page.getByRole('link', { name: '查找' }).click()
  await page.getByRole('main').getByRole('textbox').fill('冯测试')
  await expect(page.getByText('找到 2 件')).toBeVisible()
  await page.getByRole('row', { name: /老年人优待证/ }).click()
  await expect(page.getByText('1 个附件（已遮挡）')).toBeVisible()
  await page.getByRole('button', { name: '查看明文' }).click()
  await keys(page, '核对照片')
  await page.getByRole('button', { name: `查看 ${photograph}` }).press('Enter')
  await expectPhotograph()
  await picture(open.desk, 'case-file')
  await page.keyboard.press('Escape')
})

const photograph = '证件照.png'

/** By keyboard: no camera, so F4 leads to the field, and the blank bar opens the system's dialog. */
async function addPhotograph(): Promise<void> {
  const chosen = path.join(open.desk.home, photograph)
  await copyFile(path.join(projectFolder, 'electron/icon.png'), chosen)
  await inMain(
    open.desk.app,
    ({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
    },
    chosen,
  )
  const field = page.getByRole('group', { name: '照片' })
  await page.keyboard.press('F4')
  await expect(page.getByText('光标已放到“照片”')).toBeVisible()
  await expect(field).toBeFocused()
  // What is no picture is not taken, whatever it is called.
  await field.evaluate((box) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['MZ'], '照片.jpg', { type: 'image/jpeg' }))
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await expect(field).toContainText('“照片.jpg”不是 JPEG 或 PNG 图片')
  await picture(open.desk, 'files-fault')
  await page.keyboard.press('Space')
  await expect(field).toContainText(photograph)
  await field.getByRole('button', { name: `查看 ${photograph}` }).press('Enter')
  await expectPhotograph()
  await picture(open.desk, 'files-view')
  await page.keyboard.press('Escape')
  await expect(field.getByRole('button', { name: `查看 ${photograph}` })).toBeFocused()
  await field.getByRole('button', { name: '移除' }).press('Enter')
  await expect(field).toContainText(`已移除“${photograph}”`)
  await page.keyboard.press('Control+z')
  await expect(field.getByRole('listitem')).toContainText(photograph)
  await picture(open.desk, 'files')
  expect(await barriers(page, 'main')).toEqual([])
}

async function expectPhotograph(): Promise<void> {
  const shown = page.getByRole('dialog', { name: photograph }).getByRole('img', { name: photograph })
  await expect.poll(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
}

test('R-INTAKE-3: a sex that differs from the number is a warning and a note; somebody too young reads why', async () => {
  await toFinder(page)
  await openItem(page, 'gljt', /高龄老人保健/)
  await keys(page, '褚测试', '', make.idNumber(67, { birth: '1960-01-01', sex: '女' }))
  await expect(rail()).toContainText('不符合')
  await expect(rail()).toContainText(/周岁 6\d/)
  await page.getByRole('radio', { name: '男', exact: true }).check()
  await expect(page.getByText('证件号码显示为“女”，请核对')).toBeVisible()
  await picture(open.desk, 'differs')
  expect(await barriers(page, 'main')).toEqual([])
})

test('R-INTAKE-6: a scanner’s Enter moves on and submits nothing, in the last box too', async () => {
  const remark = page.getByLabel(/^备注/)
  await remark.focus()
  await keys(page, make.idNumber(69, { birth: '1940-01-01' }))
  await expect(page.getByRole('heading', { level: 1, name: /高龄老人保健/ })).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
})
