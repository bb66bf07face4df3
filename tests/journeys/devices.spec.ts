/** A card reader and a camera at the counter, in the real window: both made up, and spoken to as real ones. */
import { expect, type Page, test } from '@playwright/test'
import { cardBytes } from '../../scripts/mock-reader/card-bytes.ts'
import { type MockReader, startMockReader } from '../../scripts/mock-reader/mock-reader.ts'
import { card } from '../make/card.ts'
import { make } from '../make/make.ts'
import { barriers, openItem, picture, toFinder } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

const elder = card(31, {
  number: make.idNumber(31, { birth: '1938-03-05', sex: '女' }),
  name: '读卡示例',
  nation: '03',
})
const son = card(32, {
  number: make.idNumber(32, { birth: '1970-01-02', sex: '男' }),
  name: '代办样例',
  validUntil: '20250101',
})

let open: SignedIn
let page: Page
let reader: MockReader

test.beforeAll(async () => {
  reader = await startMockReader()
  open = await openSignedIn('li.ck', {
    window: 2,
    environment: { PIONEER_CARD_READER: reader.setting },
    switches: ['--use-fake-device-for-media-stream'],
  })
  page = open.desk.page
})
test.afterAll(async () => {
  await open?.close()
  await reader?.close()
})

const box = (name: string) => page.getByRole('textbox', { name, exact: true })

test('R-CARD-15: one key fills who applies from their card, one takes all back, and the cursor goes on', async () => {
  await toFinder(page)
  await openItem(page, 'lnz', /老年人优待证/)
  // Pressed first, laid down then.
  await page.keyboard.press('F2')
  await expect(page.getByText('正在读卡')).toBeVisible()
  reader.lay(cardBytes(elder))
  await expect(box('申请人姓名')).toHaveValue('读卡示例')
  await expect(page.getByLabel('证件号码')).toHaveValue(new RegExp(elder.number.slice(0, 6)))
  await expect(page.getByRole('radio', { name: '女' })).toBeChecked()
  await expect(page.getByLabel('联系电话')).toBeFocused()
  await picture(open.desk, 'card-read')
  expect(await barriers(page, 'main')).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(box('申请人姓名')).toHaveValue('')
  await expect(page.getByRole('radio', { name: '女' })).not.toBeChecked()
})

test('R-CARD-15: what was typed stays, is warned of beside, and F5 takes the card’s', async () => {
  await box('申请人姓名').fill('读卡示列')
  await page.keyboard.press('F2')
  await expect(page.getByText('证件上是“读卡示例”')).toBeVisible()
  await expect(box('申请人姓名')).toHaveValue('读卡示列')
  await expect(box('申请人姓名')).toBeFocused()
  await picture(open.desk, 'card-differs')
  await page.keyboard.press('F5')
  await expect(box('申请人姓名')).toHaveValue('读卡示例')
  await expect(page.getByText('证件上是“读卡示例”')).toBeHidden()
})

test('R-CARD-15: an agent’s card goes to the agent; out of date it is noted and stands in nobody’s way', async () => {
  await page.getByRole('radiogroup', { name: '是否由他人代办' }).getByRole('radio', { name: '是' }).check()
  await box('代办人姓名').focus()
  reader.lay(cardBytes(son))
  await page.keyboard.press('F2')
  await expect(box('代办人姓名')).toHaveValue('代办样例')
  await expect(box('申请人姓名')).toHaveValue('读卡示例')
  await expect(page.getByRole('checkbox', { name: '代办人的证件已过有效期' })).toBeChecked()
  await picture(open.desk, 'card-agent')
})

test('R-CAMERA-2: a picture is taken, taken again, and kept in the form like any file', async () => {
  const photo = page.getByRole('group', { name: '照片' })
  await page.keyboard.press('F4')
  const dialog = page.getByRole('dialog', { name: '拍照：照片' })
  const live = dialog.getByLabel('高拍仪画面')
  await expect.poll(() => live.evaluate((video) => (video as HTMLVideoElement).videoWidth)).toBeGreaterThan(0)
  await picture(open.desk, 'camera-live')
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('img', { name: '拍下的照片' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(live).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('img', { name: '拍下的照片' })).toBeVisible()
  await picture(open.desk, 'camera-taken')
  expect(await barriers(page, '.ant-modal')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(photo.getByRole('listitem')).toContainText(/拍照 \d{8}-\d{6}\.jpg/)
  await expect(photo).toBeFocused()
  await photo.getByRole('button', { name: /查看 拍照/ }).press('Enter')
  const shown = page.getByRole('img', { name: /^拍照 \d/ })
  await expect.poll(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
  await page.keyboard.press('Escape')
  await picture(open.desk, 'camera-kept')
})

test('R-DOORS-17: the page that may have the picture has neither sound nor screen, and nothing once it is locked', async () => {
  const given = (what: MediaStreamConstraints) =>
    page.evaluate(
      (asked) =>
        navigator.mediaDevices.getUserMedia(asked).then(
          (stream) => {
            for (const track of stream.getTracks()) track.stop()
            return 'given'
          },
          (error: Error) => error.name,
        ),
      what,
    )
  expect(await given({ video: true })).toBe('given')
  expect(await given({ audio: true })).toBe('NotAllowedError')
  expect(await given({ audio: true, video: true })).toBe('NotAllowedError')
  const screen = await page.evaluate(() =>
    navigator.mediaDevices.getDisplayMedia().then(
      () => 'given',
      (error: Error) => error.name,
    ),
  )
  expect(screen).not.toBe('given')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('textbox', { name: '密码' })).toBeVisible()
  // The page shows its lock at once; the machine has locked when it has put away what was open.
  await expect.poll(() => given({ video: true })).toBe('NotAllowedError')
  const account = open.bureau.accounts.find(({ person }) => person === 'li.ck')
  await page.getByRole('textbox', { name: '密码' }).fill(account?.password ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '密码' })).toBeHidden()
})

test('R-CARD-16: a reader that says nothing is said to, with what to do next, and the window goes on', async () => {
  reader.be('silent')
  await page.keyboard.press('F2')
  await expect(page.getByText(/读卡器没有回答：请拔下重插/)).toBeVisible()
  await picture(open.desk, 'card-silent')
  await box('代办人姓名').fill('代办样例二')
  await expect(box('代办人姓名')).toHaveValue('代办样例二')
  reader.be('well')
})

test('R-CARD-15: where nothing is filled in, a card’s number is looked for', async () => {
  await page.keyboard.press('Escape')
  reader.lay(cardBytes(elder))
  await page.getByRole('link', { name: '今日' }).click()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: '查找' })).toHaveValue(elder.number)
  expect(page.url()).not.toContain(elder.number)
  await picture(open.desk, 'card-search')
})
