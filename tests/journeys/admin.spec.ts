/** 事项与日历 in the real window: an admin reads the catalogue, publishes an item and a calendar from files, and the clerk whose case
 *  moves is told. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { actsOf, type PlannedAct, workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { type CalendarYear, makeCalendar } from '../../shared/calendar/calendar.ts'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import { addWorkdays } from '../../shared/calendar/workdays.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { calendar, realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { changeTo } from './counter.ts'
import { startFilledBureau } from './filled.ts'
import { inMain } from './in-main.ts'
import { barriers, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page
let folder: string
/** The last day of the running case, as the calendars stand. */
let due: Day

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pioneer-files-'))
  open = await openSignedIn('zheng.gl', { start: (known) => startFilledBureau(plan, known) })
  page = open.desk.page
})
test.afterAll(async () => {
  await open?.close()
  await rm(folder, { recursive: true, force: true })
})

/** One case under way since yesterday, at its ten working days' promise, and one that is concluded. */
function plan(items: readonly Item[], now: Instant): PlannedAct[] {
  const item = items.find((each) => each.code === 'GL-BT')!
  const day = workdaysUpTo(dayOf(now), 2)[0]!
  due = addWorkdays(calendar, day, item.limits.promised!.count).day
  const at = `${day}T01:00:00.000Z`
  const life = (seed: number, name: string) => make.life({ item, seed, at, set: { name }, calendar })
  return [life(1, '在样例').act(['received', 'accepted']), life(2, '结样例').to('closed')]
    .flatMap(({ events }) => actsOf(events))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** The person chooses this file in the system's dialog, which no test can press. */
async function chooses(name: string, content: string, button: string): Promise<void> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  await inMain(
    open.desk.app,
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    },
    file,
  )
  await page.getByRole('button', { name: button }).click()
}

const ownPage = () => page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '事项' })
const publish = () => page.getByRole('button', { name: /^发布/ })
async function publishNow(): Promise<void> {
  await expect(publish()).toBeEnabled()
  await page.keyboard.press('F9')
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
}

/** The real item with one more paper, a longer name and another promise. */
function changedItem(): Item {
  const item = realItem('GL-BT')
  const promised = { ...item.limits.promised!, basis: '本局服务承诺（样例：改过）' }
  const letter = { ...item.materials[0]!, key: 'letterOfTrial', name: '承诺书（样例）' }
  return { ...item, limits: { ...item.limits, promised }, materials: [...item.materials, letter] }
}

/** The arrangement of the year of the running case's last day, with that day made a day off. */
function changedYear(): CalendarYear {
  const year = Number(due.slice(0, 4))
  const known = calendar.years.find((each) => each.year === year)
  const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}` as Day)
  return {
    year,
    source: `关于${year}年部分节假日安排的通知（测试样例）`,
    publishedOn: `${year}-01-02` as Day,
    restDays: [...new Set([...(known?.restDays ?? fixed), due])].toSorted(),
    makeUpWorkdays: known?.makeUpWorkdays ?? [],
  }
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2)

test('R-PUBLISH-7: the admin finds an item by its name, walks down with the arrows and reads its page', async () => {
  await ownPage().click()
  await expect(page.getByText(/现行版本 /)).toBeVisible()
  await picture(open.desk, 'admin-items')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('textbox', { name: '名称、别名、代码' }).fill('GL-BT')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const item = realItem('GL-BT')
  await expect(page.getByRole('heading', { level: 2, name: item.name })).toBeVisible()
  await expect(page.getByText(item.materials[0]!.name).first()).toBeVisible()
  await picture(open.desk, 'admin-item')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '待局里确认' }).click()
  await expect(page.getByText(/处没有把握/)).toBeVisible()
  await picture(open.desk, 'admin-confirm')
  await page.getByRole('link', { name: '大厅设置' }).click()
  await expect(page.getByText(/都有，没有缺的/)).toBeVisible()
})

test('R-PUBLISH-7: a file with faults is not to be published: each is said with its line', async () => {
  const text = pretty(changedItem()).replace('"feeFen": 0', '"feeFen": "不收"')
  const line = text.split('\n').findIndex((each) => each.includes('"feeFen"')) + 1
  await chooses('GL-BT.json', text, '从文件添加或更改事项')
  await expect(page.getByRole('alert')).toContainText('不能发布')
  await expect(page.getByRole('row', { name: `第${line}行` })).toContainText('应是')
  await expect(publish()).toHaveCount(0)
  await picture(open.desk, 'admin-faults')
  expect(await barriers(page)).toEqual([])
})

test('R-PUBLISH-7: what a changed item changes is read first, which papers and which running cases; then it is published', async () => {
  await chooses('GL-BT.json', pretty(changedItem()), '从文件添加或更改事项')
  await expect(page.getByText('材料：承诺书（样例）')).toBeVisible()
  await expect(page.getByText(/收件回执.*补正材料一次性告知书/)).toBeVisible()
  await expect(page.getByText('1件还没办完，按收件时的版本办到底')).toBeVisible()
  await expect(page.getByRole('table', { name: '还没办完的件' })).toContainText('在**')
  await picture(open.desk, 'admin-preview')
  expect(await barriers(page)).toEqual([])
  const edition = await page.getByText(/现行版本 /).textContent()
  await publishNow()
  await expect(page.getByRole('heading', { level: 2, name: realItem('GL-BT').name })).toBeVisible()
  await expect(page.getByText('承诺书（样例）')).toBeVisible()
  await expect(page.getByText(/现行版本 /).first()).not.toHaveText(edition!)
})

test('R-PUBLISH-8: a calendar shows whose last day moves before it is published', async () => {
  await page.getByRole('link', { name: '放假安排' }).click()
  await expect(page.getByText(/已排到/)).toBeVisible()
  await picture(open.desk, 'admin-calendar')
  await chooses('twice.json', pretty({ ...changedYear(), makeUpWorkdays: [due] }), '载入放假安排')
  await expect(page.getByText(/既是放假日又是补班日/)).toBeVisible()
  await chooses('year.json', pretty(changedYear()), '载入放假安排')
  await expect(page.getByText('1件的日子有变')).toBeVisible()
  await expect(page.getByRole('table', { name: '还没办完的件' })).toContainText(/办结：.*→/)
  await picture(open.desk, 'admin-year')
  expect(await barriers(page)).toEqual([])
  await publishNow()
  await expect(page.getByRole('cell', { name: '（测试样例）' })).toBeVisible()
})

test('R-PUBLISH-8: the clerk who has the case reads from when to when, and once is enough; the admin’s page is not theirs', async () => {
  await changeTo(open.desk, open.bureau, 'li.ck', 2)
  const moved = page.getByRole('region', { name: '期限有变' })
  await expect(moved).toContainText('1件')
  await expect(moved).toContainText('在**')
  await expect(moved).not.toContainText('结**')
  const { years } = calendar
  const moving = makeCalendar([...years.filter(({ year }) => year !== changedYear().year), changedYear()])
  const say = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
  await expect(moved).toContainText(`原来${say(due)}`)
  await expect(moved).toContainText(`现在${say(addWorkdays(moving, due, 1).day)}`)
  await picture(open.desk, 'moved-days')
  expect(await barriers(page)).toEqual([])
  await moved.getByRole('button', { name: '知道了', exact: true }).click()
  await expect(moved).toHaveCount(0)
  await expect(ownPage()).toHaveCount(0)
  await page.evaluate(() => {
    location.hash = '#/admin'
  })
  await expect(page.getByRole('heading', { name: '“事项目录”不对您开放' })).toBeVisible()
})
