/** 今日必看 in the real window: each number opens its cases, by keyboard, and Esc leads back. */
import { expect, type Page, test } from '@playwright/test'
import { actsOf, type PlannedAct, workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import { addWorkdays } from '../../shared/calendar/workdays.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar } from '../make/catalogue.ts'
import type { Life } from '../make/life.ts'
import { make } from '../make/make.ts'
import { startFilledBureau } from './filled.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: (known) => startFilledBureau(plan, known) })
  page = open.desk.page
})
test.afterAll(() => open?.close())

/** One or more of everything that a morning asks for, and some that it does not. */
function plan(items: readonly Item[], now: Instant): PlannedAct[] {
  const today = dayOf(now)
  const days = workdaysUpTo(today, 14).toReversed()
  const item = (code: string) => items.find((each) => each.code === code)!
  const benefit = item('GL-BT')
  const change = item('ST-BG')
  // What falls due today was accepted on the day from which the promise ends today.
  const dueToday = days.find((day) => addWorkdays(calendar, day, benefit.limits.promised!.count).day === today)
  let no = 0
  const live = (of: Item, name: string, day: Day, missing: readonly string[] = []): Life => {
    no += 1
    const at = new Date(Date.parse(`${day}T01:00:00Z`) + no * 60_000).toISOString()
    const who = of.applicantKind === 'person' ? { set: { name } } : {}
    return make.life({ item: of, seed: no, at, missing, calendar, ...who })
  }
  const late = benefit.materials.find((material) => material.tolerable)!.key
  const owing = (name: string, until: Day) =>
    live(benefit, name, days[2]!, [late]).act(['received', ['acceptedIncomplete', { owed: [{ key: late, until }] }]])
  const lives = [
    ...(dueToday === undefined ? [] : [live(benefit, '今样例', dueToday).act(['received', 'accepted'])]),
    live(benefit, '超样例', days[12]!).act(['received', 'accepted']),
    // Past its day: a call comes before anything else.
    owing('缺样例', days[1]!),
    // As late as may be: the day on which the decision falls due.
    owing('远样例', addWorkdays(calendar, days[2]!, benefit.limits.promised!.count).day),
    live(benefit, '补样例', days[3]!, [late]).act(['received', 'correctionRequested']),
    live(benefit, '补测试', days[1]!, [late]).act(['received', 'correctionRequested']),
    live(change, '', days[3]!).act(['received', 'accepted']).act(['clockPaused']),
    live(benefit, '新样例', days[1]!).act(['received', 'accepted']),
  ]
  return lives.flatMap(({ events }) => actsOf(events)).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

const table = () => page.getByRole('table', { name: '待办' })
const rows = () => table().locator('tbody tr')
const focusedRow = () => rows().filter({ has: page.locator('a:focus') })
const number = (name: string) => page.getByRole('region', { name: '今日必看' }).getByRole('button', { name })

test('R-MORNING-2: what the day asks for is counted when one signs in, and each number opens its cases by keyboard', async () => {
  await expect(focusedRow()).toContainText('超**')
  await expect(number('已超期')).toContainText('1')
  await expect(number('容缺将到期')).toContainText('1')
  await expect(number('等补正')).toContainText('2')
  await expect(number('停着表')).toContainText('1')
  await expect(number('昨日未传')).toBeDisabled()
  await picture(open.desk, 'morning')
  expect(await barriers(page, 'main')).toEqual([])

  await page.keyboard.press('Alt+3')
  await expect(rows()).toHaveCount(1)
  await expect(focusedRow()).toContainText('缺**')
  await expect(table()).toContainText('补齐期限')
  await expect(focusedRow()).toContainText(/请先电话联系 \d{3}\*{4}\d{4}/)
  await expect(focusedRow()).toContainText('已过1个工作日')
  await picture(open.desk, 'morning-owed')
  // Into the case and back: the list is as it was left.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await expect(page.getByText(/没有补齐不能/)).toBeVisible()
  await picture(open.desk, 'owed-passed')
  await page.keyboard.press('Escape')
  await expect(focusedRow()).toContainText('缺**')
  await expect(number('容缺将到期')).toHaveAttribute('aria-pressed', 'true')
})

test('R-MORNING-2: one step back leads to the list of one’s own turn', async () => {
  await page.keyboard.press('Escape')
  await expect(number('容缺将到期')).toHaveAttribute('aria-pressed', 'false')
  await expect(focusedRow()).toContainText('超**')
  await page.keyboard.press('Alt+6')
  await expect(rows()).toHaveCount(2)
  await expect(focusedRow()).toContainText('补**')
  await expect(table()).toContainText('告知日期')
  await page.keyboard.press('Alt+7')
  await expect(rows()).toHaveCount(1)
  await expect(rows()).toContainText('停表')
  await page.keyboard.press('Escape')
})
