import { expect, test } from 'vitest'
import { differencesFrom, followDerived } from './derive.ts'

test('R-INTAKE-3: sex and birth follow the number, also when the number is mended', () => {
  const first = { sex: '女', birth: '1949-12-31' }
  expect(followDerived({ sex: null, birth: '' }, {}, first)).toEqual(first)
  expect(followDerived(first, first, { sex: '男', birth: '1949-12-31' })).toEqual({ sex: '男' })
})

test('R-INTAKE-3: what somebody typed against the number stays, and is shown as a difference', () => {
  const derived = { sex: '女', birth: '1949-12-31' }
  const typed = { sex: '男', birth: '1949-12-31' }
  expect(followDerived(typed, derived, derived)).toEqual({})
  expect(differencesFrom(typed, derived)).toEqual([{ key: 'sex', typed: '男', derived: '女' }])
})

test('a number that says nothing takes nothing away', () => {
  expect(followDerived({ sex: '女' }, { sex: '女' }, { sex: null })).toEqual({})
  expect(differencesFrom({ sex: '女' }, {})).toEqual([])
})

test('R-INTAKE-3: a sum that was put in by itself goes when nothing follows any more; one that was typed stays', () => {
  const counted = new Set(['total'])
  expect(followDerived({ total: 10000 }, { total: 10000 }, {}, counted)).toEqual({ total: null })
  expect(followDerived({ total: 12000 }, { total: 10000 }, {}, counted)).toEqual({})
  expect(followDerived({ total: null }, { total: 10000 }, { total: 15000 }, counted)).toEqual({ total: 15000 })
})
