/** The conditions of the items about organisations and children, as the law counts. */
import { describe, expect, test } from 'vitest'
import { calendar, hall, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import examples from '../examples/examples.json' with { type: 'json' }
import { hasEnoughMembers } from '../rules/eligibility.ts'
import { eligibilityOf } from './eligibility.ts'
import type { FormValues } from './field.ts'

function state(code: string, key: string, values: FormValues, day: string = make.testDay) {
  return eligibilityOf(realItem(code), values, {}, day as Day, day as Day, hall.settings, calendar).find(
    (line) => line.key === key,
  )?.state
}

describe('R-ITEM-30: the members of a new social association (社会团体登记管理条例第十条)', () => {
  const asked = examples.cases.flatMap(({ id, title, input, expected }) =>
    'person' in input && 'unit' in input && 'pass' in expected ? [{ id, title, ...input, ...expected }] : [],
  )

  test('the examples are here', () => {
    expect(asked.map(({ id }) => id)).toEqual(['EL-04', 'EL-06', 'EL-07'])
  })

  test.each(asked)('$id $title', ({ person, unit, pass }) => {
    const values = { membersPerson: person, membersUnit: unit } as FormValues
    expect(state('ST-CL', 'members', values)).toBe(pass ? 'met' : 'unmet')
  })

  test('every mixture is judged as by the rule that lawyers ask', () => {
    for (let persons = 0; persons <= 51; persons += 1)
      for (let bodies = 0; bodies <= 51; bodies += 1)
        expect(
          state('ST-CL', 'members', { membersPerson: persons, membersUnit: bodies }),
          `${persons}人 ${bodies}单位`,
        ).toBe(hasEnoughMembers(persons, bodies) ? 'met' : 'unmet')
  })

  test('thirty thousand yuan are enough, a fen less is not', () => {
    expect(state('ST-CL', 'fund', { fund: 3_000_000 })).toBe('met')
    expect(state('ST-CL', 'fund', { fund: 2_999_999 })).toBe('unmet')
  })

  test('a local association does not begin its name like a national one', () => {
    expect(state('ST-CL', 'nameLocal', { orgName: '中华示例协会' })).toBe('unmet')
    expect(state('ST-CL', 'nameLocal', { orgName: '示例区中华诗词协会' })).toBe('met')
  })
})

describe('R-ITEM-31: days that organisations have to keep', () => {
  test('a year since it became a charity, on the day', () => {
    expect(state('CS-GM', 'oneYear', { charityRegDate: '2025-11-24' })).toBe('met')
    expect(state('CS-GM', 'oneYear', { charityRegDate: '2025-11-25' })).toBe('unmet')
  })

  test('fifteen days from the end of the liquidation', () => {
    expect(state('ST-ZX', 'liquid15', { liquidEnd: '2026-11-09' })).toBe('met')
    expect(state('ST-ZX', 'liquid15', { liquidEnd: '2026-11-08' })).toBe('unmet')
  })

  test('a last day that is a rest day gives way to the next working day, as the rules say when they are asked', () => {
    // The fifteenth day after September 18 lies in the holidays of October: the first working day is October 8.
    expect(state('ST-ZX', 'liquid15', { liquidEnd: '2026-09-18' }, '2026-10-08')).toBe('met')
    expect(state('ST-ZX', 'liquid15', { liquidEnd: '2026-09-18' }, '2026-10-09')).toBe('unmet')
    expect(state('ST-ZX', 'liquid15', { liquidEnd: '2026-10-09' }, '2026-10-08')).toBe('unmet')
  })

  test('the yearly report by May 31, of whoever was registered by June 30 of last year', () => {
    expect(state('SZ-NJ', 'inTime', {}, '2026-05-31')).toBe('met')
    expect(state('SZ-NJ', 'inTime', {}, '2026-06-01')).toBe('unmet')
    expect(state('SZ-NJ', 'ofAge', { registeredOn: '2025-06-30' }, '2026-03-02')).toBe('met')
    expect(state('SZ-NJ', 'ofAge', { registeredOn: '2025-07-01' }, '2026-03-02')).toBe('unmet')
  })

  test('ten days before a collection begins, or within ten after an emergency began', () => {
    expect(state('CS-FA', 'ahead', { emergency: false, start: '2026-12-04' })).toBe('met')
    expect(state('CS-FA', 'ahead', { emergency: false, start: '2026-12-03' })).toBe('unmet')
    expect(state('CS-FA', 'ahead', { emergency: true, start: '2026-11-14' })).toBe('met')
    expect(state('CS-FA', 'ahead', { emergency: true, start: '2026-11-13' })).toBe('unmet')
  })

  test('two thirds present and more than half of them for it', () => {
    expect(state('ST-ZC', 'vote', { expected: 50, attended: 34, voteFor: 18 })).toBe('met')
    expect(state('ST-ZC', 'vote', { expected: 50, attended: 33, voteFor: 33 })).toBe('unmet')
    expect(state('ST-ZC', 'vote', { expected: 50, attended: 34, voteFor: 17 })).toBe('unmet')
  })

  test('graded before: five years; never graded: two years of registration', () => {
    expect(state('SZ-PG', 'twoYears', { gradedBefore: false, registeredOn: '2024-11-24' })).toBe('met')
    expect(state('SZ-PG', 'twoYears', { gradedBefore: false, registeredOn: '2024-11-25' })).toBe('unmet')
    expect(
      state('SZ-PG', 'twoYears', { gradedBefore: true, registeredOn: '2015-01-01', lastGradeOn: '2022-01-01' }),
    ).toBe('unmet')
  })
})

describe('R-ITEM-32: children without care (国办发〔2010〕54号、民发〔2019〕62号)', () => {
  const parents = (fatherStatus: string, motherStatus: string) => ({ fatherStatus, motherStatus })

  test('both parents dead or lost: an orphan; one of them in prison or ill: without care in fact', () => {
    expect(state('GE-RD', 'noParents', parents('死亡', '查找不到'))).toBe('met')
    expect(state('GE-RD', 'noParents', parents('死亡', '其他'))).toBe('unmet')
    expect(state('SW-RD', 'parents', parents('死亡', '服刑在押'))).toBe('met')
    expect(state('SW-RD', 'parents', parents('重病', '失踪'))).toBe('met')
    expect(state('SW-RD', 'parents', parents('重残', '重病'))).toBe('met')
    expect(state('SW-RD', 'parents', parents('死亡', '失踪'))).toBe('unmet')
    expect(state('SW-RD', 'parents', parents('死亡', '正常'))).toBe('unmet')
  })

  test('six months of being out of touch or held', () => {
    const lost = parents('失联6个月以上', '死亡')
    expect(state('SW-RD', 'missing6', { ...lost, missingSince: '2026-05-24' })).toBe('met')
    expect(state('SW-RD', 'missing6', { ...lost, missingSince: '2026-05-25' })).toBe('unmet')
    expect(state('SW-RD', 'held6', { ...parents('服刑在押', '死亡'), heldSixMonths: false })).toBe('unmet')
    expect(state('SW-RD', 'held6', parents('重病', '死亡'))).toBe('met')
  })

  test('eighteen on the birthday, sixteen for a child left behind', () => {
    const born = (birth: string) => ({ childIdNo: make.idNumber(3, { birth }) })
    expect(state('SW-RD', 'under18', born('2008-11-25'))).toBe('met')
    expect(state('SW-RD', 'under18', born('2008-11-24'))).toBe('unmet')
    expect(state('KJ-DJ', 'age', { ...born('2010-11-24'), category: '留守儿童' })).toBe('unmet')
    expect(state('KJ-DJ', 'age', { ...born('2010-11-24'), category: '流动儿童' })).toBe('met')
  })

  test('nothing about a child is published, and its clock never stands for it', () => {
    for (const code of ['GE-RD', 'SW-RD', 'KJ-DJ']) {
      const item = realItem(code)
      expect(item.steps.some((step) => step.needs === 'publicized')).toBe(false)
      expect(item.suspensions.some(({ paper }) => paper === 'publicNotice')).toBe(false)
    }
  })
})
