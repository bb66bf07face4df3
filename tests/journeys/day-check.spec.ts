/** 日清 in the real window: bags are counted, what differs is found by scanning, it is signed, and left open it stands there in the morning. */
import { expect, type Page, test } from '@playwright/test'
import { periodText } from '../../renderer/words/period.ts'
import { actsOf, type PlannedAct, workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { changeTo, elder, takeBenefit } from './counter.ts'
import { startAgain } from './desk.ts'
import { startFilledBureau } from './filled.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
const numbers: string[] = []

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: (known) => startFilledBureau(plan, known) })
  page = open.desk.page
})
test.afterAll(() => open?.close())

/** Some benefits of the last working day before today, taken at windows 1 and 6. */
function plan(items: readonly Item[], now: Instant): PlannedAct[] {
  const [day] = workdaysUpTo(dayOf(now), 2)
  const item = items.find(({ code }) => code === 'GL-BT')!
  return [1, 2, 3, 4, 5, 6, 7, 8].flatMap((no) => {
    const at = new Date(Date.parse(`${day}T02:00:00Z`) + no * 60_000).toISOString()
    return actsOf(make.life({ item, seed: no, at, calendar }).act(['received', 'accepted']).events)
  })
}

const pile = (name: string) => page.getByRole('textbox', { name: `${name}纸袋数` })
const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })

test('R-BAGS-2: the four piles are typed by keyboard, and what differs is said in words', async () => {
  numbers.push(await takeBenefit(page, elder(1, '袋样例')))
  numbers.push(await takeBenefit(page, elder(2, '少样例'), 'received'))
  await page.getByRole('link', { name: '今日' }).click()
  await page.getByRole('link', { name: '本窗日清' }).click()
  await expect(pile('收件')).toBeFocused()
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await expect(pile('受理')).toBeFocused()
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await page.keyboard.type('0')
  await page.keyboard.press('Enter')
  await page.keyboard.type('0')
  await expect(row('收件')).toContainText('少 1 袋')
  await expect(row('受理')).toContainText('相符')
})

test('R-BAGS-2: bags are scanned; what is left is the case without one, and a strange one says where it belongs', async () => {
  const box = page.getByRole('textbox', { name: '袋上的编号' })
  const cases = page.getByRole('region', { name: '找差的件' })
  await expect(cases.getByRole('row')).toHaveCount(3)
  // A scanner types the number and an Enter, which signs nothing.
  await box.fill(numbers[0]!)
  await page.keyboard.press('Enter')
  await expect(cases.getByRole('checkbox').first()).toBeChecked()
  await expect(cases.getByRole('checkbox').nth(1)).not.toBeChecked()
  await box.fill('999999')
  await page.keyboard.press('Enter')
  await expect(cases.getByRole('listitem')).toContainText('本机没有编号 999999 的件')
  await picture(open.desk, 'day-check-apart')
  expect(await barriers(page, 'main')).toEqual([])
})

test('R-BAGS-3: signed with a difference it asks for a word; counted right it is even, once', async () => {
  await page.keyboard.press('F9')
  await expect(page.getByText('请写一句差在哪')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '说明' })).toBeFocused()
  await page.keyboard.type('少一袋，怀疑在3号窗，明早接着找')
  await page.keyboard.press('F9')
  await expect(page.getByText('有差，还没有找到')).toBeVisible()
  // Into a case and back, nothing typed is lost.
  await page.getByRole('region', { name: '找差的件' }).getByRole('link').first().click()
  await page.keyboard.press('Escape')
  await expect(pile('受理')).toHaveValue('1')
  await pile('收件').fill('2')
  await expect(row('收件')).toContainText('相符')
  await page.keyboard.press('F9')
  await expect(page.getByText('四摞相符')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByText('已经签过了，没有变化')).toBeVisible()
  await picture(open.desk, 'day-check-even')
  await pile('收件').fill('1')
  await page.keyboard.press('F9')
  await expect(page.getByText('有差，还没有找到')).toBeVisible()
})

test('R-BAGS-4: a day that was never signed, or left open, stands there the next morning, until it is even', async () => {
  await changeTo(open.desk, open.bureau, 'wang.ck', 6)
  const left = page.getByRole('region', { name: '去核对' })
  await expect(left).toContainText('没有做日清')
  await picture(open.desk, 'day-check-left')
  await left.getByRole('link').click()
  const program = Number(await row('收件').getByRole('cell').nth(0).textContent())
  expect(program).toBeGreaterThan(0)
  const count = async (received: number) => {
    await pile('收件').fill(String(received))
    await pile('受理').fill(String(program))
    await pile('办结').fill('0')
    await pile('退件').fill('0')
  }
  await count(program + 1)
  await page.getByRole('textbox', { name: '说明' }).fill('多一袋')
  await page.keyboard.press('F9')
  await expect(page.getByText('有差，还没有找到')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(left).toContainText(`收件 程序${program}、纸袋${program + 1}`)
  await expect(left).toContainText('王示例：多一袋')
  await left.getByRole('link').click()
  await count(program)
  await page.keyboard.press('F9')
  await expect(page.getByText('四摞相符')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table', { name: '待办' })).toBeVisible()
  await expect(left).toBeHidden()
})

test('R-BAGS-5: who oversees reads each window’s check on 今日, what differs and who signed, and opens it', async () => {
  await changeTo(open.desk, open.bureau, 'wu.dc')
  await page.getByRole('link', { name: '今日' }).click()
  const checks = page.getByRole('region', { name: '各窗口日清' })
  const two = checks.getByRole('row', { name: /^2号窗口/ })
  await expect(two).toContainText('收件 程序2、纸袋1')
  await expect(two).toContainText('李样例')
  await expect(two).toContainText('少 1 袋')
  await expect(checks.getByRole('row', { name: /^6号窗口/ })).toContainText('没有办理')
  // R-REPORT-7: the head of a column says its formula to whoever comes there with the keyboard.
  await page
    .getByRole('button', { name: /^受理：/ })
    .first()
    .focus()
  await expect(page.getByRole('tooltip')).toContainText('视为受理记在收件窗口')
  await picture(open.desk, 'today-checks')
  expect(await barriers(page, 'main')).toEqual([])
  await two.getByRole('link').press('Enter')
  await expect(page.getByRole('heading', { name: /2号窗口 日清/ })).toBeVisible()
  await expect(row('收件')).toContainText('少 1 袋')
  await expect(page.getByText('说明：少一袋，怀疑在3号窗，明早接着找')).toBeVisible()
  await expect(page.getByRole('listitem').getByRole('link')).toHaveCount(1)
  await picture(open.desk, 'day-check-read')
  await page.keyboard.press('Escape')
  await expect(checks).toBeVisible()
})

test('R-PERIOD-4, R-PERIOD-5: an address opens its period; columns sort, and a number opens its cases, by keyboard', async () => {
  const [day] = workdaysUpTo(dayOf(new Date().toISOString()), 2)
  await page.evaluate((to) => {
    location.hash = to
  }, `/supervise/figures?period=${day}&beside=before`)
  const table = page.getByRole('table', { name: '统计' })
  const total = table.getByRole('row', { name: /^合计/ })
  await expect(total.getByRole('button').first()).toHaveText('8')
  await table.getByRole('button', { name: /^收件：/ }).press('Enter')
  await expect(table.getByRole('columnheader', { name: /^收件/ })).toHaveAttribute('aria-sort', 'descending')
  expect(await barriers(page, 'main')).toEqual([])
  await total.getByRole('button').first().press('Enter')
  const cases = page.getByRole('dialog')
  await expect(cases.getByRole('link')).toHaveCount(8)
  await cases.getByRole('link').first().press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await page.keyboard.press('Escape')
  await expect(cases.getByRole('link')).toHaveCount(8)
  await page.keyboard.press('Escape')
  await expect(cases).toBeHidden()
  await picture(open.desk, 'period-table')
  // A stock opens what stood in it, and a number of the course those of its day.
  await page.getByText('事项', { exact: true }).click()
  // The first is of the day itself, the one beneath of the day before.
  const inHand = total.locator('[data-figure=inHand] button').first()
  const many = Number(await inHand.textContent())
  await inHand.press('Enter')
  await expect(cases.getByRole('link')).toHaveCount(many)
  await page.keyboard.press('Escape')
  await page.getByText('走势', { exact: true }).click()
  await page.getByRole('table', { name: '收件' }).getByRole('button', { name: '8', exact: true }).first().press('Enter')
  await expect(cases.getByRole('link')).toHaveCount(8)
  await page.keyboard.press('Escape')
  await picture(open.desk, 'period-course')
  await page.getByText('图', { exact: true }).click()
  await expect(page.getByRole('img', { name: /^一周里的收件/ }).locator('svg')).toBeVisible()
  await expect(page.getByRole('img', { name: /^按日的收件，两期相比/ }).locator('svg')).toBeVisible()
  await picture(open.desk, 'period-charts')
  expect(await barriers(page, 'main')).toEqual([])
})

test('R-PERIOD-5, R-PERIOD-13: a block of a chart, a step and a field of the week open their cases, of the period that was pressed', async () => {
  const [before, day] = workdaysUpTo(dayOf(new Date().toISOString()), 3)
  const cases = page.getByRole('dialog')
  const chart = (name: RegExp) => page.getByRole('img', { name })
  /** What is written at a block is pressed like it; what is written at an axis comes before it. */
  const press = async (name: RegExp, text: string | RegExp, many: number, title: string, at = -1) => {
    await chart(name).locator('text').filter({ hasText: text }).nth(at).click({ force: true })
    await expect(cases.getByRole('link')).toHaveCount(many)
    await expect(cases).toContainText(title)
    await page.keyboard.press('Escape')
    await expect(cases).toBeHidden()
  }
  const [looked, other] = [day!, before!].map((each) => periodText({ from: each, to: each }))
  // Both periods are drawn: the week of the day before lies beneath, and nothing was received in it.
  await expect(chart(/^一周里的收件/)).toHaveAttribute(
    'aria-label',
    new RegExp(`${looked}：最忙的是.*10点，共8件.*${other}：这一期没有`),
  )
  await press(/^一周里的收件/, /^8$/, 8, looked!)
  await press(/^按时段的收件/, /^8$/, 8, looked!)
  await page.evaluate((to) => {
    location.hash = to
  }, `/supervise/figures?period=${day}&view=charts`)
  await press(/^各环节/, /^8$/, 8, `${looked} · 收件`, 0)
  await press(/^各环节/, /^8$/, 8, `${looked} · 受理`, 1)
  await expect(chart(/^各环节（漏斗）/)).toHaveAttribute('aria-label', /受理占收件 100%，.*占受理/)
  await picture(open.desk, 'period-charts-alone')
  await page.emulateMedia({ media: 'print' })
  await expect(chart(/^各环节/).locator('svg')).toBeVisible()
  await picture(open.desk, 'period-charts-print')
  await page.emulateMedia({ media: null })
})

test('R-PERIOD-16: the bureau killed, 统计 shows what this terminal counts, as the bureau had said it, and the bureau’s again by itself', async () => {
  const [day] = workdaysUpTo(dayOf(new Date().toISOString()), 2)
  const lookAt = (more = '') =>
    page.evaluate(
      (to) => {
        location.hash = to
      },
      `/supervise/figures?period=${day}~${dayOf(new Date().toISOString())}&beside=before${more}`,
    )
  await lookAt()
  const table = page.getByRole('table', { name: '统计' })
  const choose = (name: string) => page.getByTitle(name, { exact: true }).click()
  const total = table.getByRole('row', { name: /^合计/ })
  await expect(total.getByRole('button').first()).toHaveText('10')
  /** What the table says by each of these, in both sets that a hall has most of. */
  const said = async () => {
    const all: string[] = []
    for (const by of ['事项', '人员', '系统', '窗口']) {
      await choose(by)
      await expect(table.getByRole('columnheader').first()).toHaveText(by)
      all.push(String(await table.textContent()))
    }
    return all
  }
  const before = await said()
  await choose('人员')
  const own = await table
    .getByRole('row', { name: /^李样例/ })
    .getByRole('button')
    .first()
    .textContent()
  const note = page.getByRole('status').filter({ hasText: '局端连不上' })
  await expect(note).toBeHidden()
  // R-PERIOD-22: what is read meanwhile stays.
  const cases = page.getByRole('dialog')
  await lookAt('&open=received')
  await expect(cases.getByRole('link')).toHaveCount(10)
  await open.bureau.kill()
  await lookAt('&open=received&by=item')
  await expect(cases).toContainText('刚才取来的这一页')
  await expect(cases.getByRole('link')).toHaveCount(10)
  await expect(cases).not.toContainText('以下是本机的名单')
  await picture(open.desk, 'period-cases-kept')
  await page.keyboard.press('Escape')
  await expect(note).toContainText(/以下是本机口径（截至 \d\d:\d\d 同步的办件）/)
  expect(await said()).toEqual(before)
  await expect(page.getByRole('radio', { name: '街道' })).toBeDisabled()
  await picture(open.desk, 'period-here')
  expect(await barriers(page, 'main')).toEqual([])
  await total.getByRole('button').first().press('Enter')
  await expect(cases).toContainText('以下是本机的名单')
  await expect(cases.getByRole('link')).toHaveCount(10)
  await picture(open.desk, 'period-here-cases')
  await page.keyboard.press('Escape')
  await choose('事项')
  await total.locator('[data-figure=inHand] button').first().press('Enter')
  await expect(cases).toContainText('名单要联网后再看')
  await page.keyboard.press('Escape')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('（本机口径）')
  await page.emulateMedia({ media: null })
  await choose('图')
  await expect(page.getByRole('img', { name: /^按日的收件，两期相比/ }).locator('svg')).toBeVisible()
  await expect(page.getByText('本机缓存不含星期、时段、原因')).toBeVisible()
  await picture(open.desk, 'period-here-charts')
  expect(await barriers(page, 'main')).toEqual([])
  await lookAt('&by=street')
  await expect(note).toContainText('本机缓存不含街道，联网后再看')
  await expect(table).toBeHidden()
  await picture(open.desk, 'period-here-silent')
  await lookAt('&view=course&figure=criticised')
  await expect(note).toContainText('差评只有局端有，联网后再看')
  await expect(page.getByRole('table', { name: '差评' })).toBeHidden()
  // R-PERIOD-1: a clerk reads their own alone, here as there.
  await changeTo(open.desk, open.bureau, 'li.ck', 2)
  await lookAt()
  await expect(note).toBeVisible()
  await expect(total.getByRole('button').first()).toHaveText(own!)
  await picture(open.desk, 'period-here-own')
  await changeTo(open.desk, open.bureau, 'wu.dc')
  await lookAt()
  await expect(note).toBeVisible()
  const address = page.url()
  open.bureau = await startAgain(open.bureau)
  await page.getByRole('button', { name: '立即上传' }).click()
  await expect(page.getByText(/^数到局端第/)).toBeVisible()
  await expect(note).toBeHidden()
  expect(page.url()).toBe(address)
  expect(await said()).toEqual(before)
})

test('R-PERIOD-18: the bureau silent, 统计 shows what this terminal counts until it answers', async () => {
  const note = page.getByRole('status').filter({ hasText: '局端还没有回答' })
  process.kill(open.bureau.pid, 'SIGSTOP')
  try {
    await page.getByTitle('系统', { exact: true }).click()
    await expect(note).toContainText('以下是本机口径')
    await expect(page.getByRole('table', { name: '统计' }).getByRole('button').first()).toBeVisible()
    await expect(page.getByRole('radio', { name: '街道' })).toBeEnabled()
    await picture(open.desk, 'period-slow')
    expect(await barriers(page, 'main')).toEqual([])
  } finally {
    process.kill(open.bureau.pid, 'SIGCONT')
  }
  await expect(page.getByText(/^数到局端第/)).toBeVisible()
  await expect(note).toBeHidden()
})

test('R-HOTKEY-5: whoever is quicker than a dialog keeps the cursor where they put it', async () => {
  await page.getByRole('link', { name: '稽核' }).press('Enter')
  await expect(page.getByText('还没有抽过样')).toBeVisible()
  // As soon as it is there; the dialog takes a while to come.
  await page.evaluate(() => {
    new MutationObserver((_, seen) => {
      const size = document.querySelector<HTMLElement>('#draw-size')
      if (size === null) return
      seen.disconnect()
      size.focus()
    }).observe(document.body, { subtree: true, childList: true })
  })
  await page.keyboard.press('F9')
  const size = page.getByRole('dialog').getByLabel('抽几件')
  await expect(size).toBeFocused()
  await page
    .getByRole('dialog')
    .evaluate((dialog) => Promise.all(dialog.getAnimations({ subtree: true }).map(({ finished }) => finished)))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await expect(size).toBeFocused()
  await page.keyboard.press('Escape')
})

test('R-AUDIT-16: a sample is drawn, checked by keyboard and signed; what is found goes to the window and comes back answered', async () => {
  await page.getByRole('link', { name: '稽核' }).press('Enter')
  await expect(page.getByText('还没有抽过样')).toBeVisible()
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('从', { exact: true })).toBeFocused()
  await expect(dialog.getByLabel('种子')).toHaveValue(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/)
  const [day] = workdaysUpTo(dayOf(new Date().toISOString()), 2)
  await dialog.getByLabel('到', { exact: true }).fill(day!)
  await dialog.getByLabel('抽几件').fill('2')
  await picture(open.desk, 'audit-draw')
  await page.keyboard.press('F9')
  const cases = page.getByRole('navigation', { name: '抽到的件' }).getByRole('link')
  await expect(cases).toHaveCount(2)
  const first = (await cases.first().locator('.number').textContent()) ?? ''
  // The cursor stands where a person is asked; nothing is passed over.
  await expect(page.locator('.audit-check input:focus')).toHaveAttribute('type', 'radio')
  await page.keyboard.press('F9')
  await expect(page.getByRole('alert')).toContainText('还有要人核的要点没有答')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: '人核的都合格' }).press('Enter')
  await page.locator('[data-point="materialsTrue"] input[value="ok"]').press('ArrowRight')
  await page.locator('[data-point="materialsTrue"]').getByRole('button', { name: '记问题' }).press('Enter')
  await expect(dialog.getByLabel('要求怎么改')).toBeFocused()
  await page.keyboard.type('请补拍身份证复印件')
  await picture(open.desk, 'audit-find')
  await page.keyboard.press('F9')
  await expect(page.getByRole('region', { name: '发现的问题' })).toContainText('待整改')
  await picture(open.desk, 'audit-check')
  expect(await barriers(page, 'main')).toEqual([])
  // What was ticked is there again after a look at the case.
  await page.getByRole('link', { name: '看这件' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first)
  await page.goBack()
  await expect(page.locator('[data-point="materialsTrue"] input[value="bad"]')).toBeChecked()
  await page.keyboard.press('F9')
  await expect(cases.first()).toContainText('1项不合格')
  await expect(
    page.getByRole('region', { name: (await cases.last().locator('.number').textContent()) ?? '' }),
  ).toBeVisible()
  await page.getByRole('button', { name: '人核的都合格' }).press('Enter')
  await page.keyboard.press('F9')
  await expect(page.getByText('已核 2 / 2，有不合格 1 件')).toBeVisible()

  const said = (await page.getByRole('region', { name: '发现的问题' }).textContent()) ?? ''
  const clerk = open.bureau.accounts.find(({ role, name }) => role === 'clerk' && said.includes(`交${name}`))!
  await changeTo(open.desk, open.bureau, clerk.person, 3)
  const task = page.getByRole('region', { name: '先处理' }).getByRole('article')
  await expect(task).toContainText('稽核问题')
  await expect(task).toContainText('请补拍身份证复印件')
  await expect(task).toContainText(first)
  await picture(open.desk, 'audit-task')
  await task.getByRole('button', { name: '答复' }).press('Enter')
  await page.keyboard.type('已经补拍，存进纸袋')
  await page.keyboard.press('Enter')
  await expect(task).toBeHidden()

  await changeTo(open.desk, open.bureau, 'wu.dc')
  await page.getByRole('link', { name: '督查' }).press('Enter')
  await page.getByRole('link', { name: '稽核' }).press('Enter')
  await expect(page.getByRole('table', { name: '抽样稽核' })).toContainText('核完，待签字')
  await expect(page.getByRole('table', { name: '抽样稽核' })).toContainText('1个已答复，请核')
  await picture(open.desk, 'audit-list')
  await page.getByRole('table', { name: '抽样稽核' }).getByRole('link').press('Enter')
  const found = page.getByRole('region', { name: '发现的问题' })
  await expect(found).toContainText('已经补拍，存进纸袋')
  await found.getByRole('button', { name: '整改完成' }).press('Enter')
  await expect(found).toContainText('已整改')
  await page.getByRole('button', { name: '签字' }).press('Enter')
  await expect(dialog.getByLabel('您的密码')).toBeFocused()
  await page.keyboard.type(open.bureau.accounts.find(({ person }) => person === 'wu.dc')!.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '看原文' })).toBeVisible()
  await page.getByRole('button', { name: '看原文' }).press('Enter')
  await expect(dialog).toContainText('8件中抽2件')
  await expect(dialog).toContainText('请补拍身份证复印件')
  await picture(open.desk, 'audit-record')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table', { name: '抽样稽核' })).toContainText('签字')
})
