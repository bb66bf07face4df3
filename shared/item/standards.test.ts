import { describe, expect, test } from 'vitest'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { derivedValues } from './derived.ts'
import { eligibilityOf } from './eligibility.ts'
import type { FormValues } from './field.ts'

/** How one rule of a real item stands, with the amounts of a made-up place. */
function stateOf(code: string, rule: string, values: FormValues, settings: Record<string, string> = {}) {
  return eligibilityOf(realItem(code), values, {}, make.testDay, make.testDay, settings).find(({ key }) => key === rule)
    ?.state
}

/** The disability certificate as a form shows it: its number, and what the number says. */
function certificate(code: string, disabilityNo: string): FormValues {
  const derived = derivedValues(realItem(code), { disabilityNo }, make.testDay)
  return { disabilityNo, ...derived }
}

describe('R-ITEM-5: the worked examples come out right with the real items’ own conditions', () => {
  const standard = { 'DB.standard.城镇': '每人每月800元' }
  const household = (incomePerCapita: number): FormValues => ({ hukouType: '城镇', incomePerCapita })

  test.each([
    ['EL-03', 799_99, { assistance: 'met', notPoorer: 'unmet', margin: 'met' }],
    ['EL-01', 800_00, { assistance: 'unmet', notPoorer: 'met', margin: 'met' }],
    ['EL-02', 1200_00, { assistance: 'unmet', notPoorer: 'met', margin: 'unmet' }],
  ])('%s: an income of so many fen a head against a standard of 800 yuan', (_, income, expected) => {
    expect({
      assistance: stateOf('DB-SQ', 'belowStandard', household(income), standard),
      notPoorer: stateOf('BY-RD', 'atLeastStandard', household(income), standard),
      margin: stateOf('BY-RD', 'belowHalfMore', household(income), standard),
    }).toEqual(expected)
  })

  test('a cent below one and a half times the standard is still the margin', () => {
    expect(stateOf('BY-RD', 'belowHalfMore', household(1199_99), standard)).toBe('met')
  })

  test('a standard that the hall has not set decides nothing', () => {
    expect(stateOf('DB-SQ', 'belowStandard', household(799_99))).toBe('unknown')
  })

  test('R-ITEM-34: what lacks is named where the form says which amount it is, and not while the form itself is waited for', () => {
    const lacking = (values: FormValues, settings: Record<string, string> = {}) =>
      eligibilityOf(realItem('DB-SQ'), values, {}, make.testDay, make.testDay, settings).find(
        ({ key }) => key === 'belowStandard',
      )?.lacking
    expect(lacking(household(799_99))).toEqual(['DB.standard.城镇'])
    expect(lacking(household(799_99), { 'DB.standard.城镇': '按文件执行' })).toEqual(['DB.standard.城镇'])
    expect(lacking(household(800_00), standard)).toEqual([])
    expect(lacking({ incomePerCapita: 799_99 })).toEqual([])
  })

  test('a household’s income a head follows from its members, what belongs to nobody included', () => {
    const members = [{ incomeMonthly: 1000_00 }, { incomeMonthly: 0 }, { incomeMonthly: 400_00 }]
    const derived = derivedValues(realItem('DB-SQ'), { members, incomeOther: 999_97 }, make.testDay)
    expect(derived).toMatchObject({ memberCount: 3, incomeTotal: 2399_97, incomePerCapita: 799_99 })
  })

  test('EL-10, EL-11: kind and grade are read from the certificate; grades one and two are severe', () => {
    const first = certificate('CJ-HL', '53011119700815005541')
    expect(first).toMatchObject({ disabilityKind: '肢体', disabilityGrade: '一级' })
    expect(stateOf('CJ-HL', 'severe', first)).toBe('met')
    const again = certificate('CJ-HL', '53011119700815005542B1')
    expect(again).toMatchObject({ disabilityKind: '肢体', disabilityGrade: '二级' })
    expect(stateOf('CJ-HL', 'severe', again)).toBe('met')
    expect(stateOf('CJ-HL', 'severe', certificate('CJ-HL', '53011119700815005543'))).toBe('unmet')
  })

  test('a certificate is somebody’s own, and valid on the day of receipt, that day included', () => {
    const own = { idNo: '530111197008150055', ...certificate('CJ-SH', '53011119700815005541') }
    expect(stateOf('CJ-SH', 'ownCard', own)).toBe('met')
    expect(stateOf('CJ-SH', 'ownCard', { ...own, idNo: '530111197008150056' })).toBe('unmet')
    expect(stateOf('CJ-SH', 'cardValid', { cardUntil: make.testDay })).toBe('met')
    expect(stateOf('CJ-SH', 'cardValid', { cardUntil: '2026-11-23' })).toBe('unmet')
  })
})

describe('R-ITEM-5: who cannot work, and who spends too much', () => {
  const born = (birth: string): FormValues => ({ idType: '居民身份证', idNo: make.idNumber(3, { birth }) })
  const unable = (noLabour: string, more: FormValues) => stateOf('TK-RD', 'noLabour', { noLabour, ...more })

  test('sixty on the birthday, and below sixteen until the sixteenth', () => {
    expect(unable('60周岁以上的老年人', born('1966-11-24'))).toBe('met')
    expect(unable('60周岁以上的老年人', born('1966-11-25'))).not.toBe('met')
    expect(unable('未满16周岁的未成年人', born('2010-11-25'))).toBe('met')
    expect(unable('未满16周岁的未成年人', born('2010-11-24'))).not.toBe('met')
  })

  test.each([
    ['一级、二级、三级智力或者精神残疾', '智力', '三级', true],
    ['一级、二级、三级智力或者精神残疾', '精神', '四级', false],
    ['一级、二级肢体残疾', '肢体', '二级', true],
    ['一级、二级肢体残疾', '肢体', '三级', false],
    ['一级视力残疾', '视力', '一级', true],
    ['一级视力残疾', '视力', '二级', false],
  ])('%s: %s %s', (noLabour, disabilityKind, disabilityGrade, fits) => {
    expect(unable(noLabour, { disabilityKind, disabilityGrade }) === 'met').toBe(fits)
  })

  test.each([
    [[], '具备生活自理能力'],
    [['吃饭', '穿衣', '如厕'], '部分丧失生活自理能力'],
    [['吃饭', '穿衣', '如厕', '洗澡'], '完全丧失生活自理能力'],
  ])('of six things of daily life, %j cannot be done', (cannotDo, careLevel) => {
    expect(derivedValues(realItem('TK-RD'), { cannotDo }, make.testDay)).toMatchObject({ careLevel })
  })

  test('spending is compared with a year’s income, income with a twelfth of the year’s', () => {
    const item = realItem('GX-RD')
    const ratio = (expenseRigid: number) => derivedValues(item, { expenseRigid, incomeTotal: 1000_00 }, make.testDay)
    expect(ratio(7200_00)).toEqual({ rigidRatio: 60 })
    const settings = { 'GX.rigidRatio': '60%', 'GX.disposableIncome': '36000元' }
    expect(stateOf('GX-RD', 'ratio', ratio(7200_00), settings)).toBe('unmet')
    expect(stateOf('GX-RD', 'ratio', ratio(7202_00), settings)).toBe('met')
    expect(stateOf('GX-RD', 'income', { incomePerCapita: 3000_00 }, settings)).toBe('unmet')
    expect(stateOf('GX-RD', 'income', { incomePerCapita: 2999_99 }, settings)).toBe('met')
  })

  test('so many square metres of the place for every hundred households begun', () => {
    const asked = (areaRequired: number, area?: string) =>
      stateOf('YL-PJ', 'required', { households: 101, areaRequired }, area === undefined ? {} : { [setting]: area })
    const setting = 'YL-PJ.areaPerHundred'
    expect([40, 39].map((area) => asked(area, '20平方米'))).toEqual(['met', 'unmet'])
    expect([60, 59].map((area) => asked(area, '30平方米'))).toEqual(['met', 'unmet'])
    expect(asked(1000)).toBe('unknown')
  })

  test('ten working days after the first old person came, over the days off', () => {
    const asked = (firstAdmitDate: string | null, receivedOn = make.testDay, counted: Calendar | null = calendar) =>
      eligibilityOf(realItem('YL-BA'), { firstAdmitDate }, {}, receivedOn, receivedOn, {}, counted ?? undefined).find(
        ({ key }) => key === 'inTime',
      )?.state
    // From September 18, 2026 the tenth working day is October 9: the 20th is worked, the 25th and October 1 to 7 are not.
    expect([asked('2026-09-18', '2026-10-09' as Day), asked('2026-09-18', '2026-10-10' as Day)]).toEqual([
      'met',
      'unmet',
    ])
    expect(asked('2026-11-10')).toBe('met')
    expect(asked('2026-11-09')).toBe('unmet')
    expect(asked(null)).toBe('met')
    expect(asked('2026-11-10', make.testDay, null)).toBe('unknown')
    expect(asked('9999-12-31')).toBe('unknown')
  })
})

describe('R-ITEM-5: forms ask what the situation needs', () => {
  test('who gives assistance up, or changes an account, declares no income again', () => {
    const item = realItem('DB-DT')
    const form = make.form(item, 1, { changeType: '自愿退出' })
    expect(form).toMatchObject({ members: null, class: null, bankNo: null, incomeTotal: null })
    expect(make.form(item, 1, { changeType: '地址、账号变更' }).bankNo).not.toBeNull()
    expect(make.form(item, 1, { changeType: '收入变化' }).incomeTotal).not.toBeNull()
  })

  test('nobody in need is kept out by a number they do not have', () => {
    const form = make.form(realItem('LL-JZ'), 1, { identityKnown: false, hasPhone: false, name: '无名氏' })
    expect(form).toMatchObject({ idNo: null, phone: null, birth: null })
    expect(form.estAge).not.toBeNull()
  })
})
