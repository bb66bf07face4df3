/** The rarer acts of the law in the real window, each by whoever may do it: 听证, 公示 with an objection, 更正文书, 撤销, 注销, 留置送达,
 *  公告送达. What leads up to them was done before, and comes from the bureau. */
import { expect, type Page, test } from '@playwright/test'
import { sql } from 'kysely'
import { actsOf, type PlannedAct, workdaysUpTo } from '../../scripts/demo-cases/plan.ts'
import { openDatabase } from '../../server/database.ts'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { hearingFrom, hearingRequestBy } from '../../shared/calendar/permit-terms.ts'
import { addWorkdays } from '../../shared/calendar/workdays.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { Item } from '../../shared/item/item.ts'
import { dayWords } from '../../shared/paper/say.ts'
import { calendar, realItem } from '../make/catalogue.ts'
import type { Life } from '../make/life.ts'
import { make } from '../make/make.ts'
import { testSealer } from '../server/databases.ts'
import { begin, changeTo, paperSays, passStep, submit } from './counter.ts'
import { startFilledBureau } from './filled.ts'
import { barriers, keys, picture } from './looking.ts'
import { openSignedIn, type SignedIn } from './signed-in.ts'

test.describe.configure({ mode: 'serial' })

let open: SignedIn
let page: Page

test.beforeAll(async () => {
  open = await openSignedIn('li.ck', { window: 2, start: (known) => startFilledBureau(plan, known) })
  page = open.desk.page
})
test.afterAll(() => open?.close())

const bodies = {
  asks: '示例区听证样例协会',
  heard: '示例区笔录样例协会',
  hung: '示例区公示样例协会',
  disputed: '示例区异议样例协会',
  wrong: '示例区更正样例协会',
  revoked: '示例区撤销样例协会',
  cancelled: '示例区注销样例协会',
} as const
const gone = '公告样例'

/** Each as it stands before the act that is looked at. */
function plan(_: readonly Item[], now: Instant): PlannedAct[] {
  const days = workdaysUpTo(dayOf(now), 40).toReversed()
  const [change, grade, benefit] = ['ST-BG', 'SZ-PG', 'GL-BT'].map(realItem) as [Item, Item, Item]
  let no = 400
  const live = (of: Item, name: string, day: Day): Life => {
    no += 1
    const set = of.applicantKind === 'person' ? { name } : { orgName: name }
    return make.life({ item: of, seed: no, at: `${day}T01:${String(no % 60).padStart(2, '0')}:00.000Z`, calendar, set })
  }
  const on = (day: Day, minute = 0) => `${day}T02:${String(minute).padStart(2, '0')}:00.000Z`
  const taken = (of: Item, name: string, day: Day) => live(of, name, day).act(['received', 'accepted'])
  const closed = (name: string) => taken(change, name, days[12]!).to('closed')
  const heard = taken(change, bodies.heard, days[14]!)
  heard
    .do(['hearingOffered', { to: [bodies.heard], requestBy: hearingRequestBy(calendar, days[13]!).day }], {
      at: on(days[13]!),
    })
    .do(['hearingRequested', { by: '王样例', on: days[11]! }], { at: on(days[11]!) })
    .do(['clockPaused', { suspension: 'hearing', from: days[10]!, expected: '20个工作日' }], { at: on(days[10]!) })
    .do(['hearingNoticed', { at: `${days[1]!}T01:30:00.000Z` as Instant, place: '示例区政务服务中心听证室' }], {
      at: on(days[10]!, 20),
    })
  const disputed = taken(grade, bodies.disputed, days[20]!).next().next()
  disputed.do(['publicized', { from: days[10]!, until: days[4]!, place: '大厅公告栏' }], { at: on(days[10]!) })
  const hung = taken(grade, bodies.hung, days[20]!).next().next()
  const refused = live(benefit, gone, days[39]!).act(['received', 'accepted']).to('awaitingDecision')
  refused.do('refused').do('prepared')
  refused.do(['deliveryAttempted', { manner: 'post', why: '邮件退回，查无此人', next: 'publicNotice' }])
  const lives = [
    taken(change, bodies.asks, days[2]!),
    heard,
    hung,
    disputed,
    ...[bodies.wrong, bodies.revoked, bodies.cancelled].map(closed),
    refused,
  ]
  return lives.flatMap(({ events }) => actsOf(events)).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

const stands = (text: string) => expect(page.getByRole('heading', { level: 1 })).toContainText(text)
const clock = () => page.locator('.case-head-time')
const history = () => page.getByRole('region', { name: '办理经过' })
const today = () => dayOf(new Date().toISOString())

/** From anywhere to the one case of this applicant. */
async function find(name: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill(name)
  // What comes from the bureau in the first seconds is found without typing again.
  await expect(page.getByText('找到 1 件')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.case-head')).toBeVisible()
}

/** Looks at a dialog as it is filled, and hands it in. */
async function look(name: string, said: string | RegExp): Promise<void> {
  await picture(open.desk, `rare-${name}`)
  expect(await barriers(page, '.ant-modal')).toEqual([])
  await submit(page, said)
}

test('R-LAW-5, R-PAPER-47, R-HOTKEY-6 公告送达: thirty days after the notice it counts as served, nobody signs, and no day sooner', async () => {
  await find(gone)
  await stands('待送达 · 不予给付')
  const dialog = await begin(page, '送达')
  await expect(dialog.getByRole('radio', { name: '公告' })).toBeChecked()
  await expect(dialog.getByLabel('签收人', { exact: true })).toBeHidden()
  const from = dialog.getByLabel('公告发出日期')
  await from.fill(addDays(today(), -12).replaceAll('-', ''))
  await page.keyboard.press('F9')
  await expect(dialog.getByRole('alert').first()).toContainText('30')
  await picture(open.desk, 'rare-notice-short')
  await from.fill(addDays(today(), -31).replaceAll('-', ''))
  await look('notice-serve', '送达')
  await stands('已送达 · 不予给付')
  await paperSays(
    page,
    '送达回证',
    ['公告送达', dayWords(addDays(today(), -31)), `视为送达${dayWords(addDays(today(), -1))}`],
    () => picture(open.desk, 'rare-notice-proof'),
  )
})

test('R-LAW-2 异议: whoever objects is written down, and the step waits until it is answered', async () => {
  await find(bodies.disputed)
  await begin(page, '登记异议')
  await page.keyboard.insertText('赵样例')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('公示的等级与该会的财务情况不符')
  await look('objection', '收到异议')
  await expect(history()).toContainText('赵样例')
  await picture(open.desk, 'rare-objection-case')
})

test('R-LAW-8 听证: the right is told, asked for, noticed seven working days ahead; the clock stands and says so', async () => {
  await changeTo(open.desk, open.bureau, 'qian.sc')
  await find(bodies.asks)
  await expect(clock()).toContainText('余8个工作日')
  await begin(page, '告知听证权利')
  await look('hearing-offer', '告知听证权利')
  await paperSays(page, '听证权利告知书', [
    dayWords(hearingRequestBy(calendar, today()).day),
    '听证不收费',
    '《中华人民共和国行政许可法》第四十七条',
  ])
  await begin(page, '登记听证申请')
  await look('hearing-request', '申请听证')
  // Who asked for it may give it up; for the others, if there are any, that says nothing.
  const waived = await begin(page, '登记放弃听证')
  await expect(waived.getByRole('checkbox', { name: '告知的人、提出的人都不要求听证了' })).not.toBeChecked()
  await picture(open.desk, 'rare-hearing-waive')
  await page.keyboard.press('Escape')
  await begin(page, '听证通知')
  await look('hearing-notice', '通知听证')
  await paperSays(page, '听证通知书', [dayWords(hearingFrom(calendar, addDays(today(), 1)).day), '申请回避'])
  const pause = await begin(page, '停表')
  await pause.getByRole('radio', { name: '听证' }).check()
  await pause.getByLabel('预计所需时间').fill('20个工作日')
  await pause.getByLabel('批准人').fill('周示例')
  await look('hearing-pause', /停止计时|停表/)
  await expect(clock()).toContainText('停')
  await picture(open.desk, 'rare-hearing-case')
  await paperSays(page, '特别程序告知书', ['听证', '20个工作日', '第四十五条'])
})

test('R-LAW-38 听证: held and written down by who does not lead it, the clock goes on', async () => {
  await find(bodies.heard)
  await expect(clock()).toContainText('停')
  const held = await begin(page, '听证笔录')
  await held.getByLabel('主持人').fill('钱示例')
  await held.getByRole('textbox', { name: '听证情况' }).fill('申请人陈述申请理由，审查人员提出审查意见，双方质证完毕。')
  await page.keyboard.press('F9')
  await expect(held.getByRole('alert').first()).toBeVisible()
  await picture(open.desk, 'rare-hearing-own')
  await held.getByLabel('主持人').fill('吴示例')
  await look('hearing-held', '举行听证')
  await paperSays(page, '听证笔录', ['主持人', '吴示例', '第四十八条'], () => picture(open.desk, 'rare-hearing-record'))
  await begin(page, '恢复计时')
  await look('hearing-resume', '恢复计时')
  await expect(clock()).not.toContainText('停')
  await picture(open.desk, 'rare-hearing-done')
  await paperSays(page, '恢复办理告知书', [`最迟${dayWords(addWorkdays(calendar, today(), 7).day)}`])
})

test('R-PAPER-48 公示: what hangs out names whom it may, and the objection is answered before the step goes on', async () => {
  await find(bodies.hung)
  const dialog = await begin(page, '公示')
  await dialog.getByLabel('公示地点').fill('示例区政务服务中心公告栏')
  await expect(dialog.getByRole('textbox', { name: '公示内容' })).toHaveValue(
    /^示例区公示样例协会的“社会组织等级评估申报”/,
  )
  await look('publicity', '公示')
  await paperSays(page, '公示', ['公示时间', '示例区政务服务中心公告栏'], () =>
    picture(open.desk, 'rare-publicity-paper'),
  )
  await find(bodies.disputed)
  // It is the next thing to do; the step itself waits.
  await expect(page.locator('.case-bar').getByRole('button').first()).toHaveText(/异议处理/)
  const answer = await begin(page, '异议处理')
  await answer.getByRole('radio', { name: '异议不成立' }).check()
  await answer.getByRole('textbox', { name: '处理情况' }).fill('经复核该会上年度审计报告，财务情况属实，已答复提出人。')
  await look('objection-answer', '异议处理')
  await passStep(page, '公示评估结果', '情况属实，同意。')
})

test('R-VIEW-14, R-PAPER-2 更正文书, 撤销, 注销: the head puts a wrong paper right and takes back what must not stand', async () => {
  await changeTo(open.desk, open.bureau, 'zhou.jld')
  await find(bodies.wrong)
  const wrong = await begin(page, '更正文书')
  await page.keyboard.insertText('准予')
  await expect(wrong.getByRole('option')).toHaveCount(1)
  await keys(page, '')
  await page.keyboard.insertText('住所：测试路1号')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('住所：测试路9号')
  await look('paper-correct', '更正文书')
  await paperSays(page, '文书更正通知书', ['测试路1号', '测试路9号'], () => picture(open.desk, 'rare-paper-correction'))
  const decision = page.getByRole('region', { name: '文书' }).getByRole('listitem').filter({ hasText: '准予行政许可' })
  await expect(decision).toContainText(/已由 \d{4} \d{4} \d{4} 更正/)
  await picture(open.desk, 'rare-paper-corrected-case')
  await find(bodies.revoked)
  const revoke = await begin(page, '撤销')
  await revoke.getByRole('textbox', { name: '理由' }).fill('经查，会议纪要系伪造，变更登记的决定没有事实根据')
  await look('revoke', '撤销')
  await stands('待送达')
  await paperSays(
    page,
    '撤销行政许可决定书',
    ['会议纪要系伪造', '第六十九条', '60日内，向示例区人民政府', '6个月内，向示例区人民法院'],
    () => picture(open.desk, 'rare-revocation'),
  )
  await find(bodies.cancelled)
  const cancel = await begin(page, '注销')
  await cancel.getByRole('textbox', { name: '理由' }).fill('该会已经依法终止')
  await look('cancel', '注销')
  await paperSays(page, '注销行政许可决定书', ['该会已经依法终止', '第七十条', '示例区人民法院'])
  await picture(open.desk, 'rare-cancelled-case')
})

test('R-LAW-34, R-PAPER-46, R-PAPER-47 留置送达, 送达未成: a witness who is nobody concerned, and the next manner', async () => {
  await changeTo(open.desk, open.bureau, 'li.ck', 2)
  await find(bodies.revoked)
  const left = await begin(page, '送达')
  await left.getByRole('radio', { name: '留置' }).check()
  await left.getByRole('button', { name: '单位负责收件的人拒绝签收。' }).click()
  await left.getByLabel('见证人').fill('李样例')
  await page.keyboard.press('F9')
  await expect(left.getByRole('alert').first()).toBeVisible()
  await picture(open.desk, 'rare-witness-own')
  await left.getByLabel('见证人').fill('社区干部孙样例')
  await look('left', '送达')
  await stands('已送达')
  await paperSays(
    page,
    '送达回证',
    ['留置', '单位负责收件的人拒绝签收', '见证人：社区干部孙样例', '撤销行政许可决定书'],
    () => picture(open.desk, 'rare-left-proof'),
  )
  await find(bodies.cancelled)
  const failed = await begin(page, '送达未成')
  await failed.getByRole('textbox').first().fill('办公地点已经搬空，电话停机')
  await failed.getByRole('radiogroup', { name: '下次的方式' }).getByRole('radio', { name: '公告' }).check()
  await look('attempt', '送达未成')
  await paperSays(page, '送达回证', ['下次改用公告', '办公地点已经搬空'])
  await picture(open.desk, 'rare-attempt-case')
})

test('R-LEDGER-3: the bureau has each of these acts once, as it was done', async () => {
  await page.getByRole('button', { name: '立即上传' }).click()
  await expect(page.locator('.status-bar')).toContainText('全部已上传')
  const db = await openDatabase(open.bureau.settings.DATABASE_URL ?? null, open.bureau.folder)
  const { rows } = await sql<{ body: Buffer }>`select body from events order by position`.execute(db)
  await db.destroy()
  const events = rows.map(({ body }) => testSealer.openJson(body) as AnyEvent)
  const own = events.filter(({ stamp, type }) => stamp.terminal === 1 && type !== 'printed')
  expect(own.map(({ type }) => type)).toEqual(
    (
      'delivered objectionRaised hearingOffered hearingRequested hearingNoticed clockPaused hearingHeld clockResumed publicized ' +
      'objectionResolved stepPassed paperCorrected revoked cancelled delivered deliveryAttempted'
    ).split(' '),
  )
  expect(own.every(({ standing }) => standing === 'confirmed')).toBe(true)
})
