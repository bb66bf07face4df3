import { expect, test } from 'vitest'
import { type Column, isEmptyRow, totalsOf, withOffer, withRow } from './table-rows.ts'

const columns: Column[] = [
  { key: 'name', label: '姓名', type: 'text', required: true },
  { key: 'income', label: '月收入', type: 'money', required: true },
  { key: 'heads', label: '人数', type: 'number', required: false },
]

test('R-TABLE-3: the sums below a table count money in fen, and say nothing while a cell is no number', () => {
  const rows = [
    { name: '张示例', income: 80_050, heads: 2 },
    { name: '李样例', income: null, heads: 3 },
    { name: '王测试', income: 10_001, heads: null },
  ]
  expect(totalsOf(rows, columns, ['income', 'heads'])).toEqual([
    { key: 'income', label: '月收入', sum: '900.51元' },
    { key: 'heads', label: '人数', sum: '5' },
  ])
  expect(totalsOf([{ name: '张示例', income: '8百' }], columns, ['income'])[0]!.sum).toBeNull()
  expect(totalsOf([{}], columns, ['income'])[0]!.sum).toBe('0.00元')
})

test('R-TABLE-2: a row taken away comes back to its place', () => {
  const [first, second, third] = [{ name: '张' }, { name: '李' }, { name: '王' }]
  expect(withRow([first, third], 1, second)).toEqual([first, second, third])
  expect(withRow([{}], 0, first)).toEqual([first])
})

test('R-TABLE-4: an offer fills only what is empty', () => {
  const offer = { label: '王示例（本人）', cells: { name: '王示例', income: null, heads: 1 } }
  expect(withOffer({}, offer)).toEqual({ name: '王示例', heads: 1 })
  expect(withOffer({ name: '王小例', heads: null }, offer)).toEqual({ name: '王小例', heads: 1 })
  expect(isEmptyRow({ name: '', heads: null })).toBe(true)
})
