/** A case of many acts that several have in hand: 会办 with its opinion, and what becomes of it when whoever had it leaves. */
import { expect, type Page, test } from '@playwright/test'
import { fillWithCases } from '../../scripts/demo-cases/fill.ts'
import { actsOf, type PlannedAct, workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { addDays, dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar, realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { begin, changeTo, submit } from './counter.ts'
import { administer, type DemoBureau, type Known, startDemoBureau } from './desk.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
const name = '示例区会办样例协会'
const ACTS = 40

test.beforeAll(async () => {
  open = await openSignedIn('wu.dc', { start: filled })
  page = open.desk.page
})
test.afterAll(() => open?.close())

/** Two sit in the section there, and one case has come a long way. */
async function filled(known: Known | undefined): Promise<DemoBureau> {
  const held = ['examiner@section.affairs', 'examiner@section.organisations']
  const bureau = await startDemoBureau({
    known,
    before: (laid) => administer(laid, 'person', 'holdings', 'chen.sc', ...held),
  })
  await fillWithCases(bureau.url, bureau, bureau.codes.at(-1)!, plan)
  return bureau
}

function plan(_: readonly Item[], now: Instant): PlannedAct[] {
  const days = workdaysUpTo(dayOf(now), 6).toReversed()
  const at = `${days[4]}T01:00:00.000Z`
  const life = make
    .life({ item: realItem('ST-BG'), seed: 471, at, calendar, set: { orgName: name } })
    .act(['received', 'accepted'])
  for (let no = life.events.length; no < ACTS; no += 1) life.do(['urged', { reason: `第${no}次催办，请尽快办理` }])
  return actsOf(life.events)
}

const rows = () => page.getByRole('table', { name: '待办' }).locator('tbody tr').filter({ hasText: name })
const history = () => page.getByRole('region', { name: '办理经过' })

test('R-LAW-50: a supervisor asks another to join in, by keyboard; forty acts are read in one history', async () => {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill(name)
  await expect(page.getByText('找到 1 件')).toBeVisible()
  await page.keyboard.press('NumpadEnter')
  await expect(history().getByRole('listitem')).toHaveCount(ACTS - 1)
  await picture(open.desk, 'joint-forty')
  // Who sits where is known from the bureau.
  await expect(page.locator('.status-bar')).toContainText('全部已上传')
  const joint = await begin(page, '会办')
  await page.keyboard.press('1')
  await expect(joint.getByRole('radio', { name: /陈示例/ })).toBeChecked()
  await page.keyboard.press('NumpadEnter')
  await page.keyboard.insertText('章程的宗旨条款请社会事务科同看')
  await picture(open.desk, 'joint-ask')
  await submit(page, /会办/)
  const given = await begin(page, '转派')
  await page.keyboard.press('3')
  await expect(given.getByRole('radio', { name: /钱示例/ })).toBeChecked()
  await page.keyboard.press('NumpadEnter')
  await page.keyboard.insertText('由钱示例主办')
  await picture(open.desk, 'joint-give')
  await submit(page, '转派')
  await picture(open.desk, 'joint-case')
})

test('R-LAW-50, R-LIST-10: who was asked finds it, says their opinion, and has it again when its examiner has left', async () => {
  await changeTo(open.desk, open.bureau, 'chen.sc')
  await expect(rows()).toContainText('会办')
  await picture(open.desk, 'joint-list')
  await rows().getByRole('link').press('NumpadEnter')
  // What was asked for is the big button; the step is for whoever has the case.
  await expect(page.locator('.case-bar').getByRole('button').first()).toHaveText(/会办意见/)
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: '意见' })).toBeFocused()
  await page.keyboard.insertText('宗旨条款与业务范围一致，没有意见。')
  await picture(open.desk, 'joint-opinion')
  await submit(page, '会办意见')
  await expect(history()).toContainText('宗旨条款与业务范围一致')
  await page.getByRole('link', { name: '待办' }).press('Enter')
  await expect(rows()).toHaveCount(0)
  administer(open.bureau, 'person', 'end', 'qian.sc', addDays(dayOf(new Date().toISOString()), -1))
  // The next to sign in hears who sits where now; the list on this disk was made when somebody else did.
  await changeTo(open.desk, open.bureau, 'chen.sc')
  await expect(rows()).toContainText('原钱示例经办')
  await picture(open.desk, 'joint-left')
  expect(await barriers(page, 'main')).toEqual([])
  await rows().getByRole('link').press('Enter')
  await expect(page.locator('.case-head-time')).toContainText('原由钱示例经办，现已不在这个岗位')
  await picture(open.desk, 'joint-left-case')
})
