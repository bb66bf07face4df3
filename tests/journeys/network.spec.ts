/** The bureau away: what the clerk reads in the status bar, and that the counter goes on. */
import { expect, type Page, test } from '@playwright/test'
import { elder, takeCard } from './counter.ts'
import { administer, type DemoBureau, startAgain, startDemoBureau } from './desk.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
let unsent: { number: string; idNo: string }
const bar = () => page.getByRole('contentinfo')

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: embedded, strange: true })
  page = open.desk.page
})
test.afterAll(() => open?.close())

/** What a bureau has that is given no database: its own gets up again after a kill. */
function embedded(): Promise<DemoBureau> {
  return startDemoBureau({ kind: 'the embedded database' })
}

test('R-STATUS-1: connected, the bar says that all is there, and both books are the same', async () => {
  await takeCard(page, elder(21, '孙样例'))
  await expect(bar()).toContainText('已连接局端')
  await expect(bar()).toContainText('全部已上传')
  await expect(bar()).toContainText(/上次上传 今天 \d\d:\d\d/)
  await expect(bar()).toContainText(/本机 (\d+) · 局端 \1 · 一致/)
  await picture(open.desk, 'status-connected')
})

test('R-STATUS-2: the bureau gone, the counter goes on, and the bar says so within a minute', async () => {
  await open.bureau.kill()
  const applicant = elder(23, '孙样例')
  const number = await takeCard(page, applicant)
  unsent = { number, idNo: applicant.idNo }
  expect(number).toMatch(/^\d{4} \d{4} \d{4}$/)
  await expect(bar()).toContainText('未连接，照常办理', { timeout: 60_000 })
  await expect(bar()).toContainText(/未上传 \d+ 条（最早 刚刚）/)
  await expect(bar()).toContainText(/\d\d:\d\d 再试/)
  await picture(open.desk, 'status-offline')
  // By name, with age and cause, within a minute.
  await expect(bar()).toContainText(`收件 ${number}`, { timeout: 60_000 })
  await expect(bar()).toContainText(/未能上传（(不到)?1分钟）：连不上局端服务器/)
  await bar()
    .getByRole('button', { name: /未能上传/ })
    .click()
  await expect(page.getByRole('tooltip')).toContainText('未能上传的记录')
  await picture(open.desk, 'status-stuck')
  for (const part of ['footer', '[role=tooltip]']) expect(await barriers(page, part)).toEqual([])
})

test('R-FIND-7: without the bureau what is not sent yet is found like all else, and said to be unsent', async () => {
  await page.keyboard.press('Control+f')
  const box = page.getByRole('textbox', { name: '查找' })
  const found = page.getByRole('table', { name: '查找' }).getByRole('row', { name: unsent.number })
  const by = [
    unsent.number.replaceAll(' ', '').slice(-6),
    '孙样例',
    'sunyangli',
    'syl',
    unsent.idNo,
    '19900000002',
    'lnz',
  ]
  for (const text of by) {
    await box.fill('')
    await expect(found, text).toBeHidden()
    await box.fill(text)
    await expect(found, text).toContainText('待局端确认')
  }
  // On the small screen too the mark is not cut off.
  const cell = found.getByRole('cell').filter({ hasText: '待局端确认' })
  expect(await cell.evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true)
  await picture(open.desk, 'search-offline')
  await page.keyboard.press('Escape')
})

test('R-STATUS-3: the bureau back, 立即上传 sends at once, and the bar is quiet again', async () => {
  open.bureau = await startAgain(open.bureau)
  await page.getByRole('button', { name: '立即上传' }).click()
  await expect(bar()).toContainText('全部已上传')
  await expect(bar()).toContainText(/本机 (\d+) · 局端 \1 · 一致/)
  await expect(bar().getByRole('button', { name: /未能上传/ })).toBeHidden()
})

test('R-STATUS-4: a bureau that stops this machine is said in red, with whom to tell', async () => {
  await open.bureau.kill()
  administer(open.bureau, 'terminal', 'stop', '1', '换机')
  open.bureau = await startAgain(open.bureau)
  await page.getByRole('button', { name: '立即上传' }).click()
  await expect(bar()).toContainText('本机已被停用')
  await expect(bar()).toContainText('局端已停用本机，请告知管理员')
  await picture(open.desk, 'status-stopped')
  expect(await barriers(page, 'footer')).toEqual([])
})
