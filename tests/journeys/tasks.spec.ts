/** 待办 in the real window: what waits, most urgent first, with its light in words; filters, pages and an empty list. */
import { expect, type Page, test } from '@playwright/test'
import { actsOf, type PlannedAct, workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { changeTo } from './counter.ts'
import { startFilledBureau } from './filled.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page

const PAGE = 30
/** Accepted so many working days ago, of ten that are promised; what its light must say. */
const lit = [
  { ago: 12, name: '过样例', light: 'overdue', words: '超期2个工作日' },
  { ago: 9, name: '红样例', light: 'red', words: '余1个工作日' },
  { ago: 7, name: '橙样例', light: 'yellow', words: '余3个工作日' },
] as const
const green = { ago: 2, light: 'green', words: '余8个工作日' } as const
const greens = 36
/** A permit that was only received: the law gives five working days to tell. */
const told = { light: 'green', words: '4个工作日内须告知' } as const
const all = lit.length + 2 + greens

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: (known) => startFilledBureau(plan, known) })
  page = open.desk.page
})
test.afterAll(() => open?.close())

/** Benefits under way since some days, and two organisations whose application still waits to be accepted. */
function plan(items: readonly Item[], now: Instant): PlannedAct[] {
  const item = (code: string) => items.find((each) => each.code === code)!
  const days = workdaysUpTo(dayOf(now), 13).toReversed()
  const at = (ago: number, minute: number) => new Date(Date.parse(`${days[ago]}T01:00:00Z`) + minute * 60_000)
  const lives = [...lit, ...Array.from({ length: greens }, () => ({ ...green, name: '绿样例' }))].map(
    ({ ago, name }, no) =>
      make
        .life({ item: item('GL-BT'), seed: no + 1, at: at(ago, no).toISOString(), set: { name }, calendar })
        .act(['received', 'accepted']),
  )
  const waiting = [1, 2].map((no) =>
    make.life({ item: item('ST-BG'), seed: 100 + no, at: at(1, no).toISOString(), calendar }).do('received'),
  )
  return [...lives, ...waiting].flatMap(({ events }) => actsOf(events)).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

const table = () => page.getByRole('table', { name: '待办' })
const rows = () => table().locator('tbody tr')
const focusedRow = () => rows().filter({ has: page.locator('a:focus') })

test('R-LIST-1 R-LIST-3: the most urgent stands first, each light with its working days in words', async () => {
  await expect(rows()).toHaveCount(PAGE)
  for (const [at, { light, words }] of [...lit, told, told, green].entries()) {
    const mark = rows().nth(at).locator('.time-left')
    await expect(mark).toContainText(words)
    await expect(mark).toHaveClass(new RegExp(`time-left-${light}`))
  }
  await expect(rows().nth(0)).toContainText('过**')
  await expect(rows().nth(0)).toContainText('初审')
  await expect(page.getByRole('link', { name: '待办' })).toContainText(String(all))
  await picture(open.desk, 'tasks')
  expect(await barriers(page)).toEqual([])
})

test('R-LIST-1 R-LIST-5: the arrows walk on into the next page and back, and each case stands there once', async () => {
  await expect(focusedRow()).toContainText('过**')
  const seen: string[] = []
  for (let row = 0; row < PAGE; row += 1) {
    seen.push((await focusedRow().getByRole('link').textContent()) ?? '')
    await page.keyboard.press('ArrowDown')
  }
  await expect(page.getByText('第 2 页')).toBeVisible()
  await expect(rows()).toHaveCount(all - PAGE)
  await expect(focusedRow()).toHaveCount(1)
  seen.push(...(await rows().getByRole('link').allTextContents()))
  expect(new Set(seen).size).toBe(all)
  await picture(open.desk, 'tasks-page-2')
  // A case opened from here and left by Esc: the same page, the same row.
  const second = rows().nth(1).getByRole('link')
  const number = (await second.textContent()) ?? ''
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
  await page.keyboard.press('Escape')
  await expect(page.getByText('第 2 页')).toBeVisible()
  await expect(second).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText('第 1 页')).toBeVisible()
  await expect(
    rows()
      .nth(PAGE - 1)
      .getByRole('link'),
  ).toBeFocused()
  await page.getByRole('button', { name: '下一页' }).dblclick()
  await expect(page.getByText('第 2 页')).toBeVisible()
  await expect(page.getByRole('button', { name: '下一页' })).toBeDisabled()
  await page.getByRole('button', { name: '上一页' }).click()
  await expect(rows().nth(0)).toContainText('过**')
})

/** Chooses in one of the filters above the list. */
async function choose(filter: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: filter, exact: true })
  await box.click()
  // A long list is typed into: what is far down is not drawn.
  if (await box.isEditable()) await box.fill(option)
  await page.locator(`.ant-select-dropdown:not(.ant-select-dropdown-hidden) [title="${option}"]`).click()
}

test('R-LIST-6: the list is narrowed by item, window, applicant and number, and one press clears it', async () => {
  await choose('事项', '社会团体变更登记')
  await expect(rows()).toHaveCount(2)
  await expect(rows().first()).toContainText('4个工作日内须告知')
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(rows()).toHaveCount(PAGE)

  // The two clerks sat at windows of their own; together they took everything.
  const counts: number[] = []
  for (const window of ['1号窗口', '6号窗口']) {
    await choose('窗口', window)
    const shown = () => rows().locator('td:nth-last-child(2)').allTextContents()
    await expect.poll(async () => [...new Set(await shown())]).toEqual([window.slice(0, 1)])
    counts.push(await rows().count())
  }
  expect(counts[0]! + counts[1]!).toBe(all)
  await page.getByRole('button', { name: '清除条件' }).click()

  const box = page.getByRole('searchbox', { name: '申请人或编号' })
  for (const typed of ['红样', 'hyl', 'hongyang']) {
    await box.fill(typed)
    await expect(rows()).toHaveCount(1)
    await expect(rows()).toContainText('余1个工作日')
  }
  const number = (await rows().getByRole('link').textContent()) ?? ''
  await picture(open.desk, 'tasks-narrowed')
  await box.fill(number)
  await expect(rows()).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
  await page.keyboard.press('Escape')
  await expect(box).toHaveValue(number)
  // From elsewhere the list begins anew.
  await page.getByRole('link', { name: '今日' }).click()
  await page.getByRole('link', { name: '待办' }).click()
  await expect(box).toHaveValue('')
  await expect(rows()).toHaveCount(PAGE)
})

test('R-LIST-6: a name that many bear leaves out nobody: the most urgent stands first, and there are pages', async () => {
  const box = page.getByRole('searchbox', { name: '申请人或编号' })
  await box.fill('样例')
  await expect(rows()).toHaveCount(PAGE)
  await expect(rows().first()).toContainText('超期2个工作日')
  await page.getByRole('button', { name: '下一页' }).click()
  await expect(page.getByText('第 2 页')).toBeVisible()
  await expect(page.getByRole('button', { name: '下一页' })).toBeDisabled()
  await box.fill('没有这个人')
  await expect(page.getByText('没有符合这些条件的件。')).toBeVisible()
  await picture(open.desk, 'tasks-none')
  expect(await barriers(page, 'main')).toEqual([])
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(rows()).toHaveCount(PAGE)
})

test('R-LIST-1: who oversees sees everything in hand, or only what is overdue', async () => {
  await changeTo(open.desk, open.bureau, 'wu.dc')
  await page.getByRole('link', { name: '待办' }).click()
  await expect(rows()).toHaveCount(PAGE)
  await expect(rows().first()).toContainText('窗口人员')
  await page.getByText('已超期', { exact: true }).click()
  await expect(rows()).toHaveCount(1)
  await expect(rows()).toContainText('超期2个工作日')
  await picture(open.desk, 'tasks-overdue')
})

test('R-LIST-2: for whom nothing waits, the list says so', async () => {
  await changeTo(open.desk, open.bureau, 'zhou.jld')
  await expect(page.getByText('现在没有等您办理的件。')).toBeVisible()
  await picture(open.desk, 'tasks-empty')
  expect(await barriers(page, 'main')).toEqual([])
})

test('R-PERIOD-11, R-PERIOD-19: whoever oversees reads on 今日 what is late and whose, opens it by its light, and goes on in 督办', async () => {
  await changeTo(open.desk, open.bureau, 'wu.dc')
  const lights = page.getByRole('region', { name: '在办' })
  const drawer = page.getByRole('dialog')
  for (const [light, { name }] of [
    ['已超期', lit[0]],
    ['红灯', lit[1]],
    ['黄灯', lit[2]],
  ] as const) {
    await lights.getByRole('button', { name: `${light} 1`, exact: true }).press('Enter')
    await expect(drawer.getByRole('row')).toHaveCount(2)
    await expect(drawer).toContainText(`${name.slice(0, 1)}**`)
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  }
  const persons = lights.getByRole('table', { name: '按人员：谁那里快到期' })
  await expect(persons.getByRole('row')).toHaveCount(2)
  const whose = (await persons.getByRole('rowheader').textContent()) ?? ''
  await expect(persons.getByRole('row').last()).toHaveText(`${whose}111督办`)
  await expect(lights.getByRole('table', { name: '按窗口：谁那里快到期' })).toContainText('号窗口')
  await picture(open.desk, 'today-lights')
  expect(await barriers(page, 'main')).toEqual([])
  await persons.getByRole('button').first().press('Enter')
  await expect(drawer).toContainText(`${whose} · 已超期`)
  // R-LINK-5: it is gone back to from a case, and over a reload.
  await drawer.getByRole('link').press('Enter')
  await expect(page.locator('.case-head-time')).toBeVisible()
  await page.goBack()
  await expect(drawer).toContainText(`${whose} · 已超期`)
  await page.reload()
  await expect(drawer).toContainText(`${whose} · 已超期`)
  await expect(drawer.getByRole('row')).toHaveCount(2)
  await picture(open.desk, 'today-lit')
  await expect(drawer.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await persons.getByRole('link', { name: `督办：${whose}` }).press('Enter')
  await expect(page.getByRole('radio', { name: '按人员' })).toBeChecked()
  await expect(page.getByText(`只看：${whose}`)).toBeVisible()
  await expect(page.getByRole('table', { name: '督办', exact: true }).getByRole('link')).toHaveCount(lit.length)
})
