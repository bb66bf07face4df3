/** Assistance to a household: two people check, a notice hangs out; and what was granted a year ago comes back by itself. */
import { expect, type Page, test } from '@playwright/test'
import { fillWithCases } from '../../scripts/demo-cases/fill.ts'
import { actsOf, type PlannedAct } from '../../scripts/demo-cases/plan.ts'
import { addDays, dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar, realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { begin, openCase, paperSays, submit } from './counter.ts'
import { type DemoBureau, openSignedIn, type SignedIn, startDemoBureau } from './desk.ts'
import { barriers, picture } from './looking.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
let household = ''

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: filledBureau })
  page = open.desk.page
})
test.afterAll(() => open?.close())

async function filledBureau(): Promise<DemoBureau> {
  const bureau = await startDemoBureau()
  await fillWithCases(bureau.url, bureau, bureau.codes.at(-1)!, plan)
  return bureau
}

/** A benefit granted eleven and a half months ago, one granted last week, and a household that waits for its check. */
function plan(_: readonly Item[], now: Instant): PlannedAct[] {
  const live = (code: string, name: string, daysAgo: number, seed: number) =>
    make.life({
      item: realItem(code),
      seed,
      at: `${addDays(dayOf(now), -daysAgo)}T01:0${seed}:00.000Z`,
      set: name === '' ? {} : { name },
      calendar,
    })
  const lives = [
    live('GL-BT', '旧样例', 350, 1).to('closed'),
    live('GL-BT', '新样例', 7, 2).to('closed'),
    live('DB-SQ', '', 3, 3).act(['received', 'accepted']),
  ]
  return lives.flatMap(({ events }) => actsOf(events)).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

test('R-AGAIN-2 到期复核: what is due again is listed by itself, and one key opens its form with the applicant in it', async () => {
  await page.getByRole('link', { name: '到期复核' }).press('Enter')
  const table = page.getByRole('table', { name: '到期复核' })
  await expect(table.locator('tbody tr')).toHaveCount(1)
  await expect(table).toContainText('高龄补助生存认证')
  await expect(table).toContainText('旧**')
  await picture(open.desk, 'again')
  expect(await barriers(page, 'main')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('申请人姓名')).toHaveValue('旧样例')
  await picture(open.desk, 'again-form')
  await page.keyboard.press('Escape')
})

test('R-LAW-2 核查: the step waits for two who checked, written down by the window with the street’s document', async () => {
  await page.getByRole('link', { name: '待办' }).click()
  await page
    .getByRole('table', { name: '待办' })
    .getByRole('row', { name: /最低生活保障/ })
    .getByRole('link')
    .press('Enter')
  household = ((await page.locator('h1 .number').textContent()) ?? '').replaceAll(' ', '')
  const dialog = await begin(page, '核查记录')
  await picture(open.desk, 'facts')
  expect(await barriers(page, '[role=dialog]')).toEqual([])
  await dialog.getByLabel('地点').fill('示例市示例区样板街道样板社区')
  await dialog.getByLabel('核查人一').fill('张演示')
  await dialog.getByLabel('核查人二').fill('刘演示')
  await dialog.getByLabel('核查情况').fill('与申请内容一致。')
  await dialog.getByLabel('文号').fill('示街核〔2026〕1号')
  await submit(page, '实地核查')
  await paperSays(page, '核查笔录', ['核查人：张演示', '核查人：刘演示', '与申请内容一致。'])
  await openCase(page, household)
  await expect(page.locator('.case-bar')).toContainText('通过')
  await picture(open.desk, 'facts-checked')
})
