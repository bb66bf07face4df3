import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { calendar, hall, paperBook, realItem } from '../../tests/make/catalogue.ts'
import { hardPapers, longestName, thirtyMaterials } from '../../tests/make/hard-papers.ts'
import { coolingKite, needyKite } from '../../tests/make/kites.ts'
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { payloadOf } from '../../tests/make/payloads.ts'
import type { Day } from '../calendar/day.ts'
import { apply } from '../case/apply.ts'
import type { Case } from '../case/case.ts'
import { type ActId, eventId, PrintedNumber } from '../case/ids.ts'
import { findRow } from '../case/rows.ts'
import { publicityStep } from '../case/steps.ts'
import type { EventType } from '../case/workflow.ts'
import type { Item } from '../item/item.ts'
import { type Acted, composePapers } from './compose.ts'
import { copyName, firstCopies } from './copies.ts'
import { noticeText } from './notice-text.ts'
import { dayPaperKeys, type Paper } from './paper.ts'
import { basisWords } from './say.ts'

/** The one paper of the last event of a life, its words in lines. */
function lastPaper(life: Life): { title: string; words: string } {
  let kase: Case | undefined
  let last: Acted | undefined
  for (const event of life.events) {
    const row = findRow(event.type as EventType, kase?.status ?? 'new', life.item.kind)!
    const after = apply(kase, event)!
    last = { row, event, before: kase, after }
    kase = after
  }
  return paperOf(last!, life)
}

function paperOf(acted: Acted, { item, at: now }: Pick<Life, 'item' | 'at'>): { title: string; words: string } {
  const [paper] = composePapers([acted], { item, hall, calendar, book: paperBook, now })
  return { title: paper!.title, words: JSON.stringify(paper!.blocks) }
}

/** A printed event of this paper. */
function printed({ kase, item, at }: Life, key: Paper['key'], number: string) {
  const { paper } = payloadOf.printed({ kase, item, seed: 2, at, missing: [], set: {} })
  return ['printed', { paper: { ...paper, key, number: PrintedNumber.parse(number) } }] as const
}

test('R-PAPER-31: the receipt of a cooling off says both windows large, names both who applied, and asks both to sign', () => {
  const life = make.life({ item: coolingKite(), set: { name: '王示例', partnerName: '李样例' } }).act(['received'])
  const { title, words } = lastPaper(life.do('accepted'))
  expect(title).toBe('放风筝许可（测试用）申请受理回执单')
  expect(words).toContain('2026年12月25日（星期五）到2027年1月25日（星期一）')
  expect(words).toContain('最迟2026年12月24日（星期四）')
  expect(words).toContain('王示例、李样例')
  expect(words).toContain('双方申请人签收')
  expect(words).toContain('放假安排公布后如有变化，我们电话告诉您。')
  expect(words).toContain('《风筝放飞条例（虚构）》第十四条')
  expect(words).not.toContain('代办人')
  for (const key of ['idNo', 'partnerIdNo']) expect(words).not.toContain(String(life.kase.form[key]))
})

test('R-PAPER-31: a withdrawal says which of the two withdrew', () => {
  const life = make.lifeOf({ item: coolingKite(), status: 'underReview', set: { partnerName: '李样例' } })
  const { title, words } = lastPaper(life.do(['withdrawn', { by: 'partner', signedBy: '李样例' }]))
  expect(title).toBe('撤回放风筝许可（测试用）申请书')
  expect(words).toContain('["谁撤回","李样例"]')
})

test('R-PAPER-32: what could not be handed over says why and how next, and asks nobody to sign for it', () => {
  const { title, words } = lastPaper(make.lifeOf({ status: 'ready' }).do('deliveryAttempted'))
  expect(title).toBe('送达回证')
  expect(words).toContain('下次改用邮寄送达')
  expect(words).toContain('["没有送到的原因","电话无人接听"]')
  expect(words).not.toContain('收件人签名')
})

/** The proof that this case, as it is, was handed over. */
function proofOf(before: Case, { item, at }: Life): string {
  const ready = { ...before, status: 'ready' as const }
  const [event] = make.lifeOf({ item, status: 'ready' }).do('delivered').events.slice(-1)
  const row = findRow('delivered', 'ready', item.kind)!
  return paperOf(
    { row, event: { ...event!, case: before.id }, before: ready, after: { ...ready, status: 'closed' } },
    { item, at },
  ).words
}

test('R-PAPER-46: a proof of delivery lists what is handed over now: of a decision taken back, only the one that does so', () => {
  const life = make.lifeOf({ status: 'decided' })
  life.do(printed(life, 'grantDecision', '000010000023')).to('ready')
  expect(lastPaper(life.do('delivered')).words).toContain('0000 1000 0023')
  life.do('revoked')
  life.do(printed(life, 'revocationDecision', '000010000034'))
  const { words } = lastPaper(life.do('delivered'))
  expect(words).toContain('0000 1000 0034')
  expect(words).not.toContain('0000 1000 0023')
  expect(words).not.toContain('示例证字第')
})

test('R-PAPER-46: a slip whose act was judged out of turn is not served in the decision’s place', () => {
  const life = make.lifeOf({ status: 'awaitingDecision' })
  const other = make.lifeOf({ status: 'awaitingDecision' })
  const late = other.act(['withdrawn', printed(other, 'withdrawalSlip', '000010000045')]).events.slice(-2)
  life
    .do('granted')
    .do(printed(life, 'grantDecision', '000010000023'))
    .to('decided')
  // Before the bureau has judged, only its key tells that the slip belongs to no outcome of this case.
  for (const standing of ['outOfTurn', null] as const) {
    const kase = late.map((event) => ({ ...event, standing })).reduce<Case | undefined>(apply, life.kase)!
    expect(kase.papers.map(({ key }) => key)).toEqual(['grantDecision', 'withdrawalSlip'])
    const words = proofOf(kase, life)
    expect(words).toContain('0000 1000 0023')
    expect(words).not.toContain('0000 1000 0045')
  }
})

test('R-PAPER-46: of two papers of one kind the one judged out of turn is not served', () => {
  const life = make.lifeOf({ status: 'awaitingDecision' })
  life.do('withdrawn').do(printed(life, 'withdrawalSlip', '000010000023'))
  const again = life.fact(printed(life, 'withdrawalSlip', '000010000045'))
  const kase = apply(life.kase, {
    ...life.events.at(-1)!,
    ...again,
    id: eventId(randomUUID() as ActId, 1),
    standing: 'outOfTurn',
  })!
  expect(kase.papers).toHaveLength(2)
  const words = proofOf(kase, life)
  expect(words).toContain('0000 1000 0023')
  expect(words).not.toContain('0000 1000 0045')
})

test('R-PAPER-46: a correction is served with what it puts right, and only with that', () => {
  const life = make.lifeOf({ status: 'underReview' })
  const correct = (wrong: string, number: string) =>
    life.act([['paperCorrected', { number: PrintedNumber.parse(wrong) }], printed(life, 'paperCorrection', number)])
  life.do(printed(life, 'acceptanceNotice', '000010000012')).to('decided')
  life.do(printed(life, 'grantDecision', '000010000023'))
  correct('000010000012', '000010000056')
  correct('000010000023', '000010000067')
  correct('000010000067', '000010000078')
  const words = proofOf(life.to('ready').kase, life)
  for (const number of ['0023', '0067', '0078']) expect(words).toContain(`0000 1000 ${number}`)
  for (const number of ['0012', '0056']) expect(words).not.toContain(`0000 1000 ${number}`)
})

test('R-PAPER-47: what was left there says why nobody took it, and the witness signs instead of whoever ought to', () => {
  const witness = { person: null, name: '社区干部孙样例' }
  const refusedWhy = '本人拒绝签收。'
  const { words } = lastPaper(
    make.lifeOf({ status: 'ready' }).do(['delivered', { manner: 'left', witness, refusedWhy }]),
  )
  expect(words).toContain(`["拒收的原因","${refusedWhy}"]`)
  expect(words).toContain('见证人：社区干部孙样例')
  expect(words).not.toContain('收件人签名')
})

test('R-PAPER-47: what a public notice served says until when that hung out', () => {
  const life = make.lifeOf({ status: 'ready' })
  life.do(['deliveryAttempted', { next: 'publicNotice' }], { at: '2026-11-24T09:00:00.000Z' })
  const served = ['delivered', { manner: 'publicNotice', noticeFrom: '2026-11-25' as Day }] as const
  const { words } = lastPaper(life.do(served, { at: '2026-12-26T02:00:00.000Z' }))
  expect(words).toContain('["公告满30日，视为送达","2026年12月25日"]')
})

test('R-PAPER-33: a grade stands on the decision', () => {
  const item = make.item({ result: { ...make.item().result, grades: ['高飞', '低飞'] } })
  const life = make.lifeOf({ item, status: 'awaitingDecision' }).do(['granted', { grade: '低飞' }])
  expect(lastPaper(life).words).toContain('["等次","低飞"]')
})

test('R-PAPER-42: an extension is said in its unit, with the body above that approved it where a law asks for one', () => {
  const life = make.lifeOf({ item: realItem('CS-RD'), status: 'underReview' })
  const { words } = lastPaper(
    life.do([
      'extended',
      {
        workdays: 60,
        document: { office: '国务院民政部门', name: '批复', number: '示例〔2026〕1号', day: make.testDay },
      },
    ]),
  )
  expect(words).toContain('办理时间延长60日。')
  expect(words).toContain('["批准人","国务院民政部门"]')
  expect(words).toContain('["批准文件","国务院民政部门《批复》示例〔2026〕1号（2026年11月24日）"]')
  const own = lastPaper(make.lifeOf({ status: 'underReview' }).do('extended')).words
  expect(own).toContain('办理时间延长5个工作日。')
  expect(own).toContain('["批准人","测试员（本机关负责人）"]')
  expect(own).not.toContain('批准文件')
})

test('R-PAPER-43: a law’s number stands behind its title, and a title within a title has single marks', () => {
  expect(basisWords(realItem('HY-LH'))).toContain('《婚姻登记条例》（国务院令第804号）')
  expect(basisWords(realItem('HY-LH'))).toContain(
    '《民政部关于贯彻落实〈中华人民共和国民法典〉中有关婚姻登记规定的通知》（民发〔2020〕116号）',
  )
  expect(basisWords(realItem('YL-PG'))).toContain('《老年人能力评估规范》（GB/T 42195-2022）')
  expect(basisWords(realItem('SY-CL'))).toContain('《收养评估办法（试行）》（民发〔2020〕144号）')
  expect(basisWords(realItem('SY-CL'))).toContain('《中国公民收养子女登记办法》（2023年修订）第六条')
})

test('R-PAPER-34: what hangs out is no applicant’s copy, and shows a masked name and no number', () => {
  const life = make.lifeOf({ item: needyKite('publicized'), status: 'underReview', set: { name: '王示例' } })
  const { words } = lastPaper(life.do('publicized'))
  expect(words).toContain('王**')
  expect(words).not.toContain('王示例')
  for (const key of ['idNo', 'phone']) expect(words).not.toContain(String(life.kase.form[key]))
  expect(firstCopies('publicNotice').map((copy) => copyName('publicNotice', copy))).toEqual(['张贴联', '存档联'])
  expect(firstCopies('factsRecord').map((copy) => copyName('factsRecord', copy))).toEqual(['存档联'])
  expect(firstCopies('receipt').map((copy) => copyName('receipt', copy))).toEqual(['申请人联', '存档联'])
})

test('R-PAPER-35: a check by an outside office names the two who checked, not who wrote it down', () => {
  const { words } = lastPaper(
    make.lifeOf({ item: needyKite('factsChecked'), status: 'underReview' }).do('factsChecked'),
  )
  expect(words).toContain('核查人：李示例')
  expect(words).toContain('核查人：王演示')
  expect(words).not.toContain('核查人：测试员')
})

test('R-PAPER-36: thirty materials, the longest name and rare characters stand whole on what lists them', () => {
  const rare = '𠮷𡈽䶮·㛃'.repeat(10).slice(0, 48)
  const [form] = make.item().materials
  const many = Array.from({ length: 30 }, (_, at) => ({ ...form!, key: `paper${at}`, name: `第${at + 1}份材料` }))
  const item = make.item({ materials: [...make.item().materials, ...many] })
  const received = lastPaper(make.life({ item, set: { name: rare } }).do('received')).words
  for (const { name } of many) expect(received).toContain(name)
  expect(received).toContain(rare)
  const lacking = make.life({ item, set: { name: rare }, missing: many.map(({ key }) => key) }).do('received')
  const notice = lastPaper(lacking.do('correctionRequested')).words
  for (const { name } of many) expect(notice).toContain(name)
  const withdrawn = make.lifeOf({ item, set: { name: rare } })
  const back = lastPaper(withdrawn.do(['withdrawn', { returned: many.map(({ key }) => key) }])).words
  for (const { name } of many) expect(back).toContain(name)
})

/** What is said of somebody else's application to those whom it touches, and what hangs out, has no whole name of who applies. */
const withoutName = ['partiesNotice', 'publicNotice']
const listing = [
  'receipt',
  'correctionNotice',
  'amendedCorrectionNotice',
  'supplementReceipt',
  'incompleteAcceptance',
  'lateMaterialReceipt',
  'filingReceipt',
  'serviceSlip',
]

test('R-PAPER-36: every paper of a case bears the longest name whole, and what lists materials lists all thirty', () => {
  const papers = hardPapers()
  const keys = new Set(papers.map(({ key }) => key))
  expect(
    paperBook.templates
      .map(({ key }) => key)
      .filter((key) => !keys.has(key))
      .toSorted(),
  ).toEqual(dayPaperKeys.toSorted())
  for (const { key, blocks } of papers) {
    const words = JSON.stringify(blocks)
    if (!withoutName.includes(key)) expect(words, key).toContain(longestName)
    const listed = thirtyMaterials.filter(({ name }) => words.includes(name))
    expect(listed.length, key).toBe(listing.includes(key) && listed.length > 0 ? 30 : 0)
  }
  const lists = papers.filter(({ blocks }) => JSON.stringify(blocks).includes(thirtyMaterials[29]!.name))
  expect(new Set(lists.map(({ key }) => key))).toEqual(new Set(listing))
})

test('R-PAPER-41: a notice for the parents of a child tells of the child, and nothing of who adopts it', () => {
  const set = {
    adopterName: '收养示例',
    childCategory: '查找不到生父母的未成年人',
    fromInstitution: true,
    childName: '童示例',
    childSex: '女',
    childBirth: '2024-05-06',
    childConsent: '未满8周岁',
  }
  const life = make.lifeOf({ item: realItem('SY-CL'), set, status: 'underReview' })
  const text = noticeText(life.item, publicityStep(life.kase, life.item)!.notice!, life.kase.form)
  const { title, words } = lastPaper(life.do(['publicized', { text }]))
  expect(title).toBe('查找生父母公告')
  expect(words).toContain('童示例，女，2024年5月6日出生（捡拾的时间、地点和随身物品：＿＿）')
  expect(words).toContain('"公告时间","text":"2026年11月24日至2027年1月25日"')
  expect(words).toContain('《中国公民收养子女登记办法》（2023年修订）第八条第二款')
  expect(words).not.toMatch(/收养示例|收\*|收养登记|公示/)
})

test('a notice’s words leave a gap where the form says nothing', () => {
  const words = { text: '{reason}的风筝，{flyOn}飞，线长{length}米。{club}' }
  expect(noticeText(make.item(), words, { reason: '新办', flyOn: '2026-11-24', length: 60, club: '' })).toBe(
    '新办的风筝，2026年11月24日飞，线长60米。＿＿',
  )
})

test('R-PAPER-44: what both must come for themselves is not said to be fetched by others, and a lapse says until when nobody came', () => {
  const pickup = (code: string) => lastPaper(make.lifeOf({ item: realItem(code), status: 'ready' })).words
  expect(pickup('HY-LH')).toContain('可以来领了')
  expect(pickup('HY-LH')).not.toContain('代领')
  expect(pickup('ST-BG')).toContain('委托他人代领')
  const lapsed = make.lifeOf({ item: realItem('HY-LH'), status: 'underReview' })
  expect(lastPaper(lapsed.do('lapsed', { at: '2027-03-01T02:00:00.000Z' })).words).toContain('为止双方没有一起来办')
})

test('R-PAPER-49: an acceptance says how long statute and promise give, from the day that the item’s own law names', () => {
  const accepted = (item: Item, missing: string[] = []) =>
    lastPaper(
      make
        .life({ item, missing })
        .do('received')
        .do(missing.length === 0 ? 'accepted' : 'acceptedIncomplete'),
    ).words
  expect(accepted(realItem('ST-BG'))).toContain('法定20个工作日，从受理的次日起算。')
  const founded = accepted(realItem('ST-CL'))
  expect(founded).toContain('法定60日，从收到全部有效文件的次日起算。')
  expect(founded).toContain('本局承诺办理期限：15个工作日，从收到全部有效文件的次日起算。')
  expect(accepted(realItem('SY-CL'))).toContain('法定30日，从收到申请和材料的次日起算。')
  const late = accepted(realItem('DB-SQ'), ['户口簿'])
  for (const line of ['法定30个工作日，从受理的次日起算。', '本局承诺办理期限：20个工作日，从受理的次日起算。'])
    expect(late).toContain(line)
  const hours = { count: 24, unit: 'hours', basis: '（虚构）', certainty: 'high' } as const
  const quick = make.item({ kind: 'benefit', limits: { statutory: hours, promised: null } })
  expect(accepted(quick)).toContain('法定24小时，从受理时起算。')
  expect(accepted(realItem('GL-BT'))).not.toContain('法定')
  expect(lastPaper(make.life({ item: realItem('SY-CL') }).do('received')).words).toContain(
    '收到申请和材料后15个工作日内办好',
  )
})

test('R-PAPER-49: one stop ended beside another that runs, the notice names no day and says that the time still stands', () => {
  const life = make.lifeOf({ item: realItem('ST-BG'), status: 'underReview' })
  const stop = (suspension: string) => ['clockPaused', { suspension }] as const
  life.do(stop('expert')).do(stop('hearing'))
  const one = lastPaper(life.do(['clockResumed', { suspension: 'expert' }])).words
  expect(one).toContain('还有别的程序没有做完')
  expect(one).not.toMatch(/最迟|继续为您办理|继续计算/)
  const both = lastPaper(life.do(['clockResumed', { suspension: 'hearing' }])).words
  expect(both).toMatch(/最迟2026年12月\d+日（星期.）办好/)
  expect(both).toContain('继续为您办理')
})

test('R-PAPER-49: a case reopened is told by when it is decided now', () => {
  const life = make.lifeOf({ item: realItem('ST-BG'), status: 'closed' })
  const { words } = lastPaper(life.do('reopened', { at: '2026-12-01T02:00:00.000Z' }))
  expect(words).toContain('期限从今天重新计算，最迟2026年12月15日（星期二）办好。')
})
