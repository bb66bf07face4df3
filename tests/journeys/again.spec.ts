/** What was granted a year ago comes back by itself (到期复核). */
import { expect, type Page, test } from '@playwright/test'
import { actsOf, type PlannedAct } from '../../scripts/demo-cases/plan.ts'
import { addDays, dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar, realItem } from '../make/catalogue.ts'
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

/** A benefit granted eleven and a half months ago, and one granted last week. */
function plan(_: readonly Item[], now: Instant): PlannedAct[] {
  const live = (code: string, name: string, daysAgo: number, seed: number) =>
    make.life({
      item: realItem(code),
      seed,
      at: `${addDays(dayOf(now), -daysAgo)}T01:0${seed}:00.000Z`,
      set: { name },
      calendar,
    })
  const lives = [live('GL-BT', '旧样例', 350, 1).to('closed'), live('GL-BT', '新样例', 7, 2).to('closed')]
  return lives.flatMap(({ events }) => actsOf(events)).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

test('R-AGAIN-2 到期复核: what is due again is listed by itself', async () => {
  await page.getByRole('link', { name: '到期复核' }).press('Enter')
  const table = page.getByRole('table', { name: '到期复核' })
  await expect(table.locator('tbody tr')).toHaveCount(1)
  await expect(table).toContainText('高龄补助生存认证')
  await expect(table).toContainText('旧**')
  await picture(open.desk, 'again')
  expect(await barriers(page, 'main')).toEqual([])
})
