/** Two terminals act on the same cases while one has no network: what the clerk reads, says to the applicant, and settles. */
import { rm } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import type { AnyFact } from '../../shared/case/event.ts'
import type { CaseId, PrintedNumber } from '../../shared/case/ids.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { type BadNetwork, openBadNetwork } from '../chaos/bad-network.ts'
import { chance } from '../chaos/random.ts'
import { accepted, clerk, fact, receivedFact, supervisor } from '../server/acts.ts'
import { VirtualTerminal } from '../server/virtual-terminal.ts'
import { begin, changeTo, elder, openCase, submit, takeBenefit } from './counter.ts'
import { type DemoBureau, type Desk, enrol, signIn, startDemoBureau } from './desk.ts'
import { barriers, picture } from './looking.ts'
import { openBoth } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

const DAY_MS = 86_400_000

let network: BadNetwork
let bureau: DemoBureau
let desk: Desk
let page: Page
let other: VirtualTerminal
const cases: Record<'corrected' | 'told' | 'longAgo', string> = { corrected: '', told: '', longAgo: '' }

test.beforeAll(async () => {
  network = await openBadNetwork(chance(1))
  ;({ bureau, desk } = await openBoth(startDemoBureau))
  page = desk.page
  network.towards(bureau.port)
  await enrol(desk, { ...bureau, url: network.url })
  await signIn(desk, bureau, 'li.ck', 2)
  other = await VirtualTerminal.enrol(bureau.url, bureau.codes[1]!)
  await other.signIn('wu.dc', undefined, 3)
  await other.signIn('wang.ck', undefined, 3)
})
test.afterAll(async () => {
  await desk?.close()
  await bureau?.stop()
  await network?.close()
  if (desk !== undefined) await rm(desk.home, { recursive: true, force: true })
})

const bar = () => page.getByRole('contentinfo')
const urgent = () => page.getByRole('region', { name: '先处理' })
const history = () => page.getByRole('region', { name: '办理经过' })
const refusedActs = () => page.getByRole('region', { name: '未采纳，没有计入上面的数' })
const now = () => new Date().toISOString()
const shown = (number: string) => numberWords(number as PrintedNumber)

/** The other window accepts a case of this one, as the bureau shows it there. */
async function acceptElsewhere(number: string): Promise<void> {
  const { entries, cases: known } = await other.pullAll()
  const kase = [...known.values()].find((each) => each.number === number)!
  const last = entries.map(({ event }) => event).findLast((event) => event?.case === kase.id)!
  other.act(clerk, [accepted(last)], now(), undefined, 3)
}

/** A case that ended so long ago that no window keeps it. */
function endedLongAgo(): string {
  const then = new Date(Date.now() - 60 * DAY_MS).toISOString()
  const first = receivedFact(other, { at: then, seed: 8 }) as AnyFact & { case: CaseId; data: { number: string } }
  const [received] = other.act(clerk, [first], then, undefined, 3)
  other.act(supervisor, [fact('voided', received!, { reason: '录错事项', paper: 'recovered' })], then, undefined, 3)
  return first.data.number
}

/** The other window takes an application, and the bureau has it. */
async function receivedElsewhere(seed: number): Promise<string> {
  const first = receivedFact(other, { seed }) as AnyFact & { data: { number: string } }
  other.act(clerk, [first], now(), undefined, 3)
  expect((await other.send()).problem).toBeNull()
  return first.data.number
}

async function sendNow(): Promise<void> {
  await page.getByRole('button', { name: '立即上传' }).click()
  await expect(bar()).toContainText('全部已上传')
}

async function look(number: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill(number)
  await expect(page.getByRole('heading', { name: '本机没有，联网后再查' })).toBeVisible()
  await page.getByRole('button', { name: '向局端查询' }).click()
}

test('R-FIND-3: a number that is not at this terminal is said to be so; out of reach, the bureau is said to be so too', async () => {
  cases.corrected = await takeBenefit(page, elder(51, '冯测试'), 'received')
  cases.told = await takeBenefit(page, elder(52, '陈测试'), 'received')
  await sendNow()
  cases.longAgo = endedLongAgo()
  await acceptElsewhere(cases.corrected)
  await acceptElsewhere(cases.told)
  network.weather = 'none'
  expect((await other.send()).problem).toBeNull()
  await look(cases.longAgo)
  await expect(page.getByText('现在连不上局端，联网后再查。')).toBeVisible()
  await expect(bar()).toContainText('未连接，照常办理')
  await picture(desk, 'search-unreachable')
  expect(await barriers(page)).toEqual([])
})

test('R-CACHE-2: two act on one case: heard of before the bureau has judged, it may be in conflict, and its paper is held', async () => {
  await openCase(page, cases.corrected)
  const correct = await begin(page, '更正信息')
  await correct.getByLabel('开户银行').fill('示例银行更正支行')
  await correct.getByRole('button', { name: '录入有误' }).click()
  await submit(page, '更正信息')
  await openCase(page, cases.told)
  const tell = await begin(page, '一次性告知')
  await tell.getByRole('textbox', { name: '材料或内容 1' }).fill('社会保障卡')
  await tell.getByRole('textbox', { name: '缺什么 1' }).fill('复印件不清')
  await tell.getByRole('textbox', { name: '怎么补 1' }).fill('请重新复印一份')
  await submit(page, /一次性告知/)
  // The bureau answers again, but nothing is sent yet; a page that begins anew pulls.
  network.closed = '/v1/records'
  network.weather = 'good'
  await page.reload()
  await page.getByRole('link', { name: '待办' }).click()
  await expect(urgent().getByRole('article')).toHaveCount(2)
  await expect(urgent().getByRole('article').filter({ hasText: '陈**' })).toContainText('文书先不要交给申请人')
  await urgent()
    .getByRole('link', { name: shown(cases.told) })
    .click()
  const paper = page.getByRole('region', { name: '文书' }).getByRole('listitem').filter({ hasText: '一次性告知书' })
  await expect(paper).toContainText('可能冲突，暂不打印')
  await expect(paper.getByRole('button', { name: '补打' })).toBeDisabled()
  await picture(desk, 'conflict-possible')
  expect(await barriers(page)).toEqual([])
})

test('R-LIST-4, R-STATUS-5: what was not taken comes first, with why, what to do and what to say', async () => {
  network.closed = undefined
  await sendNow()
  await bar().getByRole('link', { name: '未采纳 1' }).click()
  const refused = urgent().getByRole('article').filter({ hasText: '未采纳：更正信息' })
  await expect(refused).toContainText('冯** · 高龄老人保健')
  await expect(refused).toContainText(/局端先收到王示例（3号窗口）今天 \d\d:\d\d 办的“受理”，这一项后到。/)
  await expect(refused).toContainText('“更正信息”应由审查员（养老服务科）办理。')
  await expect(refused).toContainText(/怎么办.*交出的文书收回/)
  await expect(refused).toContainText(/对申请人说您的件/)
  const served = urgent().getByRole('article').filter({ hasText: '文书已送达，待处理：一次性告知补正' })
  await expect(served).toContainText(/局端先收到王示例（3号窗口）/)
  await expect(served).toContainText('对申请人说上次给您的那份文书需要更正')
  await picture(desk, 'tasks-urgent')
  // The hint over the link that was clicked hangs outside of every part.
  for (const part of ['main', 'footer']) expect(await barriers(page, part)).toEqual([])
})

test('R-VIEW-6: the case says what was not taken and why, and which paper is void', async () => {
  await urgent()
    .getByRole('link', { name: shown(cases.corrected) })
    .click()
  await expect(page.getByRole('alert')).toContainText('未采纳：更正信息')
  const refused = history().getByRole('listitem').filter({ hasText: '更正信息' })
  await expect(refused).toContainText('未采纳')
  await expect(refused).toContainText(/局端先收到王示例（3号窗口）/)
  await expect(refused).toContainText(/《登记信息更正确认单》.*（不作数，请收回）/)
  await expect(page.getByRole('region', { name: '申请信息' })).toContainText('示例银行样板支行')
  await picture(desk, 'conflict-case-refused')
  expect(await barriers(page)).toEqual([])
  await openCase(page, cases.told)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审查中')
  await expect(page.getByRole('alert')).toContainText('文书已送达，待处理')
  await expect(history().getByRole('listitem').first()).toContainText(/文书已送达，状态未变.*局端先收到王示例/)
  await expect(page.getByRole('region', { name: '文书' })).toContainText(/一次性告知书.*请收回或更正/)
  await picture(desk, 'conflict-case-out-of-turn')
  expect(await barriers(page)).toEqual([])
})

test('R-PERIOD-20: 今日 names what was not taken and counts nowhere: the case, the act, whose it was, why, and what to do', async () => {
  await page.getByRole('link', { name: '今日' }).click()
  const named = refusedActs()
    .getByRole('row')
    .filter({ hasText: shown(cases.corrected) })
  await expect(refusedActs().getByRole('row')).toHaveCount(2)
  await expect(named).toContainText('更正信息李样例（2号窗口）')
  await expect(named).toContainText(/局端先收到王示例（3号窗口）今天 \d\d:\d\d 办的“受理”/)
  await expect(named).toContainText('交出的文书收回')
  await picture(desk, 'today-refused')
  expect(await barriers(page)).toEqual([])
  await openCase(page, cases.told)
})

test('R-LIST-4: words settle it, and it leaves the list for good', async () => {
  await page.getByRole('alert').getByRole('link').click()
  const refused = urgent().getByRole('article').filter({ hasText: '未采纳' })
  await refused.getByRole('button', { name: '已处理' }).click()
  await expect(refused.getByLabel('怎样处理的？')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('请写明怎样处理的')).toBeVisible()
  await refused.getByLabel('怎样处理的？').fill('已电话告知申请人，转审查员更正')
  await picture(desk, 'tasks-settle')
  await page.keyboard.press('Enter')
  await expect(urgent()).not.toContainText('未采纳')
  await expect(bar().getByRole('link', { name: '未采纳' })).toHaveCount(0)
  await expect(bar()).toContainText('未采纳 1')
  await sendNow()
  await expect.poll(async () => (await other.pullAll()).tasks.map(({ kind }) => kind)).toEqual(['outOfTurn'])
})

test('R-FIND-3: the bureau shows what this terminal does not have, and its page opens at once', async () => {
  await look(cases.longAgo)
  const found = page.getByRole('table', { name: '查找' })
  await expect(found).toContainText('已作废')
  await picture(desk, 'search-bureau')
  network.weather = 'none'
  await found.getByRole('link', { name: shown(cases.longAgo) }).click()
  await expect(page.getByRole('heading', { name: '本机没有，联网后再查' })).toBeVisible()
  await expect(page.getByText('现在连不上局端。')).toBeVisible()
  await picture(desk, 'case-unreachable')
  expect(await barriers(page)).toEqual([])
  network.weather = 'good'
  await page.getByRole('button', { name: '向局端查询' }).click()
  await expect(history()).toContainText('误收作废')
})

test('R-COUNT-4: what is unsent stands between terminal and bureau, and each number opens its cases', async () => {
  network.closed = '/v1/records'
  const unsent = await takeBenefit(page, elder(53, '魏测试'), 'received')
  await changeTo(desk, bureau, 'wu.dc')
  const compare = page.getByRole('region', { name: '本机与局端' })
  const row = (name: RegExp) => compare.getByRole('row', { name })
  await expect(row(/^本机/)).toContainText(/本机302000/)
  await expect(row(/^其中未上传/)).toContainText(/100000/)
  await expect(row(/^局端 /)).toContainText(/局端202000/)
  await expect(compare).toContainText('本机有 1 项办理未上传')
  // R-PERIOD-10: the case itself, and since when.
  await expect(compare.getByRole('table', { name: '差在哪几件' }).getByRole('row')).toHaveText([
    /为什么/,
    new RegExp(`^${shown(unsent)}.*收件本机未上传`),
    new RegExp(`^${shown(unsent)}.*在办本机未上传`),
  ])
  await picture(desk, 'today-unsent')
  expect(await barriers(page)).toEqual([])
  const drawer = page.getByRole('dialog')
  const opens = async (name: RegExp, numbers: string[]) => {
    await row(name).getByRole('button').first().click()
    await expect(drawer.getByRole('link')).toHaveCount(numbers.length)
    // Each side lists them in an order of its own.
    expect((await drawer.getByRole('link').allTextContents()).toSorted()).toEqual(numbers.map(shown).toSorted())
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  }
  await opens(/^本机/, [cases.corrected, cases.told, unsent])
  await opens(/^其中未上传/, [unsent])
  await opens(/^局端/, [cases.corrected, cases.told])
  network.weather = 'none'
  await compare.getByRole('button', { name: '刷新' }).click()
  await expect(row(/^局端（本机上次取到的）/)).toContainText('202000')
  await expect(compare).toContainText('现在连不上局端')
  await picture(desk, 'today-unreachable')
  network.weather = 'good'
  network.closed = undefined
  await sendNow()
  await expect(compare).toContainText('本机与局端一致。')
  await expect(row(/^其中未上传/)).toHaveCount(0)
  await expect(row(/^局端/)).toContainText('302000')
  await expect(refusedActs()).toHaveCount(0)

  // R-PERIOD-21: another window's act, while the page lies open.
  const live = await receivedElsewhere(61)
  await expect(row(/^本机/)).toContainText('402000')
  await expect(row(/^局端/)).toContainText('402000')
  await expect(compare).toContainText('本机与局端一致。')
  // What the bureau has and this terminal has not fetched stands behind the bureau's number too.
  network.closed = '/v1/pull'
  const late = await receivedElsewhere(62)
  await compare.getByRole('button', { name: '刷新' }).click()
  await expect(row(/^局端/)).toContainText('502000')
  await expect(row(/^本机/)).toContainText('402000')
  const known = [cases.corrected, cases.told, unsent, live]
  await opens(/^本机/, known)
  await opens(/^局端/, [...known, late])
  await picture(desk, 'today-late')
  network.closed = undefined
  await sendNow()
  await expect(row(/^本机/)).toContainText('502000')
  await row(/^本机/).getByRole('link').first().click()
  await expect(page.getByRole('table', { name: '待办' }).getByRole('link')).toHaveCount(5)
})
