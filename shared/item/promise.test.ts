import { expect, test } from 'vitest'
import { hall, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { promiseOf } from './promise.ts'

const allowance = realItem('GL-BT')

test('what is told names the amount of the chosen band and the first month', () => {
  expect(promiseOf(allowance, hall.settings, { band: '100周岁以上' })).toBe(
    '补助标准：每月510元（演示数据）。从受理的当月起发（演示数据）。钱直接打到您的卡上，不用再跑。',
  )
})

test('a sentence whose setting the hall has not set is left out', () => {
  expect(promiseOf(allowance, {}, { band: '100周岁以上' })).toBe('钱直接打到您的卡上，不用再跑。')
  expect(promiseOf(make.item({ result: { ...make.item().result, promise: '{kite.firstDay}。' } }), {}, {})).toBe(
    '风筝放飞证',
  )
})
