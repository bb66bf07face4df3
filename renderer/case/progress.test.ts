import { expect, test } from 'vitest'
import { aroundOf, testNow } from '../../tests/make/around.ts'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import { foundKite } from '../../tests/make/kites.ts'
import { make } from '../../tests/make/make.ts'
import { progressOf } from './progress.ts'
import { timeWhy } from './time-why.ts'

const drawn = (asked: Parameters<typeof aroundOf>[0]) => {
  const { kase, item } = aroundOf(asked)
  const marks = { done: '✓', now: '▸', later: '' }
  return progressOf(kase, item).map(({ name, state }) => `${marks[state]}${name}`)
}
const steps = make.item().steps.map(({ name }) => name)

test('R-VIEW-3: the bar shows the item’s own steps, and where the case stands in them', () => {
  expect(drawn({ status: 'received' })).toEqual(['✓收件', '▸受理', ...steps, '拟办', '决定', '制证', '送达'])
  expect(drawn({ status: 'underReview' })).toEqual([
    '✓收件',
    '✓受理',
    `▸${steps[0]}`,
    ...steps.slice(1),
    '拟办',
    '决定',
    '制证',
    '送达',
  ])
  expect(drawn({ status: 'closed' }).every((stage) => stage.startsWith('✓'))).toBe(true)
})

test('R-LAW-18: a step of another situation is not on the bar', () => {
  const names = (length: number) => drawn({ item: foundKite(), status: 'underReview', set: { length } }).slice(2, 5)
  expect(names(60)).toEqual(['▸看场地', '招领公告', '审查'])
  expect(names(10)).toEqual(['▸看场地', '审查', '拟办'])
})

test('an on-the-spot case and a filing have the short road of their kind', () => {
  const onTheSpot = make.item({ kind: 'service', processing: 'onTheSpot' })
  expect(drawn({ item: onTheSpot, status: 'received' })).toEqual(['✓收件', '▸受理', '当场办理', '送达'])
  expect(drawn({ item: make.item({ kind: 'filing' }), status: 'received' })).toEqual(['✓收件', '▸备案', '送达'])
})

test('a case waiting for the applicant says so', () => {
  expect(drawn({ status: 'awaitingCorrection' })[1]).toBe('▸补正')
})

test('R-VIEW-4: the days left are explained by the limit that runs and the day it counts from', () => {
  const { kase, item, books } = aroundOf({ status: 'underReview' })
  const why = timeWhy(kase, item, books.calendar, testNow).join('；')
  expect(why).toContain('受理，次日起算')
  expect(why).toContain('以先到者为准')
  expect(why).toMatch(/已用\d+个工作日/)
})

test('R-VIEW-4: where the law counts from the papers or the receipt, the day and the words are those', () => {
  const why = (code: string) => {
    const life = make.life({ item: realItem(code) }).do('received')
    life.do('accepted', { at: '2026-11-26T02:00:00.000Z' })
    return timeWhy(life.kase, life.item, calendar, life.at).join('；')
  }
  expect(why('ST-CL')).toContain('自2026年11月24日收到全部有效文件，次日起算')
  expect(why('SY-CL')).toContain('自2026年11月24日收到申请和材料，次日起算')
  expect(why('ST-BG')).toContain('自2026年11月26日受理，次日起算')
})

test('before acceptance a permit says by when the applicant must be told', () => {
  const { kase, item, books } = aroundOf({ status: 'received' })
  expect(timeWhy(kase, item, books.calendar, testNow)[0]).toContain('告知是否受理')
})

test('R-LIST-9: of the days explained on the case, the one that reaches beyond the last published says so', () => {
  const limit = (count: number) => ({ ...make.item().limits.statutory!, count, unit: 'workingDays' as const })
  const why = (statutory: number) => {
    const asked = {
      status: 'underReview',
      item: make.item({ limits: { promised: limit(10), statutory: limit(statutory) } }),
    }
    const { kase, item, books } = aroundOf(asked as Parameters<typeof aroundOf>[0])
    return timeWhy(kase, item, books.calendar, testNow).join('；')
  }
  expect(why(20)).not.toContain('暂定')
  expect(why(40)).toMatch(/法定40个工作日，到2027年[^；]+（暂定）/)
  expect(why(40)).not.toMatch(/承诺[^；]+（暂定）/)
})
