/** 报送 in the real window: a supervisor makes the month's report and a file for another system by keyboard, and reads who took what. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { inMain } from './in-main.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page

test.beforeAll(async () => {
  open = await openSignedIn('wu.dc')
  page = open.desk.page
})
test.afterAll(() => open?.close())

/** The system's dialog, as somebody answers it. */
async function placed(name: string | null): Promise<string> {
  const file = path.join(open.desk.home, name ?? '')
  await inMain(
    open.desk.app,
    ({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' })
    },
    name === null ? null : file,
  )
  return file
}
const list = () => page.getByRole('region', { name: '导出记录' })
const reason = () => page.getByRole('textbox', { name: '用途' })

test('R-EXPORT-12, R-EXPORT-10: the month’s report as workbook and PDF, with its reason, in the list of all exports', async () => {
  await page.getByRole('link', { name: '督查' }).press('Enter')
  await page.getByRole('link', { name: '报送' }).press('Enter')
  await expect(reason()).toBeFocused()
  await page.keyboard.press('F9')
  await expect(page.getByText('请写用途')).toBeVisible()
  await page.keyboard.type('样例：报区政务服务局')
  const workbook = await placed('月报.xlsx')
  await page.keyboard.press('F9')
  await expect(page.getByText('已存好：月报.xlsx')).toBeVisible()
  expect((await readFile(workbook)).subarray(0, 2).toString()).toBe('PK')
  await page.getByRole('radio', { name: 'PDF' }).press(' ')
  const pdf = await placed('月报.pdf')
  await page.keyboard.press('F9')
  await expect(page.getByText('已存好：月报.pdf')).toBeVisible()
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(list()).toContainText('窗口月报（xlsx）')
  await expect(list()).toContainText('吴示例')
  await picture(open.desk, 'exports')
  expect(await barriers(page, 'main')).toEqual([])
})

test('R-EXPORT-12: no place chosen makes no file; who takes out names and numbers reads what is in it first', async () => {
  await page.getByRole('radio', { name: '办件信息' }).press(' ')
  await expect(page.getByText('含申请人姓名和证件号码全文')).toBeVisible()
  await page.getByRole('button', { name: '报省政务服务平台' }).press('Enter')
  await placed(null)
  await page.keyboard.press('F9')
  await expect(page.getByText('没有选位置，没有导出。')).toBeVisible()
  const file = await placed('办件信息.json')
  await page.keyboard.press('F9')
  await expect(page.getByText('已存好：办件信息.json')).toBeVisible()
  expect((await stat(file)).size).toBeGreaterThan(100)
  await picture(open.desk, 'exports-exchange')
})
