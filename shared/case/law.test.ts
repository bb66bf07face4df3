import { describe, expect, test } from 'vitest'
import { calendar, catalogue, realItem } from '../../tests/make/catalogue.ts'
import { foundKite, needyKite } from '../../tests/make/kites.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import { workdaysBetween } from '../calendar/workdays.ts'
import type { Item, Limit } from '../item/item.ts'
import { check } from './check.ts'
import { clockOf } from './clock.ts'
import type { OfficeKey, PersonId } from './ids.ts'
import { hungOutUsual } from './notice.ts'
import { currentStep } from './steps.ts'
import { nextEvent, turnOf } from './turn.ts'

const limit = (count: number, unit: Limit['unit']): Limit => ({ count, unit, basis: '（虚构）', certainty: 'high' })
const withLimits = (statutory: Limit | null, promised: Limit | null, rest: Partial<Item> = {}) =>
  make.item({ kind: 'benefit', limits: { statutory, promised }, ...(rest as object) })
const clock = (life: ReturnType<typeof make.lifeOf>) => clockOf(life.kase, life.item, calendar, life.at)

describe('R-LAW-2: what a step waits for', () => {
  test('two people check the facts, written down for the street with its document, then the step is passed', () => {
    const life = make.lifeOf({ item: needyKite('factsChecked'), status: 'underReview' })
    expect(nextEvent(life.kase, life.item)).toBe('factsChecked')
    expect(turnOf(life.kase, life.item)).toEqual([
      { role: 'clerk', office: 'window' },
      { role: 'examiner', office: 'section.wind' },
    ])
    life.do('factsChecked')
    expect(nextEvent(life.kase, life.item)).toBe('stepPassed')
    expect(life.do('stepPassed').kase.stepsDone).toEqual(['look'])
  })

  test('the notice’s last day is over and no objection open', () => {
    const life = make.lifeOf({ item: needyKite('publicized'), status: 'underReview' }).do('publicized')
    expect(life.refusal('stepPassed', { at: '2026-12-01T15:59:59.000Z' })?.code).toBe('publicityRuns')
    life.do('objectionRaised')
    expect(nextEvent(life.kase, life.item)).toBe('objectionResolved')
    expect(life.refusal('stepPassed', { at: '2026-12-02T02:00:00.000Z' })?.code).toBe('objectionOpen')
    expect(life.do('objectionResolved').do('stepPassed').kase.stepsDone).toEqual(['look'])
  })

  test('a minor’s matter is not hung out, and its step does not wait for it', () => {
    const set = { idNo: make.idNumber(1, { birth: '2012-05-05' }) }
    const life = make.lifeOf({ item: needyKite('publicized'), status: 'underReview', set })
    expect(life.refusal('publicized')?.code).toBe('minorNotPublic')
    expect(nextEvent(life.kase, life.item)).toBe('stepPassed')
    expect(life.refusal('stepPassed')).toBeUndefined()
  })

  test('of age on the eighteenth birthday, and not the day before', () => {
    const hung = (birth: string) =>
      make
        .lifeOf({ item: needyKite('publicized'), status: 'underReview', set: { idNo: make.idNumber(1, { birth }) } })
        .refusal('publicized', { at: '2026-11-24T02:00:00.000Z' })?.code
    expect([hung('2008-11-24'), hung('2008-11-25')]).toEqual([undefined, 'minorNotPublic'])
  })

  test('a notice stops no clock by itself: it ends to the day as without it', () => {
    const item = needyKite('publicized')
    const [plain, hung] = [1, 2].map(() => make.lifeOf({ item, status: 'underReview' }))
    expect(clock(hung!.do('publicized')).due).toEqual(clock(plain!).due)
  })
})

describe('R-LAW-18: a step of some situations only', () => {
  const item = foundKite()
  const long = (is: boolean) => ({ length: is ? 60 : 10 })
  const lifeWith = (is: boolean, status: 'underReview' | 'awaitingDecision' = 'underReview') =>
    make.lifeOf({ item, status, set: long(is) })
  const corrected = (life: ReturnType<typeof lifeWith>, is: boolean) => {
    const { applicant, agent } = life.kase
    return life.do(['detailsCorrected', { changes: long(is), applicant, agent, reason: '录入有误' }])
  }

  test('is waited for where the form says so, and passed by elsewhere', () => {
    expect(lifeWith(true, 'awaitingDecision').kase.stepsDone).toEqual(['look', 'cry', 'judge'])
    expect(lifeWith(false, 'awaitingDecision').kase.stepsDone).toEqual(['look', 'judge'])
    const life = lifeWith(false).do('stepPassed')
    expect(life.refusal(['stepPassed', { step: 'cry' }])).toMatchObject({ code: 'stepNotNow' })
    expect(life.refusal(['stepReturned', { to: 'cry' }])?.code).toBe('stepUnknown')
    expect(corrected(life, true).refusal(['stepPassed', { step: 'judge' }])?.code).toBe('stepNotNow')
  })

  test('asked for by a correction after the proposal, it holds up the grant and nothing else', () => {
    const life = corrected(lifeWith(false, 'awaitingDecision'), true)
    expect(life.refusal('granted')).toEqual({ code: 'stepsOpen', facts: { step: '招领公告' } })
    expect(life.refusal('refused')).toBeUndefined()
    life.do(['decisionReturned', { to: null }])
    expect(nextEvent(life.kase, item)).toBe('publicized')
    expect(life.to('decided').kase.stepsDone).toEqual(['look', 'judge', 'cry'])
  })

  test('what was passed and no longer stands is nothing to go back to', () => {
    const life = corrected(lifeWith(true, 'awaitingDecision'), false)
    expect(life.refusal(['decisionReturned', { to: 'cry' }])?.code).toBe('stepUnknown')
    expect(life.refusal('granted')).toBeUndefined()
  })

  test('what stops the clock stands in some situations only, too', () => {
    const windy = { ...item, suspensions: item.suspensions.map((each) => ({ ...each, when: item.steps[1]!.when! })) }
    const paused = (is: boolean) =>
      make.lifeOf({ item: windy, status: 'underReview', set: long(is) }).refusal('clockPaused')?.code
    expect([paused(true), paused(false)]).toEqual([undefined, 'suspensionUnknown'])
  })

  test.each([
    ['LS-JZ', { hardshipType: '急难型', urgent: true }, ['relief', 'first', 'confirm']],
    ['LS-JZ', { hardshipType: '急难型', urgent: false }, ['survey', 'first', 'publicity', 'confirm']],
    ['LS-JZ', { hardshipType: '支出型' }, ['survey', 'first', 'publicity', 'confirm']],
    ['DB-DT', { changeType: '人口增加', continues: true, increase: true }, ['survey', 'first', 'publicity', 'confirm']],
    ['DB-DT', { changeType: '收入变化', continues: true, increase: false }, ['survey', 'first', 'confirm']],
    ['DB-DT', { changeType: '地址、账号变更', continues: true }, ['first', 'confirm']],
    ['SY-CL', { childCategory: '丧失父母的孤儿' }, ['assess', 'examine']],
    ['SY-CL', { childCategory: '查找不到生父母的未成年人' }, ['assess', 'notice', 'examine']],
    ['SY-CL', { childCategory: '继子女' }, ['examine']],
  ])('%s %o', (code, set, steps) => {
    const real = realItem(code)
    expect(make.lifeOf({ item: real, set, status: 'awaitingDecision' }).kase.stepsDone).toEqual(steps)
  })
})

describe('R-LAW-19: a notice with the days of its own law', () => {
  const item = realItem('SY-CL')
  const set = { childCategory: '查找不到生父母的未成年人', fromInstitution: true, childName: '童示例' }
  const found = () => make.lifeOf({ item, set, status: 'underReview' })

  test('hangs out sixty days, and the adoption is examined only when they are over', () => {
    const life = found()
    // Hung out on November 24 (not counted), the sixtieth day is a Saturday: the next working day is the last.
    expect(life.refusal(['publicized', { until: '2027-01-24' as never }])).toEqual({
      code: 'noticeTooShort',
      facts: { day: '2027-01-25' },
    })
    life.do('publicized').do('stepPassed')
    expect(life.refusal('stepPassed', { at: '2027-01-25T15:59:59.000Z' })).toMatchObject({ code: 'publicityRuns' })
    expect(life.do('stepPassed', { at: '2027-01-26T02:00:00.000Z' }).kase.stepsDone).toEqual(['assess', 'notice'])
  })

  test('stops the clock while it hangs, and not before it hangs', () => {
    const life = found()
    const paused = ['clockPaused', { suspension: 'foundling60' }] as const
    expect(life.refusal(paused)?.code).toBe('notPublicized')
    life.do('publicized').do(paused)
    expect(clock(life)).toMatchObject({ due: null, standing: { suspension: 'foundling60' } })
  })

  test('what hung out shorter was another notice', () => {
    const life = found().do('publicized')
    const { publicity } = life.kase
    const short = { ...life.kase, publicity: { ...publicity!, until: '2026-12-01' as never }, stepsDone: ['assess'] }
    expect(nextEvent(short, item)).toBe('publicized')
  })

  test('a minor who applies is no reason against it: it is not about who applies', () => {
    const birth = { idNo: make.idNumber(1, { birth: '2012-05-05' }), length: 60 }
    const life = make.lifeOf({ item: foundKite(), status: 'underReview', set: birth }).do('stepPassed')
    expect(nextEvent(life.kase, life.item)).toBe('publicized')
    expect(life.refusal('publicized')).toBeUndefined()
  })
})

describe('R-LAW-22: 公示 hangs out as long as its rules say', () => {
  test('what is hung out shorter is refused with the day it may end, the day it was hung out not counted', () => {
    const life = make
      .lifeOf({ item: realItem('DB-SQ'), status: 'underReview' })
      .next()
      .next()
      .next()
    expect(currentStep(life.kase, life.item)?.key).toBe('publicity')
    const hung = (until: string) => life.refusal(['publicized', { from: '2026-11-24' as Day, until: until as Day }])
    expect(hung('2026-11-30')).toEqual({ code: 'noticeTooShort', facts: { day: '2026-12-01' } })
    expect(hung('2026-12-01')).toBeUndefined()
  })

  test('every item that hangs something out says how long; usually it ends on a working day', () => {
    const steps = catalogue.items.flatMap((item) => item.steps.filter(({ needs }) => needs === 'publicized'))
    expect(steps.length).toBeGreaterThan(5)
    expect(steps.filter(({ notice, hangs }) => notice === undefined && hangs === undefined)).toEqual([])
    const usual = (from: string) => hungOutUsual(calendar, realItem('DB-SQ').steps.at(-2), from as Day)
    // The seventh day after Saturday, November 21 is a Saturday.
    expect(usual('2026-11-21')).toEqual({ days: 7, until: '2026-11-30' })
    expect(hungOutUsual(calendar, undefined, '2026-11-24' as Day)).toEqual({ days: 7, until: '2026-12-01' })
  })
})

test('R-LAW-7: what several bodies handle together has forty-five working days and fifteen more, with its government’s approval', () => {
  const together = make.item({
    limits: { statutory: limit(45, 'workingDays'), promised: null },
    extension: { max: limit(15, 'workingDays'), approver: '本级人民政府负责人' },
  })
  const life = make.lifeOf({ item: together, status: 'underReview' })
  expect(life.refusal(['extended', { workdays: 15, document: null }])?.code).toBe('documentMissing')
  expect(life.refusal(['extended', { workdays: 16 }])?.code).toBe('extensionTooLong')
  const before = clock(life).statutory!.day
  const after = clock(life.do(['extended', { workdays: 15 }])).statutory!.day
  expect([
    workdaysBetween(calendar, '2026-11-24' as never, before),
    workdaysBetween(calendar, '2026-11-24' as never, after),
  ]).toEqual([45, 60])
})

test('R-LAW-21: nobody’s divorce hangs out, and a household’s application does', () => {
  const divorce = make.lifeOf({ item: realItem('HY-LH'), status: 'underReview' })
  expect(divorce.refusal('publicized')?.code).toBe('notNow')
  expect(make.lifeOf({ item: needyKite('publicized'), status: 'underReview' }).refusal('publicized')).toBeUndefined()
})

test('R-LAW-21: what the ministry must approve is extended with its document only', () => {
  const life = make.lifeOf({ item: realItem('CS-RD'), status: 'underReview' })
  expect(life.refusal(['extended', { document: null }])?.code).toBe('documentMissing')
  expect(life.refusal('extended')).toBeUndefined()
})

test('R-LAW-3: the grade that was granted is kept, and gone when the case is decided afresh', () => {
  const item = make.item({ result: { ...make.item().result, grades: ['高飞', '低飞'] } })
  const life = make.lifeOf({ item, status: 'awaitingDecision' }).do(['granted', { grade: '低飞' }])
  expect(life.kase.grade).toBe('低飞')
  expect(life.to('closed').do('reopened').kase.grade).toBeUndefined()
})

test('R-LAW-17: a grade that takes something away is reasoned like a refusal', () => {
  const item = realItem('DB-DT')
  const less = { result: '从下个月起减发', from: null, conditions: null, document: null, grade: '减发' }
  const life = make.lifeOf({ item, status: 'awaitingDecision' })
  expect(life.refusal(['granted', less])).toMatchObject({ code: 'reasonsMissing' })
  expect(life.refusal(['granted', { ...less, grade: '维持' }])).toBeUndefined()
  expect(life.refusal(['granted', { ...less, reasons: '家庭人均月收入上升' }])).toBeUndefined()
})

test('R-LAW-20: a grade on account of which something is done before is said by the form before', () => {
  const item = realItem('DB-DT')
  const more = { result: '从下个月起增发', from: null, conditions: null, document: null, grade: '增发' }
  const asked = (increase: boolean) =>
    make
      .lifeOf({ item, status: 'awaitingDecision', set: { changeType: '人口增加', continues: true, increase } })
      .refusal(['granted', more])?.code
  expect([asked(true), asked(false)]).toEqual([undefined, 'gradeUnsaid'])
})

describe('R-LAW-4: ended without a decision', () => {
  const item = make.item({ terminations: [{ cause: '风筝丢失', basis: '《风筝放飞条例（虚构）》第十二条' }] })

  test('by a cause of the item, or because the applicant is no more', () => {
    const life = make.lifeOf({ item })
    expect(life.refusal('terminated')).toBeUndefined()
    const dead = { cause: '申请人死亡', basis: '《中华人民共和国民法典》第十三条' }
    expect(life.refusal(['terminated', dead])).toBeUndefined()
    expect(
      life.refusal(['terminated', { cause: '申请单位终止', basis: '《中华人民共和国民法典》第六十八条' }])?.code,
    ).toBe('causeUnknown')
  })

  test('where the item says more exactly when a death ends it, a death alone does not', () => {
    const household = make.lifeOf({ item: realItem('DB-SQ') })
    const dead = { cause: '申请人死亡', basis: '《中华人民共和国民法典》第十三条' }
    expect(household.refusal(['terminated', dead])?.code).toBe('causeUnknown')
    expect(household.refusal('terminated')).toBeUndefined()
  })

  test('only by the head', () => {
    const life = make.lifeOf({ item })
    expect(life.refusal('terminated', { by: make.actor('chief') })?.code).toBe('notYours')
  })
})

describe('R-LAW-5: handing over', () => {
  test('an attempt is remembered; a public notice comes after one and serves when thirty days have passed', () => {
    const life = make.lifeOf({ status: 'ready' }).do('deliveryAttempted')
    expect(life.kase.attempts).toMatchObject([{ manner: 'inPerson', next: 'post' }])
    const posted = ['delivered', { manner: 'publicNotice', noticeFrom: '2026-11-24' as never }] as const
    expect(life.refusal(posted, { at: '2026-12-24T15:59:59.000Z' })?.code).toBe('publicNoticeRuns')
    expect(life.refusal(posted, { at: '2026-12-24T16:00:00.000Z' })).toBeUndefined()
  })
})

describe('R-LAW-6: what stops a clock', () => {
  const stops = make.item().suspensions.find(({ stopsClock }) => stopsClock)!
  const two = [stops, { ...stops, key: 'wetTest', name: '淋雨鉴定' }]

  test('overlapping ones count once, in working days and in calendar days', () => {
    for (const [unit, count, due] of [
      ['workingDays', 8, '2026-12-11'],
      ['calendarDays', 10, '2026-12-11'],
    ] as const) {
      const item = withLimits(null, limit(count, unit), { suspensions: two })
      const life = make.lifeOf({ item, status: 'underReview', at: '2026-11-24T01:00:00.000Z' })
      life.do('clockPaused', { at: '2026-11-26T01:00:00.000Z' })
      life.do(['clockPaused', { suspension: 'wetTest' }], { at: '2026-11-27T01:00:00.000Z' })
      expect(clock(life)).toMatchObject({ due: null, promised: null, standing: { since: '2026-11-26' } })
      life.do('clockResumed', { at: '2026-11-30T01:00:00.000Z' })
      expect(clock(life)).toMatchObject({ due: null })
      life.do('clockResumed', { at: '2026-12-02T01:00:00.000Z' })
      // Stopped from November 26 to December 2: five working days, seven days.
      expect(clock(life).due?.day, unit).toBe(due)
    }
  })

  test('only what the item lists, and never backwards', () => {
    const life = make.lifeOf({ status: 'underReview' })
    expect(life.refusal(['clockPaused', { suspension: 'moonTest' }])?.code).toBe('suspensionUnknown')
    expect(life.refusal(['clockPaused', { from: '2026-11-23' as never }])?.code).toBe('pauseBackdated')
  })
})

describe('R-LAW-7: extension', () => {
  test('in the unit of its own bound: working days after a limit of calendar days', () => {
    const item = withLimits(limit(20, 'calendarDays'), null, { extension: { max: limit(10, 'workingDays') } })
    const life = make.lifeOf({ item, status: 'underReview' })
    expect(clock(life).statutory?.day).toBe('2026-12-14')
    // 27 days would end on Monday, December 21.
    expect(clock(life.do(['extended', { workdays: 7 }])).statutory?.day).toBe('2026-12-23')
  })

  test('by the head only; a benefit whose item says nothing has none', () => {
    const life = make.lifeOf({ status: 'underReview' })
    expect(life.refusal('extended', { by: make.actor('chief') })?.code).toBe('notYours')
    expect(make.lifeOf({ item: realItem('GL-BT'), status: 'underReview' }).refusal('extended')?.code).toBe(
      'extensionNone',
    )
  })

  test('on the last day still, not the day after', () => {
    const at = (moment: string) => make.lifeOf({ status: 'underReview' }).refusal('extended', { at: moment })?.code
    expect(at('2026-12-22T15:00:00.000Z')).toBeUndefined()
    expect(at('2026-12-22T16:00:00.000Z')).toBe('extensionTooLate')
  })
})

test('R-LAW-8: asked for, noticed seven working days ahead, held, and only then proposed', () => {
  const life = make.lifeOf({ status: 'underReview' }).do('hearingOffered').do('stepPassed').do('stepPassed')
  expect(life.refusal('proposed')?.code).toBe('hearingPending')
  life.do('hearingRequested')
  expect(life.refusal('proposed')?.code).toBe('hearingOpen')
  expect(nextEvent(life.kase, life.item)).toBe('hearingNoticed')
  life.do('hearingNoticed')
  expect(nextEvent(life.kase, life.item)).toBe('hearingHeld')
  life.do('hearingHeld', { at: life.kase.hearingAt! })
  expect(life.refusal('proposed')).toBeUndefined()
  const waived = make.lifeOf({ status: 'underReview' }).do('hearingOffered').do('stepPassed').do('stepPassed')
  expect(waived.do('hearingWaived').refusal('proposed')).toBeUndefined()
})

test('R-LAW-9: twenty-four hours end the next day at the same minute, a Saturday too', () => {
  const life = make.lifeOf({
    item: withLimits(limit(24, 'hours'), null),
    status: 'underReview',
    at: '2026-11-27T06:00:00.000Z',
  })
  const acceptedAt = Date.parse(life.kase.accepted!.at)
  const due = new Date(acceptedAt + 24 * 3_600_000).toISOString()
  expect(clock(life).due).toEqual({ day: '2026-11-28', provisional: false, at: due })
  const lateAt = (ms: number) =>
    clockOf(life.kase, life.item, calendar, new Date(acceptedAt + ms).toISOString() as never).late
  expect(lateAt(24 * 3_600_000)).toBe(false)
  expect(lateAt(24 * 3_600_000 + 60_000)).toBe(true)
})

test('R-LAW-10: a filing is reopened at the counter, its time counted anew', () => {
  const life = make.lifeOf({ item: make.item({ kind: 'filing' }), status: 'closed' })
  life.do('reopened', { at: '2026-12-14T02:00:00.000Z' })
  expect(life.kase).toMatchObject({ status: 'received', accepted: null, decided: null, outcome: null })
  expect(clock(life).due?.day).toBe('2026-12-24')
  expect(life.to('closed').kase.outcome).toBe('recorded')
})

test('R-LAW-11: a head without the qualification is refused, one who has it is not', () => {
  const item = make.item({ decider: { ...make.item().decider, mustHold: '放飞师' } })
  const life = make.lifeOf({ item, status: 'awaitingDecision' })
  const head = {
    role: 'head' as const,
    office: 'leader' as OfficeKey,
    person: 'head.leader' as PersonId,
    qualifications: [],
  }
  const asked = { now: life.at, item, calendar }
  expect(check(life.kase, life.fact('granted'), { ...asked, actor: head })).toMatchObject({
    code: 'notQualified',
    facts: { qualification: '放飞师' },
  })
  const able = { ...head, qualifications: ['点心师', '放飞师'] }
  expect(check(life.kase, life.fact('granted'), { ...asked, actor: able })).toBeUndefined()
})

test('R-LAW-12: what a form asks for only since it was corrected is on the list of whoever asks the applicant for it', () => {
  const life = make.lifeOf({ status: 'awaitingDecision' })
  const clerk = { role: 'clerk', office: null }
  expect(turnOf(life.kase, life.item)).not.toContainEqual(clerk)
  const { applicant, agent } = life.kase
  life.do(['detailsCorrected', { changes: { hasTail: true, tailColour: '蓝' }, applicant, agent, reason: '漏填' }])
  expect(life.refusal('granted')?.code).toBe('materialsOwed')
  expect(turnOf(life.kase, life.item)).toContainEqual(clerk)
  life.do([
    'lateMaterialReceived',
    { materials: [{ key: 'tailProof', got: 'copy', count: 1, lateUntil: null, note: null }] },
  ])
  expect(turnOf(life.kase, life.item)).not.toContainEqual(clerk)
})

test('R-LAW-12: what a clerk was given at receipt is the section’s once it is accepted', () => {
  const life = make.lifeOf({}).do(['reassigned', { to: 'clerk.second' as PersonId }])
  expect(life.kase.assignee).toBe('clerk.second')
  expect(life.do('printed').kase.assignee).toBe('clerk.second')
  expect(life.do('accepted').kase.assignee).toBeNull()
})

test('R-LAW-50: who was asked to join in gives an opinion, once, and it is kept with the case', () => {
  const life = make.lifeOf({ status: 'underReview' })
  const second = { ...make.actor('examiner', 'section.wind'), person: 'examiner.second' as PersonId }
  expect(life.refusal('opinionGiven', { by: second })?.code).toBe('notAsked')
  life.do('coExaminerAdded')
  expect(life.kase.coExaminers).toEqual(['examiner.second'])
  expect(life.refusal('opinionGiven')?.code).toBe('notAsked')
  const standIn = { ...make.actor('examiner'), standsInFor: 'examiner.second' as PersonId }
  expect(life.refusal('opinionGiven', { by: standIn })).toBeUndefined()
  life.act(['opinionGiven'], { by: second })
  expect(life.kase.coExaminers).toEqual([])
  expect(life.events.at(-1)?.data).toEqual({ opinion: '情况属实，同意。' })
  expect(life.refusal('opinionGiven', { by: second })?.code).toBe('notAsked')
})

test('R-LAW-50: nobody is asked any more once the step is done, sent back, or the case leaves examination', () => {
  const asked = () => make.lifeOf({ status: 'underReview' }).do('coExaminerAdded')
  expect(asked().do('urged').do('printed').kase.coExaminers).toEqual(['examiner.second'])
  expect(asked().do('stepPassed').kase.coExaminers).toEqual([])
  expect(asked().do('stepPassed').do('coExaminerAdded').do('stepReturned').kase.coExaminers).toEqual([])
  expect(asked().do('withdrawn').kase.coExaminers).toEqual([])
})

test('R-LAW-16: a case is given only to somebody who sits where its next act is done', () => {
  const life = make.lifeOf({ status: 'underReview' }).do('stepPassed')
  const held = { 'examiner.second': [{ role: 'examiner', office: 'section.wind' }], 'clerk.second': [] } as never
  const asked = {
    now: life.at,
    item: life.item,
    calendar,
    actor: make.actor('supervisor'),
    holdingsOf: (person: PersonId) => held[person] as never,
  }
  expect(check(life.kase, life.fact('reassigned'), asked)).toBeUndefined()
  const clerk = life.fact(['reassigned', { to: 'clerk.second' as PersonId }])
  expect(check(life.kase, clerk, asked)?.code).toBe('assigneeCannot')
})

test('R-LAW-44: who is concerned is heard first: their day passes, or all have spoken', () => {
  const told = () =>
    make
      .lifeOf({ status: 'underReview' })
      .do('stepPassed')
      .do('stepPassed')
      .do(['partiesInformed', { answerBy: '2026-12-01' as Day }])
  expect(told().refusal('proposed', { at: '2026-12-01T15:59:00.000Z' })?.code).toBe('partiesPending')
  expect(told().refusal('proposed', { at: '2026-12-01T16:00:00.000Z' })).toBeUndefined()
  const one = told().do(['partiesHeard', { all: false }])
  expect(one.refusal('proposed')?.code).toBe('partiesPending')
  expect(one.do('partiesHeard').refusal('proposed')).toBeUndefined()
  // Of two who were told on different days the later is waited for.
  const later = told().do(['partiesInformed', { answerBy: '2026-11-26' as Day }])
  expect(later.refusal('proposed', { at: '2026-11-27T01:00:00.000Z' })?.facts).toEqual({ day: '2026-12-01' })
  expect(make.lifeOf({ status: 'underReview' }).refusal('partiesHeard')?.code).toBe('notNow')
  const past = ['partiesInformed', { answerBy: '2026-11-20' as Day }] as const
  expect(make.lifeOf({ status: 'underReview' }).refusal(past)?.code).toBe('daysBackwards')
})
