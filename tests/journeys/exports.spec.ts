/** 报送 in the real window: a supervisor makes the month's report and a file for another system by keyboard, and reads who took what; and
 *  reads another hall (大厅) that was granted from the same desk. */
import { writeFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import pino from 'pino'
import { workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { makeCode } from '../../server/terminals.ts'
import { dayOf } from '../../shared/calendar/day.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { hall } from '../make/catalogue.ts'
import { accepted, otherClerk, receivedFact } from '../server/acts.ts'
import { testSealer } from '../server/databases.ts'
import { VirtualTerminal } from '../server/virtual-terminal.ts'
import { administer, type DemoBureau, type Known, startDemoBureau } from './desk.ts'
import { inMain } from './in-main.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let signedIn: SignedIn
let page: Page

test.beforeAll(async () => {
  signedIn = await openSignedIn('wu.dc', { start: startTwoHalls })
  page = signedIn.desk.page
})
test.afterAll(() => signedIn?.close())

const PASSWORD = 'Demo-2026'
const EAST = '东区民政服务大厅（演示）'
const today = dayOf(new Date().toISOString())
const yesterday = workdaysUpTo(today, 2)[0]!
/** A case of the other hall, as its number is shown. */
let theirs = ''

/** A bureau with another hall, where three cases were taken and the day was signed; that before was not. */
async function startTwoHalls(known: Known | undefined): Promise<DemoBureau> {
  const bureau = await startDemoBureau({
    known,
    before: (laid) => {
      const file = path.join(laid.folder, 'east.json')
      writeFileSync(file, JSON.stringify({ ...hall, id: 'east', name: EAST }))
      administer(laid, 'hall', file)
    },
  })
  const terminal = await VirtualTerminal.enrol(bureau.url, await codeOfEast(bureau))
  terminal.hall = 'east'
  for (const person of ['li.ck', 'wu.dc']) await terminal.signIn(person, PASSWORD, 2)
  const now = new Date().toISOString()
  for (const at of [`${yesterday}T02:00:00.000Z`, now, now, now]) {
    const [received] = terminal.act(otherClerk, [receivedFact(terminal, { at })], at)
    terminal.act(otherClerk, [accepted(received!)], at)
    theirs = numberWords((received!.data as { number: never }).number)
  }
  expect((await terminal.send()).problem).toBeNull()
  const { body } = await terminal.ask('POST', '/v1/close', { day: today })
  const { no, proof } = (body as { proposal: { no: number; proof: string } }).proposal
  const signed = { day: today, no, proof, password: PASSWORD, remark: null, early: true }
  expect((await terminal.ask('POST', '/v1/sign-close', signed)).body).toMatchObject({ ok: true })
  return bureau
}

async function codeOfEast({ settings, folder }: DemoBureau): Promise<string> {
  const db = await openDatabase(settings.DATABASE_URL ?? null, folder)
  const code = await makeCode(
    await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) }),
    'east',
    null,
  )
  await db.destroy()
  return code
}

/** The system's dialog, as somebody answers it. */
async function placed(name: string | null): Promise<string> {
  const file = path.join(signedIn.desk.home, name ?? '')
  await inMain(
    signedIn.desk.app,
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
  await picture(signedIn.desk, 'exports')
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
  await picture(signedIn.desk, 'exports-exchange')
})

const main = () => page.getByRole('main')
const here = () => page.evaluate(() => location.hash)
const choice = () => page.getByRole('combobox', { name: '大厅' })
const looking = () =>
  main()
    .getByRole('status')
    .filter({ hasText: `现在看的是${EAST}，不是本厅` })
const toArea = (name: string) =>
  page.getByRole('navigation', { name: '督查各页' }).getByRole('link', { name }).press('Enter')

test('R-ROLE-13: another hall that was granted is chosen by keyboard, stands in address and link, and its numbers are its own', async () => {
  await toArea('统计')
  await main().getByRole('radio', { name: '日', exact: true }).press(' ')
  await expect(main()).toContainText('这一期没有办理')
  await expect(looking()).toBeHidden()
  await choice().press('Enter')
  await picture(signedIn.desk, 'halls-choice')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(looking()).toBeVisible()
  expect(await here()).toContain('hall=east')
  const received = () =>
    main()
      .getByRole('row', { name: /^2号窗口/ })
      .getByRole('button', { name: '3', exact: true })
      .first()
  await expect(received()).toBeVisible()
  await page.reload()
  await expect(received()).toBeVisible()
  await picture(signedIn.desk, 'halls-figures')
  expect(await barriers(page, 'main')).toEqual([])
  await received().press('Enter')
  const list = page.getByRole('dialog')
  await expect(list).toContainText(theirs)
  await expect(list).toContainText(`这些件在${EAST}，要打开请到那里的终端上`)
  expect(await list.getByRole('table').getByRole('link').count()).toBe(0)
  await picture(signedIn.desk, 'halls-cases')
  await list.getByRole('button', { name: '复制链接' }).press('Enter')
  await expect.poll(() => inMain(signedIn.desk.app, ({ clipboard }) => clipboard.readText())).toContain('hall=east')
  await page.keyboard.press('Escape')
})

test('R-ROLE-13, R-EXPORT-14: months, exports and closes are of the hall that was chosen; signed is at its own terminals', async () => {
  await toArea('计划与评比')
  await expect(main().getByRole('heading', { name: /各窗口并列/ })).toBeVisible()
  await expect(looking()).toBeVisible()
  await toArea('报送')
  await expect(looking()).toBeVisible()
  await page.getByRole('radio', { name: '办件明细' }).press(' ')
  await page.getByRole('textbox', { name: '期间' }).fill(today)
  await page.locator('#export-to').fill(today)
  await reason().fill('样例：两厅对账')
  await page.keyboard.press('Control+l')
  const locked = page.getByRole('dialog', { name: '已锁屏' })
  await expect(locked.getByRole('textbox', { name: '密码' })).toBeFocused()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(locked).toBeHidden()
  await expect(reason()).toHaveValue('样例：两厅对账')
  await expect(reason()).toBeFocused()
  const file = await placed('东区明细.csv')
  await page.keyboard.press('F9')
  await expect(page.getByText('已存好：东区明细.csv')).toBeVisible()
  expect((await readFile(file, 'utf8')).trimEnd().split('\r\n')).toHaveLength(4)
  await expect(list().getByRole('row')).toHaveCount(2)
  await expect(list()).toContainText(`吴示例在${hall.name}的终端上`)
  await picture(signedIn.desk, 'halls-exports')
  expect(await barriers(page, 'main')).toEqual([])

  await page.evaluate((day) => {
    location.hash = `/supervise/close/${day}?hall=east`
  }, yesterday)
  const proposal = main().getByRole('region', { name: '待签字的日结' })
  await expect(proposal).toContainText(`日结只在${EAST}的终端上签`)
  await expect(proposal.getByRole('button', { name: '签字日结' })).toBeHidden()
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toBeHidden()
  await picture(signedIn.desk, 'halls-close-open')
  await page.evaluate((day) => {
    location.hash = `/supervise/close/${day}?hall=east`
  }, today)
  const close = main().getByRole('article', { name: '日结', exact: true })
  await expect(close).toContainText('吴示例')
  await expect(close.getByRole('row', { name: /^合计/ })).toContainText('3')
  await expect(close.getByRole('button', { name: '补打', exact: true })).toBeHidden()
  await picture(signedIn.desk, 'halls-close')
  expect(await barriers(page, 'main')).toEqual([])
  await close.getByRole('button', { name: '看原文' }).press('Enter')
  await expect(page.getByRole('dialog').getByRole('article')).toContainText(EAST)
  await page.keyboard.press('Escape')
})

test('R-ROLE-13: what is made of this desk’s own says so, 今日 leads to the other hall, and without the bureau nothing stands in for it', async () => {
  await toArea('督办')
  await expect(main()).toContainText('这一页只有本厅的')
  await expect(choice()).toBeHidden()
  await picture(signedIn.desk, 'halls-own-only')
  await page.getByRole('link', { name: '今日' }).press('Enter')
  await main().getByRole('link', { name: EAST }).press('Enter')
  await expect(looking()).toBeVisible()
  await expect(main().getByRole('table', { name: '统计' })).toContainText('3')
  await signedIn.bureau.end()
  await main().getByText('走势').click()
  await expect(main()).toContainText('别的大厅的数只有局端有')
  await expect(main()).not.toContainText('本机口径')
  await expect(main().getByRole('table')).toBeHidden()
  await picture(signedIn.desk, 'halls-offline')
  await main().getByRole('button', { name: '回到本厅' }).press('Enter')
  await expect(choice()).toBeFocused()
  await expect(main()).toContainText('本机口径')
})
