import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar, catalogue, hall, paperBook, realItem } from '../../tests/make/catalogue.ts'
import { everyPaper, papersOf } from '../../tests/make/every-paper.ts'
import { barePapers } from '../../tests/make/hard-papers.ts'
import type { Step } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { makeCalendar } from '../calendar/calendar.ts'
import { kinds } from '../item/item.ts'
import { type ComposedPaper, composePapers } from './compose.ts'
import { listToBring } from './list-to-bring.ts'
import { dayPaperKeys, Paper } from './paper.ts'
import { kindsOfPaper, textsOf } from './paper-book.ts'

/** All the words of a paper, one line for each. */
function wordsOf(paper: ComposedPaper): string {
  const lines = paper.blocks.flatMap((block) => {
    if (block.is === 'big') return [`${block.label}：${block.text}`]
    if (block.is === 'text' || block.is === 'small') return [block.text]
    if (block.is === 'facts') return block.rows.map((row) => row.join('：'))
    if (block.is === 'list') return [block.title, ...block.rows]
    if (block.is === 'table') return [block.title, block.head.join(' '), ...block.rows.map((row) => row.join(' '))]
    if (block.is === 'sign') return block.rows
    return [block.authority, block.day]
  })
  return [paper.title, ...lines, ...paper.footer].join('\n')
}

const allowance = realItem('GL-BT')
const card = realItem('YL-YD')
const association = realItem('ST-BG')
const only = (papers: ComposedPaper[]) => {
  expect(papers).toHaveLength(1)
  return papers[0]!
}

describe('what the important papers say', () => {
  test('R-PAPER-1: a permit’s receipt names the last day to be told, and what silence means', () => {
    const words = wordsOf(only(papersOf(make.life({ item: association }).do('received'))))
    // Received on Tuesday, November 24: the fifth working day is Tuesday, December 1.
    expect(words).toContain(
      '最迟2026年12月1日（星期二）告诉您是否受理；到时没有告知的，自今天（2026年11月24日）起视为受理。',
    )
    expect(words).toContain('收到时间：2026年11月24日9时02分')
    expect(words).toContain('社会团体变更登记申请书（表） 原件 2份')
    expect(words).not.toMatch(/不代表受理/)
  })

  test('a benefit’s receipt names the bureau’s own promise and no permit law', () => {
    const words = wordsOf(only(papersOf(make.life({ item: allowance }).do('received'))))
    expect(words).toContain('我们看过材料就打电话告诉您是否受理。')
    expect(words).toContain('受理后10个工作日内办好')
    expect(words).toContain('批准后钱打到您的卡，不用再跑。')
    expect(words).not.toContain('许可')
  })

  test('a filing’s receipt names its own day, and none while something lacks', () => {
    const filing = make.item({ kind: 'filing' })
    const words = wordsOf(only(papersOf(make.life({ item: filing }).do('received'))))
    expect(words).toContain('材料齐的，最迟2026年12月4日（星期五）给您备案回执。')
    const lacking = make.life({ item: filing, missing: ['申请表'] }).act(['received', 'correctionRequested'])
    expect(wordsOf(papersOf(lacking)[0]!)).not.toContain('最迟')
  })

  test('R-PAPER-15: where to ask is said large, before anything else is listed', () => {
    for (const life of [make.life({ item: allowance }).do('received'), make.life({ item: association }).do('received')])
      expect(only(papersOf(life)).blocks.slice(0, 4)).toContainEqual({
        is: 'big',
        label: '问进度，打电话或者到2号窗口',
        text: '000-00000001，报编号0000 1000 0020',
      })
  })

  test('an acceptance says the day itself; what is paid to a card needs no second way', () => {
    const words = wordsOf(papersOf(make.life({ item: allowance }).act(['received', 'accepted']))[1]!)
    expect(words).toContain('什么时候办好：最迟2026年12月8日（星期二）办好。')
    expect(words).toContain('批准后钱打到您的卡，不用再跑。')
    expect(words).not.toMatch(/已批准|许可/)
  })

  test('a day beyond the published holidays is said with a promise to call', () => {
    const life = make.life({ item: allowance, at: '2026-12-25T02:00:00.000Z' }).do('received').do('accepted')
    const words = wordsOf(only(papersOf(life)))
    expect(words).toContain('放假安排公布后如有变化，我们电话告诉您。')
    const through2027 = makeCalendar([
      ...calendar.years,
      { ...calendar.years.at(-1)!, year: 2027, restDays: ['2027-01-01' as never], makeUpWorkdays: [] },
    ])
    expect(wordsOf(only(papersOf(life, { calendar: through2027 })))).not.toContain('放假安排')
  })

  test('a deemed acceptance counts from receipt and says sorry', () => {
    const life = make.life({ item: association, missing: ['纪要'] }).do('received')
    const words = wordsOf(only(papersOf(life.do('deemedAcceptanceNoted', { at: '2026-12-03T02:00:00.000Z' }))))
    expect(words).toContain('依法自收到材料之日（2026年11月24日）起已经受理')
    expect(words).toContain('第三十二条第一款第（四）项，自收到申请材料之日起即为受理')
  })

  test('R-PAPER-49: accepted by hand after silence had accepted it, the notice says so too', () => {
    const life = make.life({ item: association }).do('received')
    const words = wordsOf(only(papersOf(life.do('accepted', { at: '2026-12-03T02:00:00.000Z' }))))
    expect(words).toContain('依法自收到材料之日（2026年11月24日）起已经受理')
    expect(words).toContain('第三十二条第一款第（四）项，自收到申请材料之日起即为受理。')
    expect(words).not.toMatch(/决定予以受理|原因/)
    const inTime = make.life({ item: association }).do('received')
    const told = wordsOf(only(papersOf(inTime.do('accepted', { at: '2026-12-01T02:00:00.000Z' }))))
    expect(told).toContain('决定予以受理')
    expect(told).not.toContain('致歉')
  })

  test('a notice of what lacks tells everything at once and threatens nothing', () => {
    const life = make.life({ item: allowance, missing: ['申请表', '户口簿'] }).act(['received', 'correctionRequested'])
    const [receipt, notice] = papersOf(life)
    expect(wordsOf(receipt!)).toContain('还不齐')
    const words = wordsOf(notice!)
    expect(words).toMatch(/还缺这些\n.*\n高龄老人保健（长寿）补助申请表 缺 1 份.*\n申请人户口簿 缺 1 份/)
    expect(words).toContain('交到哪里：2号窗口，示例市示例区样板路100号')
    expect(words).toContain('补齐后当天受理：未补齐的，我们将依法作出决定并书面告诉您。')
    expect(words).not.toMatch(/放弃|自愿撤回/)
  })

  test('a refused signature is noted with its witness', () => {
    const life = make.life({ item: allowance }).do('received')
    life.do(['correctionRequested', { signing: { how: 'refused', witness: '孙见证' } }])
    expect(wordsOf(only(papersOf(life)))).toContain('见证人：孙见证')
  })

  test('accepting with a paper owed says what and by which day, and waives nothing', () => {
    const life = make
      .life({ item: allowance, missing: ['户口簿'] })
      .do('received')
      .do('acceptedIncomplete')
    const words = wordsOf(only(papersOf(life)))
    expect(words).toContain('申请人户口簿，最迟2026年12月4日（星期五）交')
    expect(words).toContain('国发〔2022〕5号')
    expect(words).not.toMatch(/放弃|撤回|终止/)
  })

  test('R-PAPER-2: a refusal has its reason, its basis, and both ways to object with body, court and time', () => {
    for (const item of [allowance, association, card]) {
      const words = wordsOf(papersOf(make.lifeOf({ item, status: 'decided', outcome: 'refused' }))[0]!)
      expect(words).toContain('理由：不符合规定的条件')
      expect(words).toContain('依据：《风筝放飞条例（虚构）》第七条')
      expect(words).toContain('60日内，向示例区人民政府申请行政复议')
      expect(words).toContain('6个月内，向示例区人民法院提起行政诉讼')
    }
  })

  test('not accepting says where to go, if there is such a place, and how to object', () => {
    const nowhere = make
      .life({ item: association })
      .do('received')
      .do(['notAccepted', { goTo: null }])
    expect(wordsOf(only(papersOf(nowhere)))).not.toContain('哪里')
    const words = wordsOf(only(papersOf(make.life({ item: association }).do('received').do('notAccepted'))))
    expect(words).toContain('可以到这里申请：示例区邻局')
    expect(words).toContain('向示例区人民政府申请行政复议')
  })

  test('R-PAPER-3: an on-the-spot case that is settled in one act hands over one paper', () => {
    const life = make.life({ item: card }).act(['received', 'accepted', 'granted', 'prepared', 'delivered'])
    const slip = only(papersOf(life))
    expect(slip.key).toBe('serviceSlip')
    expect(wordsOf(slip)).toContain('申请人居民身份证（或所持有效证件） 原件（已看，退还） 1份')
    expect(wordsOf(slip)).toContain('申请人（代办人）签收')
    const filing = make
      .life({ item: make.item({ kind: 'filing' }) })
      .act(['received', 'recorded', 'prepared', 'delivered'])
    expect(only(papersOf(filing)).key).toBe('filingReceipt')
  })

  test('a promised case received and accepted at once has a receipt and a notice', () => {
    const papers = papersOf(make.life({ item: association }).act(['received', 'accepted']))
    expect(papers.map((paper) => paper.key)).toEqual(['receipt', 'acceptanceNotice'])
    expect(wordsOf(papers[0]!)).toContain('当场受理')
  })

  test('a grant of the allowance names the amount of its band, once', () => {
    const life = make.lifeOf({ item: allowance, status: 'awaitingDecision', set: { band: '90-99周岁' } })
    // In the capitals of a voucher too: a figure is easily made another.
    expect(wordsOf(papersOf(life.do('granted'))[0]!)).toContain('每月110元（大写：壹佰壹拾元整）（演示数据）')
    const again = make.lifeOf({ item: allowance, status: 'awaitingDecision', set: { band: '90-99周岁' } })
    const told = wordsOf(papersOf(life)[0]!)
      .split('\n')
      .find((line) => line.includes('110元'))!
    const words = wordsOf(papersOf(again.do(['granted', { result: told }]))[0]!)
    expect(words.match(/110元/g)).toHaveLength(1)
  })

  test('R-PAPER-14: a permit granted says what exactly is permitted, row by row', () => {
    const changes = [{ item: '名称', before: '示例区演示书法协会', after: '示例区演示书画协会' }]
    const life = make.lifeOf({ item: association, status: 'awaitingDecision', set: { changeItems: ['名称'], changes } })
    expect(wordsOf(papersOf(life.do('granted'))[0]!)).toContain(
      '准予的内容\n名称：变更前 示例区演示书法协会；变更后 示例区演示书画协会',
    )
  })

  test('R-PAPER-13: who gets money on a card need not come for it, and reads so', () => {
    const life = make.lifeOf({ item: allowance, status: 'decided' })
    const words = wordsOf(only(papersOf(life.do('prepared'))))
    expect(words).toContain('钱打到您的卡上，不用专门来。')
    expect(words).not.toContain('可以来领了')
    const refused = make.lifeOf({ item: allowance, status: 'decided', outcome: 'refused' })
    expect(wordsOf(only(papersOf(refused.do('prepared'))))).toContain('决定书做好了，请来领取')
  })

  test('an association’s own 经办人 is told apart from the bureau’s', () => {
    const words = wordsOf(only(papersOf(make.life({ item: association }).do('received'))))
    expect(words).toMatch(/^单位经办人：/m)
    expect(words).toMatch(/^经办人：测试员/m)
  })

  test('the notice to come has the day of the decision and the day to come on two lines', () => {
    const life = make.lifeOf({ item: association, status: 'decided' }).do('certificateIssued')
    life.goTo('2026-11-30T02:00:00.000Z')
    const words = wordsOf(only(papersOf(life.do('prepared'))))
    expect(words).toContain('作出决定的日期：2026年11月24日\n可以来领的日期：2026年11月30日（星期一）起')
    expect(words).toContain('可以来领了：2026年11月30日（星期一）起，带经办人身份证到2号窗口（党员先锋岗）领取。')
    expect(words).toContain('我们最迟2026年12月8日（星期二）交给您。')
  })

  test('a standing clock shows no day; its paper says what for, how long, who agreed', () => {
    const words = wordsOf(only(papersOf(make.lifeOf({ item: association, status: 'underReview' }).do('clockPaused'))))
    expect(words).toContain('办理期限从2026年11月24日起暂停计算：办理这件事需要先做专家评审，需要5个工作日。')
    expect(words).not.toContain('最迟')
  })

  test('an extension names the old day, the new day and the reason', () => {
    const words = wordsOf(only(papersOf(make.lifeOf({ item: association, status: 'underReview' }).do('extended'))))
    expect(words).toContain('原来的日期：2026年12月8日')
    expect(words).toContain('最迟2026年12月15日（星期二）办好。')
    expect(words).toContain('为什么延长：情况复杂，需要进一步核实')
  })

  test('R-PAPER-42: of what several bodies handle together it cites the second paragraph', () => {
    const approver = '本级人民政府负责人'
    const together = make.item({ extension: { max: { ...make.item().extension!.max, count: 15 }, approver } })
    const words = wordsOf(only(papersOf(make.lifeOf({ item: together, status: 'underReview' }).do('extended'))))
    expect(words).toContain('第四十二条第二款')
    expect(words).not.toContain('第四十二条第一款')
    const alone = wordsOf(only(papersOf(make.lifeOf({ item: association, status: 'underReview' }).do('extended'))))
    expect(alone).toContain('第四十二条第一款')
    expect(alone).not.toContain('第四十二条第二款')
  })

  test('R-LAW-31: given after the promise was missed, it names the statute’s days and no day that is over', () => {
    const life = make.lifeOf({ item: association, status: 'underReview' }).goTo('2026-12-14T02:00:00.000Z')
    const words = wordsOf(only(papersOf(life.do('extended'))))
    expect(words).toContain('原来的日期：2026年12月22日')
    expect(words).toContain('最迟2026年12月29日（星期二）办好。')
  })

  test('R-PAPER-40: where the bureau does not permit but gives its opinion, the decision says so and never 准予', () => {
    const item = realItem('DM-MG')
    const life = make.lifeOf({ item, status: 'awaitingDecision' })
    const [opinion] = papersOf(life.do('granted'))
    expect(opinion?.title).toBe('地名命名（更名）初审意见书')
    expect(wordsOf(opinion!)).toContain('本局的初审意见')
    expect(wordsOf(opinion!)).not.toMatch(/您的申请，准予|准予的内容|准予行政许可/)
  })

  test('what was served is listed by title and number', () => {
    const life = make.lifeOf({ item: association, status: 'underReview', outcome: 'granted' }).to('decided')
    const decision = Paper.parse({ ...papersOf(life)[0]!, number: '000010000014' })
    life
      .do(['printed', { paper: decision }])
      .do('certificateIssued')
      .do('prepared')
    const words = wordsOf(only(papersOf(life.do('delivered'))))
    expect(words).toContain('《准予行政许可决定书》（编号 0000 1000 0014）')
    expect(words).toContain('《社会团体法人登记证书》')
    expect(words).toContain('送达方式：当面送达')
  })

  test('what came late is written down, and what is still owed until when; when all is there, that', () => {
    const item = realItem('BY-RD')
    const life = make
      .life({ item, missing: ['householdBook', 'incomeProof'] })
      .do('received')
      .do('acceptedIncomplete')
    const brought = (key: string): Step => [
      'lateMaterialReceived',
      { materials: [{ key, got: 'copy', count: 1, lateUntil: null, note: null }] },
    ]
    const name = (key: string) => item.materials.find((material) => material.key === key)!.name
    const first = wordsOf(only(papersOf(life.do(brought('householdBook')))))
    expect(first).toContain('还有材料没有交')
    expect(first).toContain(name('incomeProof'))
    expect(first).not.toContain('材料已经补齐')
    const second = wordsOf(only(papersOf(life.do(brought('incomeProof')))))
    expect(second).toContain('材料已经补齐')
    expect(second).not.toContain('还有材料没有交')
  })

  test('what is asked for only since the form was corrected is still to be brought, and not all is there', () => {
    const life = make.lifeOf({ missing: ['照片'], status: 'underReview' })
    const { applicant, agent } = life.kase
    life.do(['detailsCorrected', { changes: { hasTail: true, tailColour: '蓝' }, applicant, agent, reason: '漏填' }])
    const brought = (key: string): Step => [
      'lateMaterialReceived',
      { materials: [{ key, got: 'copy', count: 1, lateUntil: null, note: null }] },
    ]
    const photo = wordsOf(only(papersOf(life.do(brought('kitePhoto')))))
    expect(photo).toContain('还有材料没有交')
    expect(photo).toContain('长尾材料证明（')
    expect(wordsOf(only(papersOf(life.do(brought('tailProof')))))).toContain('材料已经补齐')
  })

  test('a changed detail shows before and after; of numbers as much as lets its owner check them', () => {
    const life = make.life({ item: allowance, set: { phone: '19900001234' } }).do('received')
    const words = wordsOf(only(papersOf(life.do('detailsCorrected'))))
    expect(words).toContain('联系电话 199****1234 199****9999')
    // What was not changed is not listed.
    expect(words).not.toContain('开户银行')
    const middle = make.life({ item: allowance, set: { phone: '19911119999' } }).do('received')
    expect(wordsOf(only(papersOf(middle.do('detailsCorrected'))))).toContain(
      '联系电话 199****9999 199****9999（隐去的几位有改动）',
    )
    const named = make.life({ item: allowance }).do('received')
    const form = { ...named.kase.form, bankName: '示例银行样板支行' }
    named.do(['detailsCorrected', { changes: { bankName: form.bankName as string }, applicant: named.kase.applicant }])
    expect(wordsOf(only(papersOf(named)))).toContain('示例银行样板支行')
  })
})

describe('R-PAPER-4: numbers of people are masked on every paper', () => {
  test('in a table of the form, and in what somebody typed, too', () => {
    const flyers = [{ name: '李样例', idNo: make.idNumber(3) }]
    const life = make.life({ item: make.item() }).do('received')
    const { applicant, agent } = life.kase
    const account = '6222020000000000012'
    life.do([
      'detailsCorrected',
      { changes: { flyers }, applicant, agent, reason: `补登同放的人 ${flyers[0]!.idNo}，押金退到${account}` },
    ])
    const words = wordsOf(only(papersOf(life)))
    expect(words).toContain('同放的人')
    for (const secret of [flyers[0]!.idNo, account]) expect(words).not.toContain(secret)
    expect(words).toContain('0012')
    const coded = make.life({ item: make.item() }).do('received')
    coded.do(['detailsCorrected', { changes: { flyers }, applicant, agent, reason: '社团代码914403001922038216' }])
    expect(wordsOf(only(papersOf(coded)))).toContain('914403001922038216')
  })

  test('no paper of the allowance shows an identity number, a telephone number or an account whole', () => {
    const life = make.life({ item: allowance, seed: 5, set: { isAgent: true } })
    const secrets: string[] = []
    for (const step of [
      'received',
      'accepted',
      'stepPassed',
      'stepPassed',
      'proposed',
      'granted',
      'prepared',
      'delivered',
    ] satisfies Step[]) {
      life.do(step)
      const { idNo, agentIdNo, phone, agentPhone, bankNo } = life.kase.form
      secrets.push(...[idNo, agentIdNo, phone, agentPhone, bankNo].map(String))
      for (const paper of papersOf(life))
        for (const secret of secrets) expect(wordsOf(paper), paper.title).not.toContain(secret)
    }
    const { idNo, phone } = life.kase.form
    const receipt = wordsOf(
      only(papersOf(make.life({ item: allowance, seed: 5, set: { isAgent: true } }).do('received'))),
    )
    expect(receipt).toContain(`${String(idNo).slice(0, 4)}**********${String(idNo).slice(-4)}`)
    expect(receipt).toContain(`199****${String(phone).slice(-4)}`)
  })
})

const permitWords = /行政许可|许可法/

/** What somebody takes home or reads in a case's file; papers of a day are the hall's own. */
const ofCases = paperBook.templates.filter(({ key }) => !(dayPaperKeys as readonly string[]).includes(key))

describe('every paper of every kind', () => {
  const samples = [...everyPaper(), ...everyPaper({ seed: 2, set: { isAgent: true, hasTail: true } })]

  test('R-PAPER-5: every template is handed over by some act of some kind, and reads as a Paper', () => {
    const made = new Set(samples.map(({ paper }) => paper.key))
    expect(ofCases.map((template) => template.key).filter((key) => !made.has(key))).toEqual([])
    for (const { paper } of samples) Paper.parse({ ...paper, number: '000010000014' })
  })

  test('R-PAPER-9: no place is left open, and nothing has a hole where a place or a field was empty', () => {
    for (const paper of [...samples.map((each) => each.paper), ...barePapers()]) {
      for (const block of paper.blocks)
        if (block.is === 'facts') expect(block.rows.flat().filter((text) => text.trim() === '')).toEqual([])
      expect(wordsOf(paper)).not.toMatch(/[{}]|undefined|null|NaN|《》|（）/)
      expect(wordsOf(paper)).not.toMatch(/最迟(办好|交给|告诉)|：。|，。|编号。|打，/)
    }
  })

  test('R-PAPER-6: only permits speak of the permit law', () => {
    for (const { kind, paper } of samples)
      if (kind !== 'permit') expect(wordsOf(paper), `${kind} ${paper.key}`).not.toMatch(permitWords)
    // As written too, whatever may ever stand in a place.
    for (const { key, title, blocks } of paperBook.templates) {
      for (const [kind, text] of Object.entries(title))
        if (kind !== 'permit') expect(text, key).not.toMatch(permitWords)
      for (const block of blocks) {
        const seen = (block.kinds ?? kindsOfPaper(key)).filter((kind): boolean => kind !== 'permit')
        if (seen.length > 0 && kindsOfPaper(key).some((kind) => seen.includes(kind)))
          expect(textsOf(block).join(), key).not.toMatch(permitWords)
      }
    }
  })

  test('R-PAPER-7: no paper says what a paper must not say', () => {
    const forbidden =
      /不代表受理|自愿放弃|自愿撤回|视为放弃|最终解释权|不得投诉|暂定|离线|同步|流水|补打|系统故障|已批准|自受理之日起|逾期不补|终端|缓存|上传/
    for (const { paper } of samples) expect(wordsOf(paper), paper.key).not.toMatch(forbidden)
    for (const template of ofCases) expect(JSON.stringify(template), template.key).not.toMatch(forbidden)
    for (const item of catalogue.items) expect(listToBring(item, hall).lines.join(), item.code).not.toMatch(forbidden)
  })

  test('R-PAPER-8: large first, the law small and last', () => {
    for (const { paper } of samples) {
      const sorts = paper.blocks.map((block) => block.is)
      const firstSmall = sorts.indexOf('small')
      const lastLarge = Math.max(
        sorts.lastIndexOf('big'),
        sorts.lastIndexOf('table'),
        sorts.lastIndexOf('facts'),
        sorts.lastIndexOf('text'),
      )
      if (firstSmall >= 0) expect(firstSmall, paper.key).toBeGreaterThan(lastLarge)
    }
  })

  test('every statutory paper is A4 with the seal’s place left free, and says how to complain', () => {
    const inside = ['factsRecord', 'hearingRecord', 'commitmentCheckRecord']
    for (const { paper } of samples) {
      expect(paper.size).toBe('a4')
      if (!inside.includes(paper.key)) expect(paper.blocks.at(-1)?.is, paper.key).toBe('seal')
      expect(paper.footer.join()).toContain('000-00000002')
    }
  })

  test('R-PAPER-9: composing never throws and leaves nothing open, whoever applies for whatever', () => {
    const steps: Step[] = [
      'received',
      'accepted',
      'correctionRequested',
      'supplemented',
      'stepPassed',
      'proposed',
      'granted',
      'refused',
      'certificateIssued',
      'prepared',
      'delivered',
      'withdrawn',
      'voided',
      'detailsCorrected',
      'recorded',
      'extended',
      'clockPaused',
      'clockResumed',
    ]
    const items = [allowance, card, association, ...kinds.map((kind) => make.item({ kind }))]
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(items.length - 1),
        fc.array(fc.constantFrom(...steps), { maxLength: 12 }),
        (seed, which, walk) => {
          const life = make.life({ item: items[which]!, seed }).do('received')
          for (const step of walk)
            if (life.refusal(step) === undefined) {
              life.do(step)
              for (const paper of papersOf(life)) expect(wordsOf(paper)).not.toMatch(/[{}]|undefined|NaN/)
            }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('papers are composed for one case of the item at hand', () => {
    const life = make.life({ item: allowance }).do('received')
    expect(() => papersOf(life, { item: card })).toThrow(/GL-BT/)
    expect(composePapers([], { item: card, hall, calendar, book: paperBook, now: life.at })).toEqual([])
  })
})
