import { describe, expect, test } from 'vitest'
import { realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import { eligibilityOf } from './eligibility.ts'
import { factsOf } from './form-facts.ts'

const allowance = realItem('GL-BT')
const association = realItem('ST-BG')
const today = make.testDay

function stateOf(
  item: typeof allowance,
  key: string,
  values: Parameters<typeof eligibilityOf>[1],
  answers = {},
  day: Day = today,
) {
  return eligibilityOf(item, values, answers, day).find((line) => line.key === key)
}

describe('who may get it', () => {
  test('R-ITEM-5: eighty on the eightieth birthday, not the day before', () => {
    const values = { idType: '居民身份证', idNo: make.idNumber(1, { birth: '1946-11-24' }) }
    expect(stateOf(allowance, 'age80', values)).toMatchObject({ state: 'met', weight: 'wall', why: '周岁 80' })
    expect(stateOf(allowance, 'age80', values, {}, '2026-11-23' as Day)).toMatchObject({
      state: 'unmet',
      why: '周岁 79',
    })
  })

  test('nothing typed yet is unknown; a question is asked until it is answered', () => {
    expect(stateOf(allowance, 'age80', {})?.state).toBe('unknown')
    expect(stateOf(allowance, 'local', {})?.state).toBe('ask')
    expect(stateOf(allowance, 'local', {}, { local: true })?.state).toBe('met')
    expect(stateOf(allowance, 'local', {}, { local: false })?.state).toBe('unmet')
  })

  test('a band that does not fit the age is a hint', () => {
    const values = make.form(allowance, 1, { idNo: make.idNumber(1, { birth: '1930-01-01' }) })
    expect(stateOf(allowance, 'bandFits', values)).toMatchObject({ state: 'met', weight: 'hint' })
    expect(stateOf(allowance, 'bandFits', { ...values, band: '80-89周岁' })).toMatchObject({ state: 'unmet' })
  })

  test('an association’s code begins with 51; its consent is thirty days old at most on the day of receipt', () => {
    expect(stateOf(association, 'uscc51', { uscc: make.uscc(1, '51') })?.state).toBe('met')
    expect(stateOf(association, 'uscc51', { uscc: make.uscc(1, '52') })?.state).toBe('unmet')
    const consented = (consentDate: string) =>
      stateOf(association, 'consent30', { directRegistration: false, consentDate })
    expect(consented('2026-10-25')).toMatchObject({ state: 'met', weight: 'hint' })
    expect(consented('2026-10-24')).toMatchObject({ state: 'unmet' })
    expect(stateOf(association, 'consent30', { directRegistration: true })?.state).toBe('met')
  })

  test('why never shows a personal number', () => {
    for (const line of eligibilityOf(allowance, make.form(allowance, 1), {}, today))
      expect(line.why).not.toMatch(/\d{6}/)
  })
})

test('facts say what the numbers say, and nothing where they are wrong', () => {
  expect(
    factsOf(allowance, { idType: '居民身份证', idNo: make.idNumber(1, { birth: '1946-11-24', sex: '男' }) }, today),
  ).toMatchObject({
    age: 80,
    sexByNumber: '男',
    birthByNumber: '1946-11-24',
    today,
    receivedOn: today,
  })
  expect(factsOf(allowance, { idNo: '123' }, today)).toMatchObject({
    age: null,
    sexByNumber: null,
    birthByNumber: null,
  })
  expect(factsOf(association, { uscc: make.uscc(2, '51') }, today, '2026-11-20' as Day)).toMatchObject({
    usccKind: 'socialGroup',
    receivedOn: '2026-11-20',
  })
})
