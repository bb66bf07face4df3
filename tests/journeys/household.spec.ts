/** A household typed by the keyboard alone: the applicant taken over, rows added, taken away and brought back, sums that follow; and
 *  what an earlier case says of each of them taken over with one key. */
import { expect, type Page, test } from '@playwright/test'
import { actsOf, type PlannedAct } from '../../scripts/demo-cases/plan.ts'
import { addDays, dayOf } from '../../shared/calendar/day.ts'
import { usualCheckBy } from '../../shared/case/check-by.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { dayWords } from '../../shared/paper/say.ts'
import { calendar, hall, realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { startFilledBureau } from './filled.ts'
import { inMain } from './in-main.ts'
import { barriers, keys, openItem, picture, toFinder } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'
import { inputMethod } from './typing.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: (known) => startFilledBureau(plan, known) })
  page = open.desk.page
})
test.afterAll(() => open?.close())

const self = make.idNumber(3, { birth: '1970-01-01' })
const wife = make.idNumber(5, { birth: '1972-02-02' })
const known = {
  husband: make.idNumber(11, { birth: '1961-01-01' }),
  wife: make.idNumber(12, { birth: '1963-03-03' }),
  daughter: make.idNumber(13, { birth: '1990-09-09' }),
}

/** A household that applied three weeks ago. */
function plan(_: readonly Item[], now: Instant): PlannedAct[] {
  const member = (name: string, relation: string, idNo: string) => ({
    ...{ name, relation, idNo, health: '一般', disabilityNo: null, job: '无业', incomeMonthly: 30_000 },
  })
  const members = [
    member('赵示例', '本人', known.husband),
    member('钱样例', '配偶', known.wife),
    member('赵测试', '女', known.daughter),
  ]
  const set = {
    name: '赵示例',
    idNo: known.husband,
    isAgent: false,
    liveAddr: '示例市示例区样板街道测试路9号',
    members,
  }
  const applied = make.life({
    ...{ item: realItem('DB-SQ'), seed: 4, at: `${addDays(dayOf(now), -21)}T01:00:00.000Z`, set, calendar },
  })
  return actsOf(applied.act(['received', 'accepted']).events)
}

const at = (label: string) => expect(page.getByLabel(label, { exact: true })).toBeFocused()
const rows = () => page.locator('[data-field="field-members"] [data-row]')

/** Text, or what a list finds by it, and Enter. */
async function cells(...typed: string[]): Promise<void> {
  await keys(page, ...typed)
}

test('R-TABLE-1: Enter walks the cells, adds a row after the last one and stands in it; an empty row goes on', async () => {
  await toFinder(page)
  await openItem(page, 'dbsq', /最低生活保障/)
  await keys(page, '王示例', '', self, '', '19900000031', '示例市示例区样板街道测试路3号', '=')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await keys(page, '')
  await at('1 姓名')
  // The applicant is offered, and taken with one key.
  await page.keyboard.press('=')
  await expect(page.getByLabel('1 公民身份号码', { exact: true })).toHaveValue(/^530199 19700101/)
  await at('1 健康状况')
  await cells('健康', '', '失业', '800.50')
  await at('2 姓名')
  const { compose, choose } = await inputMethod(page)
  await compose('liyangli')
  await page.keyboard.press('Enter')
  await at('2 姓名')
  await choose('李样例')
  await cells('', '配偶')
  await page.keyboard.type(`${wife.slice(0, 17)}${wife.endsWith('1') ? '2' : '1'}`)
  // A wrong digit is said while the cursor still stands in the cell; nothing else of the row is.
  await expect(rows().nth(1)).toContainText('号码有一位输错了')
  await expect(rows().nth(1)).not.toContainText('请填写')
  await picture(open.desk, 'household-wrong')
  await page.keyboard.press('Backspace')
  await cells(wife.slice(17), '一般', '', '无业', '199.50')
  await at('3 姓名')
  // No list that was chosen from lies open over the form.
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(page.getByLabel('家庭人数')).toHaveValue('2')
  await expect(page.getByLabel('家庭月总收入')).toHaveValue('1,000.00')
  await expect(page.getByLabel('人均月收入')).toHaveValue('500.00')
  await expect(page.getByText('自动合计')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
  await picture(open.desk, 'household')
  expect(await barriers(page, 'main')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(rows()).toHaveCount(2)
  await at('家庭其他月收入')
})

test('R-TABLE-2: Ctrl+Delete takes a row away, Ctrl+Z brings it back, and the sums follow both', async () => {
  await page
    .getByLabel('2 月收入', { exact: true })
    .or(page.getByLabel(/^2 月收入/))
    .first()
    .focus()
  await page.keyboard.press('Control+Delete')
  await expect(rows()).toHaveCount(1)
  await expect(page.getByText('已删除“李样例”')).toBeVisible()
  await expect(page.getByLabel('家庭月总收入')).toHaveValue('800.50')
  await picture(open.desk, 'household-removed')
  await page.keyboard.press('Control+z')
  await expect(rows()).toHaveCount(2)
  await expect(page.getByLabel('2 公民身份号码', { exact: true })).toHaveValue(new RegExp(wife.slice(14)))
  await expect(page.getByLabel('家庭月总收入')).toHaveValue('1,000.00')
})

test('R-TABLE-2: the same number twice in a household is said at its cell', async () => {
  await page.getByLabel('2 公民身份号码', { exact: true }).fill(self)
  await expect(rows().nth(1)).toContainText('这一项和前面的重复')
})

test('R-CHOICE-2: a list of choices gives way to Esc, takes what fits on Tab, leads nobody past what fits nothing, and opens upwards at the lower edge', async () => {
  const box = page.getByRole('combobox', { name: '2 健康状况', exact: true })
  const list = page.getByRole('listbox')
  await box.focus()
  await page.keyboard.type('zb')
  await expect(list.getByRole('option')).toHaveText(/重病/)
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(box).toHaveValue('一般')
  // What a scanner sends chooses nothing and goes nowhere.
  await page.keyboard.type('53019919700101')
  await page.keyboard.press('Enter')
  await expect(box).toBeFocused()
  await expect(list).toContainText('没有这一项')
  await page.keyboard.type('zb')
  await page.keyboard.press('Tab')
  await at('2 残疾人证号')
  await expect(box).toHaveValue('重病')
  await box.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('慢性病')
  await box.focus()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Tab')
  await expect(box).toHaveValue('')
  await expect(box).toHaveAttribute('aria-invalid', 'true')
  await box.focus()
  await box.evaluate((each) => {
    const form = each.closest('.intake-scroll')!
    form.scrollTop += each.getBoundingClientRect().bottom - form.getBoundingClientRect().bottom
  })
  await page.keyboard.press('ArrowDown')
  // Where it opens is settled with the next frame.
  await expect.poll(async () => (await list.boundingBox())!.y < (await box.boundingBox())!.y).toBe(true)
  await list.getByRole('option', { name: '健康', exact: true }).click()
  await expect(box).toHaveValue('健康')
  await expect(box).toBeFocused()
})

test('R-INTAKE-9: the wife of an earlier applicant is known by her number, and her household with her, by one key; another takes it back', async () => {
  await toFinder(page)
  await openItem(page, 'lsjz', /临时救助/)
  await keys(page, '', '')
  await page.keyboard.type(known.wife)
  const offer = page.locator('[data-field="field-idNo"] .offer')
  await expect(offer).toContainText(/钱\*\* 20\d\d-\d\d-\d\d“低保”/)
  await expect(page.locator('.earlier')).toContainText('申请人是赵**这一户的家庭成员')
  await picture(open.desk, 'offered')
  await page.keyboard.press('F5')
  await at('联系电话')
  await expect(page.getByLabel('申请人姓名')).toHaveValue('钱样例')
  await expect(page.getByLabel('现居住地址')).toHaveValue('示例市示例区样板街道测试路9号')
  await expect(rows()).toHaveCount(3)
  await expect(page.getByLabel('1 公民身份号码', { exact: true })).toHaveValue(new RegExp(known.wife.slice(14)))
  await picture(open.desk, 'taken-over')
  expect(await barriers(page, 'main')).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('申请人姓名')).toHaveValue('')
  await expect(rows()).toHaveCount(1)
  await page.keyboard.press('F5')
  await expect(rows()).toHaveCount(3)
})

test('R-TABLE-5: a number typed in a row offers who that is; the key goes on to the next cell that is empty', async () => {
  await page.getByLabel('3 姓名', { exact: true }).focus()
  await page.keyboard.press('Control+Delete')
  await expect(rows()).toHaveCount(2)
  await page.getByRole('button', { name: '加一行' }).press('Enter')
  await page.getByLabel('3 公民身份号码', { exact: true }).focus()
  await page.keyboard.type(known.daughter)
  await expect(rows().nth(2).locator('.offer')).toContainText('姓名')
  await picture(open.desk, 'offered-row')
  await page.keyboard.press('F5')
  await expect(page.getByLabel('3 姓名', { exact: true })).toHaveValue('赵测试')
  await at('3 与申请人关系')
  await picture(open.desk, 'taken-over-row')
})

test('R-SECOND-4: a household is carried into the second system member by member, a key for each box', async () => {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill(known.daughter)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await page.keyboard.press('F5')
  const dialog = page.getByRole('dialog', { name: /抄录到上级社会救助信息系统/ })
  const row = (name: string) => dialog.getByRole('row', { name })
  await row('家庭成员3 身份证号码').getByRole('button').click()
  await expect.poll(() => inMain(open.desk.app, ({ clipboard }) => clipboard.readText())).toBe(known.daughter)
  await expect(dialog.getByRole('button', { name: /复制“家庭成员3 健康状况”/ })).toBeVisible()
  await picture(open.desk, 'carry-household')
  await dialog
    .getByRole('textbox', { name: /核对/ })
    .fill(`姓名\t身份证号码\t月收入\n钱样例\t${known.wife}\t300\n赵测试\t${known.daughter}\t301`)
  await expect(row('家庭成员2 月收入')).toContainText('一致')
  await expect(row('家庭成员3 月收入')).toContainText('不一致')
  await picture(open.desk, 'carry-household-differs')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('R-DUPLICATE-3: who applies for what their household has is told, and asked why', async () => {
  await toFinder(page)
  await openItem(page, 'dbsq', /最低生活保障/)
  await keys(page, '钱样例', '', known.wife)
  await expect(page.locator('.earlier')).toContainText('同一户的赵**已经申请过这一事项')
  await expect(page.getByRole('textbox', { name: '仍要收件的原因' })).toBeInViewport()
  await picture(open.desk, 'household-again')
  // And whoever names somebody of that household as living with them.
  await page.getByLabel('证件号码').fill(self)
  await expect(page.locator('.earlier')).toBeEmpty()
  await page.getByLabel('1 公民身份号码', { exact: true }).fill(known.wife)
  await expect(page.locator('.earlier')).toContainText('表里的家庭成员已在赵**的办件里，同一事项')
})

test('R-INTAKE-13, R-LAW-48: a proof promised with one key says beside it until when that is looked into', async () => {
  await toFinder(page)
  await openItem(page, 'dbsq', /最低生活保障/)
  const proof = page.locator('[data-field="material-incomeProof"]')
  await proof.getByRole('radio', { name: '未交' }).focus()
  await page.keyboard.press('6')
  await expect(proof.getByRole('checkbox', { name: /告知承诺/ })).toBeChecked()
  const today = dayOf(new Date().toISOString())
  const checkBy = dayWords(usualCheckBy(realItem('DB-SQ'), calendar, today, hall.settings))
  await expect(proof).toContainText(`以告知承诺代替，最迟${checkBy}核查`)
  await picture(open.desk, 'promised')
})
