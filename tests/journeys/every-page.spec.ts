/** Everybody walks to every page that the router's table names, in the real window: what is theirs stands there, and of the rest they
 *  read who opens it. And the links that lead to these pages from outside. */
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { pageNames } from '../../renderer/words/pages.ts'
import { roleNames } from '../../renderer/words/roles.ts'
import { fillWithCases } from '../../scripts/demo-cases/fill.ts'
import { actsOf, type PlannedAct, workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { projectFolder } from '../../scripts/programs.ts'
import { addDays, dayOf } from '../../shared/calendar/day.ts'
import { isOfAnyHall } from '../../shared/contract/desk-link.ts'
import { mayOpen, type PagePath, pageAt, pages, whoOpens } from '../../shared/contract/pages.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { overseers, type Role, roles } from '../../shared/people/role.ts'
import { calendar, hall, realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { accepted, otherClerk, receivedFact } from '../server/acts.ts'
import { VirtualTerminal } from '../server/virtual-terminal.ts'
import { changeTo } from './counter.ts'
import { administer, type DemoBureau, type Known, signIn, startDemoBureau, startOnceMore } from './desk.ts'
import { inMain } from './in-main.ts'
import { barriers, openByCode, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

const today = dayOf(new Date().toISOString())
const yesterday = workdaysUpTo(today, 2)[0]!
/** Another hall: everybody of the demo is granted every one. */
const EAST = '东区民政服务大厅（演示）'
/** One more than the bureau tells at once. */
const OPENINGS = 501

/** What stands for the changing part of an address. */
const named: Record<string, string> = { case: '', form: randomUUID(), day: today, audit: '', code: 'GL-BT' }

let open: SignedIn
let page: Page
const failed: string[] = []

test.beforeAll(async () => {
  // Started by a link: it waits for whoever signs in.
  open = await openSignedIn(people.supervisor, {
    start: startLivedIn,
    switches: ['pioneer-desk://desk/supervise/in-time'],
  })
  page = open.desk.page
  page.on('pageerror', (error) => failed.push(String(error)))
})
test.afterAll(() => open?.close())

/** The demo's people, one to each role; the supervisor begins. */
const people: Record<Role, string> = {
  supervisor: 'wu.dc',
  clerk: 'li.ck',
  examiner: 'zhao.sc',
  chief: 'sun.sx',
  head: 'zhou.jld',
  admin: 'zheng.gl',
}

/** Of a hall that lacks a setting: a case in hand, more openings of its data than a page holds, and a sample that was drawn. */
async function startLivedIn(known: Known | undefined): Promise<DemoBureau> {
  const bureau = await startDemoBureau({
    known,
    before: (laid) => {
      administer(laid, 'hall', hallWithout(laid.folder))
      administer(laid, 'hall', hallIn(laid.folder, { ...hall, id: 'east', name: EAST }))
    },
  })
  await fillWithCases(bureau.url, bureau, bureau.codes.at(-2)!, decidedYesterday)
  const terminal = await VirtualTerminal.enrol(bureau.url, bureau.codes.at(-1)!)
  for (const person of ['li.ck', 'wu.dc']) await terminal.signIn(person, 'Demo-2026', 2)
  const at = new Date().toISOString()
  const [received] = terminal.act(otherClerk, [receivedFact(terminal, { at })], at)
  terminal.act(otherClerk, [accepted(received!)], at)
  named.case = received!.case
  for (let nth = 0; nth < OPENINGS; nth += 1) terminal.append(opened(terminal, received!.case, at))
  for (let from = 1; from <= terminal.sent.length; from += 300) await terminal.send(from, from + 299)
  const draw = { from: today, until: today, part: 'received', item: null, window: null, size: 1, seed: 'seed-1' }
  const { body } = await terminal.ask('POST', '/v1/audit-draw', draw)
  named.audit = (body as { id: string }).id
  return bureau
}

/** On the last working day: three applications, from the counter to the end. */
function decidedYesterday(items: readonly Item[]): PlannedAct[] {
  const item = items.find(({ code }) => code === 'GL-BT')!
  return [1, 2, 3]
    .map((seed) => make.life({ item, seed, at: `${yesterday}T01:0${seed}:00.000Z`, calendar }).to('closed'))
    .flatMap(({ events }) => actsOf(events))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** A file in the bureau's own folder, which goes with it. */
function hallWithout(folder: string): string {
  const hall = JSON.parse(readFileSync(path.join(projectFolder, 'catalogue/halls/demo.json'), 'utf8'))
  delete hall.settings['GL-BT.firstMonth']
  return hallIn(folder, hall)
}

function hallIn(folder: string, settings: Pick<Hall, 'name'> & { id: string }): string {
  const file = path.join(folder, `hall-${settings.id}.json`)
  writeFileSync(file, JSON.stringify(settings))
  return file
}

function opened({ no, sent }: VirtualTerminal, kase: string, at: string): object {
  return {
    ...{ format: 1, terminal: no, seq: sent.length + 1, at, hall: 'demo', window: 2, by: otherClerk, kind: 'note' },
    clock: { offsetMs: 0, ageMs: 0, confirmed: false },
    note: { type: 'opened', case: kase, what: 'details', reason: '电话核对身份证号' },
  }
}

const all = Object.keys(pages) as PagePath[]

/** Goes to an address, and waits until its page stands: which one it is, and what its heading says. */
async function goTo(address: string): Promise<{ path: PagePath | undefined; heading: string }> {
  await page.evaluate((to) => {
    location.hash = `#${to}`
  }, address)
  const standing = { path: undefined as PagePath | undefined, heading: '' }
  const stands = async () => {
    const { hash, name, heading, waits } = await page.evaluate(() => {
      const main = document.querySelector('main')
      const head = main?.querySelector('h1, h2')
      return {
        hash: location.hash,
        name: main?.getAttribute('aria-label') ?? '',
        heading: head?.textContent?.trim() ?? '',
        waits: main?.querySelector('.ant-spin-spinning') != null,
      }
    })
    const at = pageAt(hash.slice(1).split('?')[0]!)
    Object.assign(standing, { path: at?.path, heading })
    return waits ? 'reading' : at !== undefined && name === pageNames[at.path] && heading !== '' ? 'stands' : hash
  }
  await expect.poll(stands, { intervals: [20, 20, 50, 50, 100], message: address }).toBe('stands')
  return standing
}

/** Looking through a page of five hundred lines for barriers takes longer than all else: its last page has one. */
const narrowed: { [P in PagePath]?: string } = { '/supervise/audit/openings': '?person=wu.dc' }

function addressOf(place: PagePath): string {
  const address = place.replace(/:(\w+)/g, (_, name: string) => named[name]!)
  return address + (narrowed[place] ?? '')
}

/** A form that somebody has begun: one in which nothing is typed goes when it is left. */
async function aForm(): Promise<string> {
  await openByCode(page, realItem('GL-BT'))
  await page.getByLabel('申请人姓名').fill('走样例')
  return (await page.evaluate(() => location.hash)).split('/').at(-1)!
}

/** Every way that is offered, wherever it stands. */
const ways = () =>
  page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#/"]')].map(({ hash }) => hash))

/** Pages are looked at for barriers once, by the first who opens them. */
const looked = new Set<PagePath>()

async function walk(role: Role): Promise<void> {
  const offered = new Set<string>()
  for (const place of all) {
    const { path: stands, heading } = await goTo(addressOf(place))
    const main = page.getByRole('main')
    for (const way of await ways()) offered.add(way)
    if (!mayOpen(place, [{ role }])) {
      expect([place, stands, heading]).toEqual([place, place, `“${pageNames[place]}”不对您开放`])
      await expect(main.getByRole('status')).toContainText(
        `由${whoOpens(place)!
          .map((each) => roleNames[each])
          .join('、')}打开，您现在是${roleNames[role]}`,
      )
      continue
    }
    // What only leads on leads deeper into the same.
    expect([place, stands]).toEqual([place, expect.stringMatching(new RegExp(`^${place}`))])
    expect([place, heading]).not.toEqual([place, expect.stringContaining('不对您开放')])
    expect([place, await main.locator('.ant-result-error, .ant-alert-error').count()]).toEqual([place, 0])
    await expect(main).not.toContainText('连不上局端')
    if (isOfAnyHall(place)) await walkElsewhere(place, role)
    if (looked.has(place)) continue
    looked.add(place)
    expect([place, await barriers(page, 'main')]).toEqual([place, []])
  }
  const closed = [...offered].filter((way) => {
    const at = pageAt(way.slice(1).split('?')[0]!)
    return at !== undefined && !mayOpen(at.path, [{ role }])
  })
  expect(closed).toEqual([])
}

/** Of another hall who oversees reads the page, and nobody reads one of a hall that is not theirs. */
async function walkElsewhere(place: PagePath, role: Role): Promise<void> {
  const status = main().getByRole('status')
  const oversees = overseers.includes(role)
  for (const named of oversees ? ['east', 'nowhere'] : ['east']) {
    await page.evaluate(
      (to) => {
        location.hash = `#${to}`
      },
      `${addressOf(place)}?hall=${named}`,
    )
    const isRead = oversees && named === 'east'
    await expect(status.first()).toContainText(isRead ? `现在看的是${EAST}，不是本厅` : '没有开给您')
    await expect(main().locator('.ant-spin-spinning, .ant-alert-error, .ant-result-error')).toHaveCount(0)
    if (!isRead) await expect(main().getByRole('table')).toHaveCount(0)
  }
}

/** Pages that no other journey stays on, each as it is used. */
async function lookAsSupervisor(): Promise<void> {
  const main = page.getByRole('main')
  await goTo(`/supervise/plans/month?month=${yesterday.slice(0, 7)}`)
  await expect(main.getByRole('table')).toContainText('3 件')
  await picture(open.desk, 'month')

  await goTo('/supervise/ratings')
  await main.getByRole('textbox', { name: '3号窗口非常满意张数' }).fill('4')
  await main.getByRole('textbox', { name: '3号窗口不满意张数' }).fill('1')
  await picture(open.desk, 'ratings')
  await page.keyboard.press('F9')
  await expect(main.getByRole('row', { name: /^3号窗口/ })).toContainText('5张，好评4')
  expect(await barriers(page, 'main')).toEqual([])
  await picture(open.desk, 'ratings-saved')

  await goTo('/supervise/audit/openings')
  const lines = main.getByRole('table', { name: '明文查看' }).getByRole('row')
  await expect(main.getByRole('status')).toContainText(`共${OPENINGS}次`)
  await expect(lines).toHaveCount(OPENINGS)
  await picture(open.desk, 'openings')
  await main.getByRole('button', { name: '更早的' }).press('Enter')
  await expect(lines).toHaveCount(2)
  expect(await barriers(page, 'main')).toEqual([])
  await picture(open.desk, 'openings-last')
  await main.getByRole('button', { name: '回到第一页' }).press('Enter')
  await expect(lines).toHaveCount(OPENINGS)

  await goTo('/supervise/audit/books')
  await page.keyboard.press('F9')
  await expect(main.getByRole('status')).toContainText('全部一致')
  expect(await barriers(page, 'main')).toEqual([])
  await picture(open.desk, 'books')
}

async function lookAsAdmin(): Promise<void> {
  await goTo('/admin/hall')
  await expect(page.getByRole('table', { name: '大厅设置' })).toContainText('GL-BT.firstMonth')
  await picture(open.desk, 'hall-lacks')
}

for (const role of Object.keys(people) as Role[])
  test(`R-ROLE-8: every page of the table, as ${role}`, async () => {
    if (role !== 'supervisor') await changeTo(open.desk, open.bureau, people[role], role === 'clerk' ? 2 : null)
    if (role === 'clerk') named.form = await aForm()
    else if (role === 'supervisor') await expect(main().getByRole('heading', { name: '督办' })).toBeVisible()
    await walk(role)
    expect(failed).toEqual([])
    if (role === 'supervisor') await lookAsSupervisor()
    if (role === 'admin') await lookAsAdmin()
    if (role !== 'examiner') return
    await goTo('/supervise/figures')
    expect(await barriers(page, 'main')).toEqual([])
    await picture(open.desk, 'not-yours')
  })

test('R-ROLE-8: every page was opened by somebody', () => {
  expect(all.filter((place) => !looked.has(place))).toEqual([])
  expect(Object.keys(people).toSorted()).toEqual(roles.toSorted())
})

const main = () => page.getByRole('main')
const here = () => page.evaluate(() => location.hash)
/** What lies on the clipboard. */
const copied = () => inMain(open.desk.app, ({ clipboard }) => clipboard.readText())
const shown = () => inMain(open.desk.app, ({ BrowserWindow }) => !BrowserWindow.getAllWindows()[0]!.isMinimized())

test('R-LINK-1, R-LINK-5, R-LINK-6: what was chosen stays through a reload and back, the page of a list too, and a link of it is copied by keyboard', async () => {
  await changeTo(open.desk, open.bureau, people.supervisor)
  await main().getByRole('button', { name: '前一天' }).press('Enter')
  await main().getByText('按人员').click()
  const chosen = `/today?day=${addDays(today, -1)}&by=person`
  await expect.poll(here).toBe(`#${chosen}`)
  await main().getByRole('button', { name: '复制链接' }).press('Enter')
  await expect.poll(copied).toBe(`pioneer-desk://desk${chosen}`)
  await picture(open.desk, 'today-links')
  await page.reload()
  await expect(main().getByRole('radio', { name: '按人员' })).toBeChecked()
  expect(await here()).toBe(`#${chosen}`)
  await main().getByRole('link', { name: '统计' }).press('Enter')
  await expect(main().getByRole('heading', { level: 1 })).toContainText('日')
  expect(await here()).toContain(`period=${addDays(today, -1)}&by=person`)
  await page.goBack()
  await expect(main().getByRole('radio', { name: '按人员' })).toBeChecked()

  await goTo('/supervise/audit/openings')
  const lines = main().getByRole('table', { name: '明文查看' }).getByRole('row')
  await main().getByRole('button', { name: '更早的' }).press('Enter')
  await expect(lines).toHaveCount(2)
  await lines.getByRole('link').press('Enter')
  await expect.poll(here).toMatch(/^#\/case\//)
  await page.goBack()
  await expect(lines).toHaveCount(2)
  await page.reload()
  await expect(lines).toHaveCount(2)

  await goTo('/supervise/in-time?by=person')
  await expect(main().getByRole('radio', { name: '按人员' })).toBeChecked()
  await goTo('/supervise/exports?what=cases&from=2026-01-01&to=2026-01-31')
  await expect(main().getByRole('radio', { name: '办件明细' })).toBeChecked()
  await goTo(`/supervise/ratings?day=${yesterday}`)
  await expect(main().getByRole('textbox', { name: '评价单的日子' })).toHaveValue(yesterday)
  await goTo('/tasks?list=overdue&window=3')
  await expect(main().getByText('3号窗口').first()).toBeVisible()
  await goTo(`/supervise/close/${today}?month=2026-01`)
  await expect(main()).toContainText('2026年1月')
  await main().getByRole('button', { name: '下个月' }).press('Enter')
  expect(await here()).toBe(`#/supervise/close/${today}?month=2026-02`)
})

test('R-LINK-4: a second start with a link brings the first window forward on that page', async () => {
  await inMain(open.desk.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const to = `/supervise/plans/month?month=${yesterday.slice(0, 7)}`
  expect(await startOnceMore(open.desk, `pioneer-desk://desk${to}`)).toBe(0)
  await expect(main().getByRole('heading', { name: /各窗口并列/ })).toBeVisible()
  expect(await here()).toBe(`#${to}`)
  await expect.poll(shown).toBe(true)
  await main().getByRole('link', { name: '6号窗口' }).press('Enter')
  expect(await here()).toContain('/supervise/figures?period=')
  expect(await here()).toContain('by=item&window=6')

  expect(await startOnceMore(open.desk, 'pioneer-desk://desk/nowhere')).toBe(0)
  await expect(page.getByText('这个链接打不开')).toBeVisible()
  expect(await here()).toContain('/supervise/figures?period=')
})

test('R-LINK-4: a link waits for whoever signs in, who reads it or who may; what is being filled is asked about and kept', async () => {
  await page.getByRole('banner').getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('textbox', { name: '密码' })).toBeVisible()
  expect(await startOnceMore(open.desk, 'pioneer-desk://desk/supervise/audit/books')).toBe(0)
  await signIn(open.desk, open.bureau, people.clerk, 2)
  await expect(main().getByRole('heading', { name: '“账本核对”不对您开放' })).toBeVisible()
  await expect(main().getByRole('status')).toContainText('由督查员打开')

  const form = await aForm()
  const link = `pioneer-desk://desk/case/${named.case}`
  expect(await startOnceMore(open.desk, link)).toBe(0)
  const asked = page.getByRole('dialog')
  await expect(asked).toContainText('打开同事发来的链接？')
  await picture(open.desk, 'link-asked')
  await asked.getByRole('button', { name: '先不打开' }).press('Enter')
  await expect(page.getByLabel('申请人姓名')).toHaveValue('走样例')
  expect(await startOnceMore(open.desk, link)).toBe(0)
  await asked.getByRole('button', { name: '打开链接' }).press('Enter')
  await expect(main().getByRole('heading', { level: 1 })).toContainText('审查中')
  await picture(open.desk, 'case-link')
  await goTo(`/intake/form/${form}`)
  await expect(page.getByLabel('申请人姓名')).toHaveValue('走样例')
})
