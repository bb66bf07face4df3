/** 督办, 日结 and 周计划 in two real windows at once: the supervisor's, and a clerk's whose network comes and goes. */
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import pino from 'pino'
import { workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { weekFor } from '../../server/weeks.ts'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { addWorkdays, workdaysBetween } from '../../shared/calendar/workdays.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { PrintedNumber } from '../../shared/case/ids.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { firstWorkday, lastWorkday, type WorkWeek, weekBefore, workWeekOf } from '../../shared/report/work-week.ts'
import { type BadNetwork, openBadNetwork } from '../chaos/bad-network.ts'
import { chance } from '../chaos/random.ts'
import { calendar, realItem } from '../make/catalogue.ts'
import { accepted, fact, otherClerk, receivedFact, supervisor } from '../server/acts.ts'
import { testSealer } from '../server/databases.ts'
import { VirtualTerminal } from '../server/virtual-terminal.ts'
import { elder, finishCard } from './counter.ts'
import { type DemoBureau, type Desk, enrol, openDesk, signIn, startDemoBureau } from './desk.ts'
import { barriers, keys, picture } from './looking.ts'
import { openBoth } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

const PASSWORD = 'Demo-2026'
const week = weekBefore(calendar, workWeekOf(calendar, dayOf(new Date().toISOString())))

let network: BadNetwork
let bureau: DemoBureau
let desk: Desk
let page: Page
let other: Desk
let clerk: Page
/** What was left undone last week, as its number is shown. */
let left = ''
/** What falls due today or on the next working day, as its number is shown. */
let soon = ''
/** What was taken while the clerk's desk was cut off, as its number is shown. */
let late = ''

test.beforeAll(async () => {
  network = await openBadNetwork(chance(1))
  const [both, second] = await Promise.all([openBoth(startLastWeek), openDesk()])
  ;({ bureau, desk } = both)
  other = second
  page = desk.page
  clerk = other.page
  network.towards(bureau.port)
  await enrol(desk, bureau, bureau.codes[0]!)
  await enrol(other, { ...bureau, url: network.url }, bureau.codes[1]!)
  await signIn(other, bureau, 'li.ck', 2)
  await signIn(desk, bureau, 'wu.dc')
})
test.afterAll(async () => {
  await Promise.all([desk?.close(), other?.close()])
  await bureau?.stop()
  await network?.close()
  for (const { home } of [desk, other]) await rm(home, { recursive: true, force: true })
})

/** A bureau whose plan of last week was made when that began: of two cases due in it one was withdrawn, the other lies still; and some
 *  work of today. */
async function startLastWeek(): Promise<DemoBureau> {
  const begun = await startDemoBureau()
  const terminal = await VirtualTerminal.enrol(begun.url, begun.codes.at(-1)!)
  for (const person of ['wu.dc', 'li.ck']) await terminal.signIn(person, PASSWORD, 2)
  const [first, second] = [takeDue(terminal, 1), takeDue(terminal, 2)]
  const today = dayOf(new Date().toISOString())
  const near = takeDue(terminal, 3, firstDay(today))
  await terminal.send()
  await makePlan(begun, week)
  const data = { reason: '家人已代办', returned: [], signedBy: '示例' }
  terminal.act(otherClerk, [fact('withdrawn', first, data)], `${lastWorkday(week)}T02:00:00.000Z`)
  take(terminal, new Date().toISOString())
  expect((await terminal.send()).problem).toBeNull()
  const { cases } = await terminal.pullAll()
  const numberOf = (event: AnyEvent) => numberWords(cases.get(event.case)?.number as PrintedNumber)
  left = numberOf(second)
  soon = numberOf(near)
  return begun
}

function firstDay(day: Day): Day {
  return workdaysBetween(calendar, addDays(day, -1), day) === 1 ? day : firstDay(addDays(day, 1))
}

/** Received and accepted on a working day so long before that it falls due on that day: the last of the week. */
function takeDue(terminal: VirtualTerminal, minute: number, due = lastWorkday(week)): AnyEvent {
  const { count } = realItem('GL-BT').limits.promised!
  const day = workdaysUpTo(due, 2 * count).find((each) => addWorkdays(calendar, each, count).day === due)
  return take(terminal, `${day}T02:0${minute}:00.000Z`)
}

function take(terminal: VirtualTerminal, at: string): AnyEvent {
  const [received] = terminal.act(otherClerk, [receivedFact(terminal, { at })], at)
  return terminal.act(otherClerk, [accepted(received!)], at)[0]!
}

/** What the bureau does by its own clock when that week is first asked for. */
async function makePlan({ settings, folder }: DemoBureau, of: WorkWeek): Promise<void> {
  const db = await openDatabase(settings.DATABASE_URL ?? null, folder)
  const now = () => new Date(`${firstWorkday(of)}T00:40:00.000Z`)
  const then = await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }), now })
  await weekFor(then, { hall: 'demo', offices: [], person: supervisor.person, oversees: true, signs: true }, null)
  await db.destroy()
}

/** From anywhere to an area of 督查, by keyboard. */
async function toArea(name: string, on = page): Promise<void> {
  await on.getByRole('link', { name: '督查' }).press('Enter')
  await on.getByRole('navigation', { name: '督查各页' }).getByRole('link', { name }).press('Enter')
}

test('R-AUDIT-1, R-AUDIT-3: what is overdue is urged by keyboard, and the clerk reads it at once without touching anything', async () => {
  const urged = clerk.getByRole('region', { name: '催办' })
  await expect(clerk.getByRole('table', { name: '待办' })).toContainText(left)
  await expect(urged).toBeHidden()
  await toArea('督办')
  const table = page.getByRole('table', { name: '督办' })
  await table.getByRole('link', { name: left }).press(' ')
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: '催办内容' })).toBeFocused()
  await picture(desk, 'urge')
  await keys(page, '已经超期，请今天办结')
  await expect(page.getByText('已催办1件')).toBeVisible()
  await expect(urged).toContainText('已经超期，请今天办结')
  await expect(urged).toContainText(left)
  await expect(urged).toContainText('吴示例')
  await expect(page.getByRole('table', { name: '催过的件' })).toContainText('还没有动')
  await picture(desk, 'in-time')
  await picture(other, 'urged')
  expect(await barriers(page, 'main')).toEqual([])
})

/** By day the hall has not closed: signing then is done knowingly. */
async function agree(proposal: Locator): Promise<void> {
  await expect(proposal.getByRole('row', { name: /^合计/ })).toBeVisible()
  const box = proposal.getByRole('checkbox', { name: '知道，现在就签' })
  if (await box.isVisible()) await box.press(' ')
}

/** F9, and the cursor stands where the password is typed. */
async function beginToSign(): Promise<void> {
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog').getByLabel('您的密码')).toBeFocused()
}

test('R-CLOSE-1, R-CLOSE-4: the day is signed with the password, and pressed twice it is one close', async () => {
  network.weather = 'none'
  late = numberWords((await finishCard(clerk, elder(31, '迟样例'))) as PrintedNumber)
  await toArea('日结')
  const proposal = page.getByRole('region', { name: '待签字的日结' })
  await agree(proposal)
  await expect(proposal).toContainText('没有做日清')
  // R-ROLE-13: of one hall there is nothing to choose.
  await expect(page.getByRole('combobox', { name: '大厅' })).toBeHidden()
  await expect(proposal).not.toContainText(late)
  await picture(desk, 'close')
  expect(await barriers(page, 'main')).toEqual([])
  await beginToSign()
  const dialog = page.getByRole('dialog')
  await keys(page, 'wrong')
  await expect(dialog.getByRole('alert')).toContainText('密码不对')
  await page.keyboard.type(PASSWORD)
  await picture(desk, 'close-sign')
  await dialog.getByRole('button', { name: '签字日结' }).dblclick()
  await expect(page.getByRole('article', { name: '日结', exact: true })).toContainText('吴示例')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('F9')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('R-CLOSE-5: what a cut-off desk sends later makes a numbered amendment by itself, with its cause; the close stays', async () => {
  const close = page.getByRole('article', { name: '日结', exact: true })
  const before = await close.textContent()
  network.weather = 'good'
  await clerk.getByRole('button', { name: '立即上传' }).click()
  const proposal = page.getByRole('region', { name: '待签字的第1号更正' })
  await expect(proposal).toContainText(late)
  // A later record of that desk, of a paper that was kept, would take back what is signed here.
  await expect(clerk.getByRole('contentinfo')).toContainText('全部已上传')
  await toArea('日结')
  await expect(proposal).toContainText('2号窗口收件')
  await agree(proposal)
  await picture(desk, 'close-amendment')
  await beginToSign()
  await keys(page, PASSWORD)
  const amendment = page.getByRole('article', { name: '第1号更正' })
  await expect(amendment).toContainText(late)
  expect(await close.textContent()).toBe(before)
  await expect(proposal).toBeHidden()
  await picture(desk, 'close-amended')
  await amendment.getByRole('button', { name: '看原文' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('日结更正')
  await picture(desk, 'close-paper')
  await page.keyboard.press('Escape')
})

test('R-PLAN-4, R-PLAN-10, R-PLAN-11, R-PLAN-19: last week’s result is signed, a reason said later makes a revision with its own, and the first is still read', async () => {
  await toArea('计划与评比')
  await expect(page.getByText(/^计划按.*上班以前/)).toBeVisible()
  await picture(desk, 'plan-week')
  await page.getByRole('button', { name: '上一周' }).press('Enter')
  const theirs = page.getByRole('region', { name: '李样例' })
  await expect(theirs).toContainText('应办 2 · 已办 1 · 未办 1')
  // R-PLAN-21: a count narrows the lines to those it counts; pressed again, all are there.
  const open = theirs.getByRole('button', { name: '未办 1' })
  await open.press('Enter')
  await expect(theirs.getByRole('table').getByRole('row')).toHaveCount(2)
  await expect(theirs.getByRole('table')).toContainText(left)
  expect(page.url()).toContain('count=open&of=li.ck')
  await picture(desk, 'plan-narrowed')
  await open.press('Enter')
  await expect(theirs.getByRole('table').getByRole('row')).toHaveCount(3)
  await picture(desk, 'plan-result')
  expect(await barriers(page, 'main')).toEqual([])
  await beginToSign()
  await keys(page, PASSWORD)
  await expect(page.getByText(/第1版 吴示例 .* 签/)).toBeVisible()

  await toArea('计划与评比', clerk)
  await clerk.getByRole('button', { name: '上一周' }).press('Enter')
  await clerk.getByRole('button', { name: '说明原因' }).press('Enter')
  await expect(clerk.getByRole('textbox', { name: '原因' })).toBeFocused()
  await keys(clerk, '申请人约定了日期')
  await expect(clerk.getByRole('row').filter({ hasText: left })).toContainText('申请人约定了日期')
  await picture(other, 'plan-own')
  await page.getByRole('button', { name: '刷新' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: '签后有 1 处变化' })).toContainText(left)
  await picture(desk, 'plan-changed')
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: '更正的原因' })).toBeFocused()
  await keys(page, '补充了未办原因', PASSWORD)
  await expect(page.getByText(/第2版 吴示例 .* 签，原因：补充了未办原因/)).toBeVisible()
  // What stands as it was signed is printed as signed.
  await page.keyboard.press('F8')
  await expect(page.getByText('没有打印机，已存成文件')).toBeVisible()
  expect((await readdir(path.join(desk.home, 'desk/desk/papers'))).join()).toMatch(/周结果[^,]*更正第2版/)
  await picture(desk, 'plan-signed')
  // R-PLAN-19: the first one is still there as it was signed.
  await page.getByRole('button', { name: '查看第1版' }).press('Enter')
  await expect(theirs).toBeVisible()
  await expect(theirs).not.toContainText('申请人约定了日期')
  await page.getByRole('button', { name: '打印第1版' }).press('Enter')
  await expect
    .poll(async () =>
      (await readdir(path.join(desk.home, 'desk/desk/papers'))).filter((name) => name.includes('周结果')),
    )
    .toHaveLength(2)
  await picture(desk, 'plan-first')
})

test('R-PLAN-20: a figure of 月比 opens its applications, as many as it says; slips have none, and the formula stays beside', async () => {
  // The case that lies still was judged in the month in which it became overdue.
  const judged = addDays(lastWorkday(week), 1).slice(0, 7)
  await page.evaluate((month) => {
    location.hash = `/supervise/plans/month?month=${month}`
  }, judged)
  const two = page.getByRole('row', { name: /^2号窗口/ })
  const overdue = two.getByRole('cell').nth(1).getByRole('button')
  const [n, of] = (/(\d+)\/(\d+)$/.exec((await overdue.textContent()) ?? '') ?? []).slice(1).map(Number)
  expect(of).toBeGreaterThan(n!)
  await overdue.press('Enter')
  const list = page.getByRole('dialog')
  await expect(list.getByRole('status')).toContainText(`共 ${of} 份，其中按时 ${n} 份`)
  await expect(list.getByRole('table').getByRole('row')).toHaveCount(of! + 1)
  await expect(list.getByRole('link', { name: left })).toBeVisible()
  await picture(desk, 'month-cases')
  expect(await barriers(page, '[role="dialog"]')).toEqual([])
  // A list that was opened is gone back to from a case, and left with Esc.
  await list.getByRole('link', { name: left }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(left)
  await page.keyboard.press('Escape')
  await expect(list.getByRole('table').getByRole('row')).toHaveCount(of! + 1)
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(page.getByRole('region', { name: '怎么算' })).toContainText('每个申请只评一次')
  await picture(desk, 'month-compare')
  expect(await barriers(page, 'main')).toEqual([])
})

test('R-AUDIT-24: two cases are handed on at once by keyboard, with a reason; whoever gets them has them at once', async () => {
  const tasks = clerk.getByRole('table', { name: '待办' })
  await clerk.getByRole('link', { name: '待办' }).press('Enter')
  await expect(tasks).toContainText(soon)
  await toArea('督办')
  const table = page.getByRole('table', { name: '督办' })
  const dialog = page.getByRole('dialog')
  const handOn = async (to: string) => {
    for (const number of [left, soon]) await table.getByRole('link', { name: number }).press(' ')
    await expect(page.getByText('已选2件')).toBeVisible()
    await page.keyboard.press('F7')
    await expect(dialog.getByRole('textbox', { name: '原因' })).toBeFocused()
    await page.keyboard.press('F9')
    await expect(dialog).toContainText('请选转给谁')
    await dialog.getByRole('textbox', { name: '原因' }).fill('经办人不在岗')
    await dialog.getByRole('combobox', { name: '转给' }).fill(to)
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('请选转给谁')).toBeHidden()
    await picture(desk, `reassign-${to}`)
    await page.keyboard.press('F9')
    await expect(page.getByText('已转派2件').last()).toBeVisible()
    await expect(dialog).toBeHidden()
  }
  await handOn('王示例')
  for (const number of [left, soon]) {
    await expect(tasks).not.toContainText(number)
    await expect(table.getByRole('row').filter({ hasText: number })).toContainText('王示例')
  }
  await handOn('李样例')
  for (const number of [left, soon]) await expect(tasks).toContainText(number)
  await picture(other, 'reassigned')
  await tasks.getByRole('link', { name: left }).press('Enter')
  await expect(clerk.getByRole('region', { name: '办理经过' })).toContainText('经办人不在岗')
})

test('R-PLAN-15, R-PLAN-16: today’s lesson is read and answered by keyboard, put away for a day or for good, and the supervisor sees nothing of it', async () => {
  await clerk.getByRole('link', { name: '待办' }).press('Enter')
  const lesson = clerk.getByRole('complementary', { name: '每日一学' })
  const sent = await clerk.getByRole('contentinfo').textContent()
  await lesson.getByRole('button', { name: '看一看' }).press('Enter')
  await expect(lesson.locator('section')).toBeFocused()
  await expect(lesson).toContainText('出处：')
  await expect(lesson).toContainText('答案只记在本机，只有自己看得到')
  await clerk.keyboard.press('b')
  await expect(lesson.getByRole('status')).toContainText(/答对了|应选 [A-D]/)
  await expect(lesson.getByRole('button', { pressed: true })).toHaveCount(1)
  await picture(other, 'study')
  expect(await barriers(clerk, '.study')).toEqual([])
  // What was answered is there again, and nothing of it left the machine.
  await clerk.reload()
  await lesson.getByRole('button', { name: '看一看' }).press('Enter')
  await expect(lesson.getByRole('button', { pressed: true })).toHaveCount(1)
  await expect(clerk.getByRole('contentinfo')).toHaveText(sent ?? '')
  await expect(page.locator('main')).not.toContainText('每日一学')
  // Whoever does not want it is left alone, also tomorrow, until they ask for it.
  await lesson.getByRole('button', { name: '以后不显示' }).press('Enter')
  await expect(lesson).toBeHidden()
  await clerk.reload()
  await expect(clerk.getByRole('table', { name: '待办' })).toBeVisible()
  await expect(lesson).toBeHidden()
  await clerk.getByRole('button', { name: '每日一学' }).press('Enter')
  await lesson.getByRole('button', { name: '今天不看' }).press('Enter')
  await expect(lesson).toBeHidden()
})
