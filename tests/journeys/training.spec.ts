/** 练习 in the real window: another frame, another number, papers that say so; nothing of it is among the real cases. */
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { elder, takeBenefit } from './counter.ts'
import { type Desk, openDesk } from './desk.ts'
import { inMain } from './in-main.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let practice: Desk | undefined
let page: Page
let number = ''

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2 })
  await expect(open.desk.page.getByText('全部已上传')).toBeVisible()
  practice = await openDesk({ home: open.desk.home, switches: ['--training'] })
  page = practice.page
})
test.afterAll(async () => {
  await practice?.close()
  await open?.close()
  await rm(`${open.desk.home}`, { recursive: true, force: true })
})

test('R-TRAINING-2: the practice desk says what it is before anybody signs in, and offers the way back', async () => {
  await expect(page.getByText('练习用户：lianxi.jia')).toBeVisible()
  await expect(page.getByRole('button', { name: '退出练习' })).toBeVisible()
  await picture(practice!, 'training-sign-in')
  await page.getByRole('radio', { name: /练习员甲/ }).check()
  await page.getByRole('textbox', { name: '密码' }).fill('lianxi')
  await page.getByRole('combobox', { name: '窗口' }).selectOption('2')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('练习')
  await expect(page.getByRole('contentinfo')).toContainText('不上传、不算数')
})

test('R-TRAINING-2: a practised case bears its own numbers and is not at the real desk', async () => {
  number = await takeBenefit(page, elder(61, '练样例'))
  expect(number).toMatch(/^99999/)
  await page.getByRole('link', { name: '待办' }).click()
  await page.getByRole('table', { name: '待办' }).getByRole('link').first().click()
  await page.getByRole('region', { name: '文书' }).getByRole('button', { name: '查看' }).first().click()
  await expect(page.getByRole('dialog').getByRole('article')).toBeVisible()
  await picture(practice!, 'training-paper')
  await page.keyboard.press('Escape')
  expect(await barriers(page, 'header')).toEqual([])
  const real = open.desk.page
  await real.keyboard.press('Control+f')
  await real.getByRole('textbox', { name: '查找' }).fill(number)
  await expect(real.getByRole('heading', { name: '本机没有，联网后再查' })).toBeVisible()
  await expect(real.locator('a.number')).toHaveCount(0)
})

test('R-TRAINING-2: 退出练习 ends practice, and what is started then is the real desk', async () => {
  const { app, home } = practice!
  const noted = path.join(home, 'next-start.json')
  // The next start would be nobody's to close here: what it is asked for is written down instead.
  await inMain(
    app,
    ({ app, dialog }, file) => {
      // A paper may still be on its way, and nobody sits here to say yes.
      dialog.showMessageBoxSync = () => 1
      app.relaunch = (options) => process.getBuiltinModule('node:fs').writeFileSync(file, JSON.stringify(options))
    },
    noted,
  )
  const ended = app.waitForEvent('close')
  await page.getByRole('button', { name: '退出练习' }).click()
  await ended
  practice = undefined
  const { args } = JSON.parse(await readFile(noted, 'utf8')) as { args: string[] }
  expect(args.filter((word) => word.includes('training'))).toEqual([])
})
